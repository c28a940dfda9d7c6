"""Rivalries in four codings: years and issues, periods on a scale, disputes that make one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets import entry
from dragoman.datasets.kgd_rivalries import LONE
from dragoman.errors import DatasetError
from dragoman.model import Layer, Tie

from .conftest import Read, RFile

Find = Callable[[str], Path]
TSS = tuple(entry("tss-rivalries").layouts["tss"].columns)
TD = tuple(entry("td-rivalries").layouts["td"].columns)
NONE = float("nan")
TSS_ROWS = [
    (125.0, "Morocco-Spain", 230.0, 600.0, 1956.0, 1991.0, NONE, 1.0, NONE, NONE, NONE, 1.0),
    (199.0, "Armenia-Azerbaijan", 371.0, 373.0, 1991.0, 2020.0, NONE, 1.0, NONE, 1.0, 1.0, NONE),
    (4.0, "Ottoman E-Venice", 324.0, 640.0, 1494.0, 1717.0, 1.0, 1.0, NONE, NONE, NONE, 1.0),
    (20.0, "France-Germany", 220.0, 255.0, 1756.0, 1955.0, 1.0, 1.0, NONE, NONE, 1.0, NONE),
]


def spans(ties: list[Tie], record: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(tie.source, tie.target, tie.start, tie.end) for tie in ties if tie.record == record]


# --- Thompson, Sakuwa and Suhas; Thompson and Dreyer ---


def test_a_strategic_rivalry_is_a_tie(read: Read, r_file: RFile) -> None:
    ties = read("tss-rivalries", r_file("tss_rivalries.rda", TSS, TSS_ROWS))[0]
    tie = ties[0]
    assert (tie.source, tie.target, tie.start, tie.end) == ("ESP", "MAR", "1956", "1991")
    assert (tie.layer, tie.type, tie.directed) == (Layer.dispute, None, False)
    assert tie.subject == "strategic rivalry (spatial)"
    assert tie.details == {"rivalry": "Morocco-Spain", "issues": "spatial", "principal": "asymmetric"}
    assert spans(ties, "199") == [("ARM", "AZE", "1991", None)]
    assert spans(ties, "4") == [("TUR", "XVE", "1494", "1717")]


def test_a_rivalry_goes_on_with_the_state_that_took_the_number_over(read: Read, r_file: RFile) -> None:
    ties = read("tss-rivalries", r_file("tss_rivalries.rda", TSS, TSS_ROWS))[0]
    assert spans(ties, "20") == [("FRA", "XPR", "1756", "1871-01-17"), ("DEU", "FRA", "1871-01-18", "1955")]
    assert {tie.group for tie in ties if tie.record == "20"} == {"20"}


def test_the_weightiest_issue_comes_first_in_the_handbook(read: Read, r_file: RFile) -> None:
    rows = [(138.0, "Algeria-Morocco", 600.0, 615.0, 1962.0, 2010.0, "North Africa", "ideological", "spatial", "")]
    (tie,) = read("td-rivalries", r_file("td_rivalries.rda", TD, rows))[0]
    assert (tie.source, tie.target, tie.start, tie.end) == ("DZA", "MAR", "1962", None)
    assert tie.details == {"rivalry": "Algeria-Morocco", "issues": "ideological, spatial", "region": "North Africa"}


@pytest.mark.parametrize(
    ("end", "issue", "says"),
    [(1950.0, "spatial", "ended before it began"), (1991.0, "personal", "`personal` is none of spatial")],
)
def test_a_wrong_row_is_named(read: Read, r_file: RFile, end: float, issue: str, says: str) -> None:
    rows = [(1.0, "A-B", 600.0, 615.0, 1962.0, end, "North Africa", issue, "", "")]
    with pytest.raises(DatasetError, match=r"td_rivalries\.rda:1: ") as raised:
        read("td-rivalries", r_file("td_rivalries.rda", TD, rows))
    assert says in raised.value.line


def test_the_whole_files(read: Read, real: Find) -> None:
    for name, file, rows, ties in (
        ("tss-rivalries", "rivalries/tss_rivalries.rda", 264, 280),
        ("td-rivalries", "rivalries/td_rivalries.rda", 197, 213),
    ):
        found, _, reading = read(name, real(file))
        assert (reading.tally.rows, len(found)) == (rows, ties)
        assert len({tie.record for tie in found}) == rows
        assert not reading.tally.unmapped
        assert not reading.tally.skipped


# --- peace data ---


def test_periods_of_rivalry_are_ties(read: Read, fixture: Find) -> None:
    ties, _, reading = read("peace-data", fixture("peace-data.csv"))
    assert [(tie.source, tie.target, tie.start, tie.end, tie.subject) for tie in ties if "ESP" in tie.source] == [
        ("ESP", "MAR", "1956-03-02", "1979-06-13", "severe rivalry"),
        ("ESP", "MAR", "2001-10-28", "2003-01-29", "lesser rivalry"),
    ]
    assert spans(ties, "371373/1991-12-26") == [("ARM", "AZE", "1991-12-26", None)]
    assert reading.tally.skipped["a time of transition from one level to another"] == 1


def test_a_month_that_no_calendar_has_ends_the_date_before_it(read: Read, fixture: Find) -> None:
    ties = read("peace-data", fixture("peace-data.csv"))[0]
    assert spans(ties, "435600/1960-11-28") == [("MAR", "MRT", "1960-11-28", "1969")]


def test_what_began_before_1900_is_marked(read: Read, tmp_path: Path, fixture: Find) -> None:
    path = tmp_path / "peacedata3.1.csv"
    text = fixture("peace-data.csv").read_text("utf-8")
    path.write_text(text.replace("19009999-19040530,0.5", "19009999-19040530,0.25", 1), "utf-8")
    tie = next(tie for tie in read("peace-data", path)[0] if tie.start == "1900")
    assert (tie.source, tie.target, tie.end, tie.details["older"]) == ("FRA", "MAR", "1904-05-30", "yes")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("371373,19911226-20209999,0,", "371373,19911226-20209999,0.1,", "`0.1` under `level1` is no level"),
        ("371373,19911226-20209999,0,", "371373,1991-2020,0,", "`1991-2020` is no period"),
        ("371373,19911226-20209999,0,", "pair,19911226-20209999,0,", "`pair` under `dyad` is no figure"),
    ],
)
def test_a_wrong_period_is_named(read: Read, fixture: Find, tmp_path: Path, old: str, new: str, says: str) -> None:
    text = fixture("peace-data.csv").read_text("utf-8")
    assert old in text
    path = tmp_path / "peacedata3.1.csv"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DatasetError, match=r"peacedata3\.1\.csv:\d+: ") as raised:
        read("peace-data", path)
    assert says in raised.value.line


def test_the_whole_peace_data(read: Read, real: Find) -> None:
    ties, _, reading = read("peace-data", real("rivalries/peacedata3.1.csv"))
    assert reading.tally.rows == 2688
    assert not reading.tally.unmapped
    assert len({(tie.record, tie.subject) for tie in ties}) == 205 + 274


# --- Klein, Goertz and Diehl ---


@pytest.fixture
def kgd(fixture: Find, tmp_path: Path) -> Path:
    """The excerpt with the file of disputes beside it."""
    shutil.copy(fixture("riv500.csv"), tmp_path)
    shutil.copy(fixture("cow-mid") / "MIDA 4.3.csv", tmp_path)
    return tmp_path


def test_a_rivalry_lasts_from_its_first_dispute_to_its_last(read: Read, kgd: Path) -> None:
    ties, _, reading = read("kgd-rivalries", kgd)
    assert spans(ties, "1027") == [("ARM", "AZE", "1992-01-26", "2001-12-12")]
    tie = next(tie for tie in ties if tie.record == "1027")
    assert tie.subject == "rivalry of 7 militarized disputes"
    assert tie.details == {"disputes": "3564, 4175, 4232, 4235, 4236, 4318, 4319"}
    assert reading.tally.skipped[LONE] > 0


def test_disputes_that_the_other_file_has_not_are_counted(read: Read, kgd: Path) -> None:
    tie = next(tie for tie in read("kgd-rivalries", kgd)[0] if tie.record == "1058")
    assert (tie.start, tie.end, tie.details["undated"]) == ("1980-02-29", "1987-04-18", "1")


def test_both_files_are_needed(read: Read, fixture: Find) -> None:
    with pytest.raises(DatasetError, match=r"one file is not enough; give the folder with MIDA\* and riv5\*\.csv"):
        read("kgd-rivalries", fixture("riv500.csv"))


def test_the_whole_list_of_rivalries(read: Read, real: Find, tmp_path: Path) -> None:
    shutil.copy(real("rivalries/riv500.csv"), tmp_path)
    shutil.copy(real("cow_mid/MIDA 4.3.dta"), tmp_path)
    ties, _, reading = read("kgd-rivalries", tmp_path)
    assert len({tie.record for tie in ties}) == 290
    assert not reading.tally.unmapped
    assert reading.tally.skipped == {LONE: 1187}
