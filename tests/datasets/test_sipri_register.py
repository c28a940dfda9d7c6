"""The trade register by year of delivery: the totals that the project is held to, and who is no state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.model import Layer, Measure, Tie

from .conftest import Read

Find = Callable[[str], Path]
WHOLE = "sipri/trade_register_by_year_2026-02-12.csv"


Items = list[Tie | Measure]


@pytest.fixture(scope="module", params=["excerpt", "whole"])
def items(request: pytest.FixtureRequest) -> Items:
    from dragoman.datasets import open_dataset

    from .conftest import FIXTURES, REAL

    path = FIXTURES / "sipri-register.csv" if request.param == "excerpt" else REAL / WHOLE
    if not path.exists():
        pytest.skip("no trade register beside the checkout")
    return list(open_dataset("sipri-register", path))


@pytest.fixture
def ties(items: Items) -> list[Tie]:
    return [item for item in items if isinstance(item, Tie)]


def suppliers(items: Items, recipient: str, first: int, last: int) -> dict[str, float]:
    """TIV by supplier; what no known state supplied is under its own name, as it is a part of the whole."""
    found: dict[str, float] = defaultdict(float)
    for item in items:
        if isinstance(item, Measure):
            if (item.name, item.actor) == ("tiv_from_no_state", recipient) and first <= item.year <= last:
                found[item.name] += item.value
        elif item.target == recipient and first <= int(item.start or 0) <= last:
            found[item.source] += item.weight or 0
    return found


@pytest.mark.parametrize(
    ("recipient", "years", "total", "supplier", "share"),
    [
        ("AZE", (2010, 2014), 2144, "RUS", 80),
        ("MAR", (2015, 2019), 1447, "USA", 79),
        ("MAR", (2020, 2024), 1071, "USA", 64),
    ],
)
def test_totals_and_shares(
    items: Items, recipient: str, years: tuple[int, int], total: int, supplier: str, share: int
) -> None:
    found = suppliers(items, recipient, *years)
    assert round(sum(found.values())) == total
    assert round(100 * found[supplier] / sum(found.values())) == share


@pytest.mark.parametrize(("years", "hhi"), [((2010, 2014), 0.65), ((2015, 2019), 0.44), ((2020, 2024), 0.42)])
def test_concentration_of_the_suppliers_of_azerbaijan(items: Items, years: tuple[int, int], hhi: float) -> None:
    found = suppliers(items, "AZE", *years)
    assert round(sum((tiv / sum(found.values())) ** 2 for tiv in found.values()), 2) == hhi


def test_russia_delivers_nothing_to_azerbaijan_after_2018(ties: list[Tie]) -> None:
    assert max(tie.start or "" for tie in ties if (tie.source, tie.target) == ("RUS", "AZE")) == "2018"


def test_what_is_made_in_the_recipient_is_licensed_production(ties: list[Tie]) -> None:
    found = {tie.layer for tie in ties if tie.source == "ISR" and tie.subject == "OPV-62 FAC -"}
    assert found <= {Layer.licensed_production}
    local = next(tie for tie in ties if tie.record == "56470/2018")
    assert (local.layer, local.source, local.target, local.weight, local.unit) == (
        Layer.licensed_production, "ISR", "AZE", 115.0, "TIV",
    )  # fmt: skip
    assert local.details["local_production"] == "yes"


def test_version_and_years_are_those_of_the_file(read: Read, fixture: Find) -> None:
    _, _, reading = read("sipri-register", fixture("sipri-register.csv"))
    dataset = reading.dataset
    assert (dataset.version, dataset.first_year, dataset.last_year) == ("12 Feb 2026", 1995, 2024)
    assert "SIPRI" in dataset.credit


def test_no_state_is_left_unmapped(read: Read, real: Find) -> None:
    ties, _, reading = read("sipri-register", real(WHOLE))
    assert reading.tally.rows == 25024 == len(ties) + sum(reading.tally.skipped.values())
    assert not [name for name, why in reading.tally.unmapped if why.startswith("no state has this")]
