"""Militarized disputes: opponents, sides that change, dates cut to what is known, all forms of the dataset."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets import entry
from dragoman.datasets.cow_mid import APART, ONE_SIDED
from dragoman.errors import DatasetError
from dragoman.model import Layer, Tie

from .conftest import Read, RFile

Find = Callable[[str], Path]
DYADS = "rivalries/cow_mid_dirdisps.rda"
PARTS, DISPUTES = "MIDB 4.3.csv", "MIDA 4.3.csv"


@pytest.fixture
def ties(read: Read, fixture: Find) -> dict[str, Tie]:
    """By record."""
    return {tie.record: tie for tie in read("cow-mid", fixture("cow-mid"))[0]}


@pytest.fixture
def folder(fixture: Find, tmp_path: Path) -> Path:
    """A copy to change."""
    return Path(shutil.copytree(fixture("cow-mid"), tmp_path / "mid"))


def test_two_opponents_are_a_tie(ties: dict[str, Tie]) -> None:
    tie = ties["3564/371/373"]
    assert (tie.source, tie.target, tie.directed) == ("ARM", "AZE", False)
    assert (tie.layer, tie.type, tie.weight, tie.unit) == (Layer.dispute, "clash", 4.0, "hostility level")
    assert tie.subject == "militarized dispute (use of force)"
    assert tie.group == "3564"
    assert tie.details["side_a"] == "ARM"
    assert tie.details["fatalities_source"] == "1,000 or more"
    assert tie.details["outcome"] == "stalemate"
    assert tie.details["reciprocated"] == "yes"


def test_a_day_that_is_not_known_ends_the_date_before_it(ties: dict[str, Tie]) -> None:
    assert (ties["3564/371/373"].start, ties["3564/371/373"].end) == ("1992-01-26", "1995-01")
    assert ties["3564/365/373"].start == "1993-02"
    assert ties["3564/365/373"].details["joined"] == "RUS"


def test_threats_and_what_each_did(ties: dict[str, Tie]) -> None:
    tie = ties["4236/371/373"]
    assert (tie.type, tie.weight, tie.start, tie.end) == ("threat", 2.0, "2001-12-12", "2001-12-12")
    assert tie.details["hostility_source"] == "no militarized action"
    assert tie.details["action_target"] == "threat to declare war"
    assert (tie.details["aim_target"], "aim_source" in tie.details) == ("territory", False)


def test_a_dispute_that_went_on_has_no_end(ties: dict[str, Tie]) -> None:
    assert (ties["4414/371/373"].start, ties["4414/371/373"].end) == ("2002-08-09", None)


def test_without_the_file_of_disputes_the_end_is_that_of_the_last_incident(read: Read, fixture: Find) -> None:
    ties = {tie.record: tie for tie in read("cow-mid", fixture("cow-mid") / PARTS)[0]}
    assert ties["4414/371/373"].end == "2010-11-20"
    assert "outcome" not in ties["4414/371/373"].details


def test_a_state_that_changes_sides_fights_both(read: Read, fixture: Find) -> None:
    ties, _, reading = read("cow-mid", fixture("cow-mid"))
    italy = [tie for tie in ties if tie.group == "258" and {"ITA", "DEU"} == {tie.source, tie.target}]
    assert [(tie.start, tie.end) for tie in italy] == [("1943-10-18", "1945-05-07")]
    assert reading.tally.skipped[APART] > 0
    assert any({"ITA", "GBR"} == {tie.source, tie.target} and tie.end == "1943-09-02" for tie in ties)


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        (PARTS, "\n4414,20208,ARM,371,9,8,2002,", "\n4414,20208,ARM,371,9,8,,", "no year in which it began"),
        (PARTS, "\n4414,20208,ARM,", "\n9414,20208,ARM,", "the file of disputes has no 9414"),
        (PARTS, "\n4414,20208,ARM,", "\n,20208,ARM,", "nothing stands under `dispnum` or `dispnum3`"),
        (PARTS, ",17,4,1,4.3", ",99,4,1,4.3", "`99` under `hiact` is no code"),
        (DISPUTES, "endyear,outcome,", "endyear,result,", "has no column"),
    ],
)
def test_what_is_wrong_is_named(read: Read, folder: Path, name: str, old: str, new: str, says: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DatasetError, match="MID") as raised:
        read("cow-mid", folder)
    assert says in raised.value.line


def test_the_file_of_disputes_alone_is_told(read: Read, fixture: Find) -> None:
    with pytest.raises(DatasetError, match="this file alone tells of no ties; give the folder in which `MIDB\\*`"):
        read("cow-mid", fixture("cow-mid") / DISPUTES)


def test_stata_files_and_version_5_tell_the_same(read: Read, folder: Path, ties: dict[str, Tie]) -> None:
    import pandas as pd

    in_text = {tie.id for tie in read("cow-mid", folder)[0]}
    for name in (PARTS, DISPUTES):
        frame = pd.read_csv(folder / name)
        frame.to_stata(folder / name.replace(".csv", ".dta"), write_index=False)
        (folder / name).unlink()
    assert {tie.id for tie in read("cow-mid", folder)[0]} == in_text
    for name in (PARTS, DISPUTES):
        frame = pd.read_stata(folder / name.replace(".csv", ".dta"))
        named = frame.rename(columns={"dispnum3": "dispnum", "ongo2010": "ongo2014"})
        named.to_csv(folder / name.replace("4.3", "5.0"), index=False)
        (folder / name.replace(".csv", ".dta")).unlink()
    found = {tie.record: tie for tie in read("cow-mid", folder)[0]}
    assert found.keys() == ties.keys()
    assert found["4414/371/373"].end == "2010-11-20", "it went on at the end of 2014, and these two left it in 2010"


def dyad_rows(path: Path, name: str) -> tuple[list[str], list[list[int]]]:
    """Two disputes of Armenia and Azerbaijan as dyads and years, with the columns that the entry asks for."""
    columns = list(entry(name).layouts["dyads"].columns)
    rows = []
    for dispute, years in ((3564, (1992, 1993)), (4414, (2002, 2004))):
        for year in years:
            for one, other in ((371, 373), (373, 371)):
                told = dict.fromkeys(columns, 1) | {
                    "dispnum": dispute, "ccode1": one, "ccode2": other, "year": year, "sidea1": int(one == 371),
                    "sidea2": int(one != 371), "hostlev1": 4, "hostlev2": 4, "hiact1": 17, "hiact2": 16,
                    "fatalpre1": -9, "fatalpre2": 30, "recip": 0,
                }  # fmt: skip
                rows.append([told[column] for column in columns])
    return columns, rows


@pytest.mark.parametrize(("name", "file"), [("cow-mid", "cow_mid_dirdisps.rda"), ("gml-mid", "gml_dirdisp.rda")])
def test_dyads_and_years_become_intervals(read: Read, r_file: RFile, tmp_path: Path, name: str, file: str) -> None:
    ties = read(name, r_file(file, *dyad_rows(tmp_path, name)))[0]
    assert [(tie.record, tie.start, tie.end) for tie in ties] == [
        ("3564/371/373", "1992", "1993"),
        ("4414/371/373", "2002", "2002"),
        ("4414/371/373", "2004", "2004"),
    ]
    assert ties[0].details["side_a"] == "ARM"
    assert (ties[0].details["action_source"], ties[0].details["action_target"]) == ("clash", "attack")
    assert (ties[0].details["fatalities_source"], ties[0].details["fatalities_target"]) == ("1-25", "30")


def test_the_whole_files(read: Read, real: Find) -> None:
    ties, _, reading = read("cow-mid", real("cow_mid"))
    assert reading.tally.rows == 5558 + 2315
    assert not reading.tally.unmapped
    assert len({tie.group for tie in ties}) == 2314
    assert reading.tally.skipped[ONE_SIDED] == 1
    assert sum(tie.end is None for tie in ties) == 22


def test_version_4_2_in_text(read: Read, real: Find) -> None:
    ties, _, reading = read("cow-mid", real("cow_jj"))
    assert (reading.tally.rows, len(ties)) == (7803, 3518)
    assert not reading.tally.unmapped


def test_the_pairs_are_those_of_the_project_s_own_dyads(read: Read, real: Find) -> None:
    """Of 3,523 pairs of opponents to 2010 in version 5 all but three, and one more."""
    mine = {tie.record for tie in read("cow-mid", real("cow_mid"))[0]}
    theirs = {tie.record for tie in read("cow-mid", real(DYADS))[0] if tie.start and tie.start[:4] <= "2010"}
    assert len(theirs) == 3523
    assert len(mine ^ theirs) == 4


def test_the_whole_file_of_gibler_miller_and_little(read: Read, real: Find) -> None:
    ties, _, reading = read("gml-mid", real("rivalries/gml_dirdisp.rda"))
    assert (reading.tally.rows, len(ties)) == (10276, 3333)
    assert not reading.tally.unmapped


def test_the_excerpt_is_small(fixture: Find) -> None:
    with (fixture("cow-mid") / PARTS).open(encoding="utf-8") as file:
        assert sum(1 for _ in csv.reader(file)) < 0.03 * 5558
