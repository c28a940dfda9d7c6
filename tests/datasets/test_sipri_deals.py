"""The register by deal: deliveries, orders that are open, and the third states of the comments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets.sipri_comments import LEFT
from dragoman.errors import DatasetError
from dragoman.model import Layer, Party, Status, Tie

from .conftest import Read

Find = Callable[[str], Path]
WHOLE = "sipri/trade-register_ClaytonB3_2024.csv"


@pytest.fixture
def ties(read: Read, fixture: Find) -> list[Tie]:
    return read("sipri-deals", fixture("sipri-deals.csv"))[0]


def one(ties: list[Tie], source: str, target: str, subject: str, ordered_in: str, status: str = "happened") -> Tie:
    found = [
        tie
        for tie in ties
        if (tie.source, tie.target, tie.subject) == (source, target, subject)
        and tie.details["ordered_in"] == ordered_in
        and tie.status == status
    ]
    assert len(found) == 1
    return found[0]


def test_a_delivery_over_years_is_one_tie(ties: list[Tie]) -> None:
    tie = one(ties, "RUS", "AZE", "T-90S", "2011")
    assert (tie.start, tie.end, tie.weight, tie.layer, tie.mode) == ("2013", "2015", 400.0, Layer.arms, "delivered")
    assert tie.details["delivered_in"] == "2013 2014 2015"


def test_what_is_ordered_and_has_not_come_is_planned(ties: list[Tie]) -> None:
    tie = one(ties, "USA", "MAR", "F-16V Viper", "2020", Status.planned)
    assert (tie.start, tie.end, tie.mode, tie.weight) == ("2020", None, "ordered", 960.0)
    assert tie.details["ordered_estimate"] == "yes"


def test_half_a_delivery_is_two_ties_with_the_tiv_of_each(ties: list[Tie]) -> None:
    come, open_ = (one(ties, "FRA", "MAR", "MICA", "2020", status) for status in ("happened", "planned"))
    assert (come.weight, open_.weight) == (40.0, 40.0)
    assert come.group == open_.group
    assert come.id != open_.id


def test_a_part_of_a_third_states_product_passes_through_that_state(ties: list[Tie]) -> None:
    tie = one(ties, "USA", "AZE", "vehicle engine", "2009")
    assert tie.others == (Party(actor="ZAF", role="intermediary"), Party(actor="USA", role="origin"))


def test_the_way_the_payer_and_the_place_of_making_are_told(ties: list[Tie]) -> None:
    way = one(ties, "CZE", "AZE", "RM-70 122mm", "2016")
    assert way.others == (Party(actor="SVK", role="intermediary"), Party(actor="ISR", role="intermediary"))
    paid = one(ties, "CHE", "MAR", "M-109A1 155mm", "2004")
    assert paid.others == (Party(actor="ARE", role="donor"),)
    made = one(ties, "ISR", "AZE", "Orbiter-1K", "2016")
    assert (made.layer, made.type, made.mode) == (Layer.licensed_production, "licensed_production", None)


def test_aid_is_donated(ties: list[Tie]) -> None:
    tie = one(ties, "USA", "MAR", "Newport", "1994")
    assert (tie.mode, tie.others) == ("donated", (Party(actor="USA", role="donor"),))


def test_deals_that_are_alike_keep_apart(read: Read, fixture: Find, tmp_path: Path) -> None:
    path = tmp_path / "deals.csv"
    lines = fixture("sipri-deals.csv").read_text("cp1252").splitlines()
    path.write_text("\n".join([*lines, lines[1]]) + "\n", "cp1252")
    before, after = (read("sipri-deals", file)[0] for file in (fixture("sipri-deals.csv"), path))
    assert len(after) == len(before) + 1


def test_years_that_are_none_are_told_by_row(read: Read, tmp_path: Path, fixture: Find) -> None:
    path = tmp_path / "deals.csv"
    path.write_text(fixture("sipri-deals.csv").read_text("cp1252").replace("2014; 2015", "2014; soon", 1), "cp1252")
    with pytest.raises(DatasetError, match=r"deals\.csv:3: `2014; soon` are no years of delivery"):
        read("sipri-deals", path)


def test_the_whole_register(read: Read, real: Find) -> None:
    ties, _, reading = read("sipri-deals", real(WHOLE))
    tally = reading.tally
    assert tally.rows == 29056
    assert not [name for name, why in tally.unmapped if why.startswith("no state has this")]
    assert tally.explained[LEFT] < 0.08 * sum(tally.explained.values())
    assert sum(1 for tie in ties if tie.status == Status.planned) > 1000
