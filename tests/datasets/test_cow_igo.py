"""Memberships in organisations: years become intervals, codes of organisations, the counts of the whole files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.actors import organisations
from dragoman.datasets.cow_igo import OBSERVES
from dragoman.datasets.entries import Layout
from dragoman.datasets.frames import frame_rows
from dragoman.datasets.igos import igo
from dragoman.errors import DatasetError
from dragoman.model import Layer, Tie

from .conftest import Read, RFile

Find = Callable[[str], Path]
YEARS_OF_SUCCESSION = 8


@pytest.fixture
def ties(read: Read, fixture: Find) -> list[Tie]:
    return read("cow-igo", fixture("cow-igo"))[0]


def spells(ties: list[Tie], state: str, organisation: str) -> list[tuple[str | None, str | None]]:
    return [(tie.start, tie.end) for tie in ties if (tie.source, tie.target) == (state, organisation)]


def test_years_become_a_membership(ties: list[Tie]) -> None:
    tie = next(tie for tie in ties if (tie.source, tie.target) == ("CZE", "NATO"))
    assert (tie.start, tie.end, tie.layer, tie.type, tie.mode) == (
        "1999",
        None,
        Layer.membership,
        "partnership",
        "membership",
    )
    assert tie.directed
    assert tie.details == {"membership": "full"}
    assert spells(ties, "MAR", "IGO_OAU") == [("1965", "1984")]
    assert spells(ties, "MAR", "AU") == []


def test_a_membership_goes_on_with_the_successor(ties: list[Tie]) -> None:
    assert spells(ties, "SUN", "UN") == [("1955", "1991-12-25")]
    assert spells(ties, "RUS", "UN") == [("1991-12-26", None)]
    assert spells(ties, "SUN", "IGO_WPACT") == [("1955", "1991")]


def test_organisations_have_our_code_where_there_is_one(ties: list[Tie]) -> None:
    assert spells(ties, "FRA", "EU") == [("1958", "1992"), ("1993", None)]
    names = {tie.target: tie.subject for tie in ties}
    assert names["IGO_WPACT"] == "Warsaw Treaty Organization"
    assert names["IGO_ICFO"] == "Intl Coffee Org"
    assert {target for target in names if not target.startswith("IGO_")} <= set(organisations())


def test_a_name_that_nothing_tells_is_the_abbreviation(read: Read, fixture: Find) -> None:
    ties = read("cow-igo", fixture("cow-igo") / "state_year_formatv3.csv")[0]
    assert {tie.subject for tie in ties if tie.target == "IGO_ICFO"} == {"ICFO"}


def test_the_table_of_organisations_has_no_code_that_is_none() -> None:
    assert igo("loas") == ("LAS", "League of Arab States")
    assert igo("icfo") == ("IGO_ICFO", None)


COLUMNS = ("ccode", "year", "state", "nato", "un")


def test_associates_observers_and_years_without_data(read: Read, r_file: RFile) -> None:
    rows = [(373, year, "azerbaijan", nato, 1) for year, nato in enumerate((2, 2, 3, 1, -9, 1), 1992)]
    ties, _, reading = read("cow-igo", r_file("state_year_format3.rda", COLUMNS, rows))
    nato = {(tie.start, tie.end, *tie.details.values()) for tie in ties if tie.target == "NATO"}
    assert nato == {
        ("1992", "1993", "associate"),
        ("1995", "1995", "full", "yes"),
        ("1997", None, "full"),
    }
    assert reading.tally.skipped == {OBSERVES: 1}


@pytest.mark.parametrize(
    ("row", "says"),
    [("373,1992,azerbaijan,7,1", "`7` under `nato` is none of"), ("373,,azerbaijan,1,1", "no number or no year")],
)
def test_a_wrong_row_is_named(read: Read, tmp_path: Path, row: str, says: str) -> None:
    path = tmp_path / "state_year.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{row}\n", "utf-8")
    with pytest.raises(DatasetError, match=r"state_year\.csv:2: ") as raised:
        read("cow-igo", path)
    assert says in raised.value.line


def test_the_whole_files_count_as_the_dataset_counts_itself(read: Read, real: Find) -> None:
    """But for the years in which a number passed on, in which both states have the memberships."""
    ties, _, reading = read("cow-igo", real("igo"))
    assert not reading.tally.unmapped
    assert len(ties) == 18980
    years: Counter[tuple[str, int]] = Counter()
    for tie in ties:
        if tie.details["membership"] == "full":
            number = tie.record.partition("/")[0]
            years.update((number, year) for year in range(int((tie.start or "")[:4]), int((tie.end or "2014")[:4]) + 1))
    told = {
        (cells[0], int(cells[1])): int(cells[2])
        for _, cells in frame_rows(real("igo/cow_igo_sy.rda"), Layout(kind="rda", columns={"ccode": "a number"}))
    }
    assert len(told) == 15557
    assert sum(years[key] != count for key, count in told.items()) == YEARS_OF_SUCCESSION
    assert set(years) <= set(told)
