"""Multinational exercises: pairs that share a group, dates as far as known, places; both layouts of the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import DatasetError
from dragoman.model import Layer, Tie

from .conftest import Read
from .made import AGADIR, MME_LONG, MME_ROWS, MME_WIDE, mme

Find = Callable[[str], Path]


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    return mme(tmp_path)


def test_the_pairs_of_an_exercise_share_its_key(read: Read, wide: Path) -> None:
    ties, _, reading = read("mme", wide)
    first = [tie for tie in ties if tie.start == "1985-07"]
    assert [(tie.source, tie.target) for tie in first] == [("ESP", "MAR"), ("ESP", "USA"), ("MAR", "USA")]
    assert {(tie.record, tie.group, tie.end, tie.subject) for tie in first} == {
        ("mme1/1985-07",) * 2 + ("1985-08-02", None)
    }
    assert {tie.layer for tie in ties} == {Layer.exercise}
    assert not any(tie.directed for tie in ties)
    assert first[0].details["parties"] == "3"
    assert first[0].details["domains"] == "sea, air"
    assert first[0].details["place"] == "MAR"
    assert reading.tally.unmapped == {("-9", "the dataset does not know who else took part"): 2}
    assert reading.tally.skipped == {"fewer than two are named": 1}


def test_a_number_that_was_given_twice_is_two_exercises(read: Read, wide: Path) -> None:
    ties, _, _ = read("mme", wide)
    assert {tie.record for tie in ties if tie.record.startswith("mme1/")} == {"mme1/1985-07", "mme1/1984-06-20"}


def test_an_end_before_the_beginning_is_not_taken_and_told(read: Read, wide: Path) -> None:
    tie = next(tie for tie in read("mme", wide)[0] if tie.subject == "Dry Land 84")
    assert (tie.start, tie.end, tie.details["end_in_file"]) == ("1984-06-20", "1984-06-20", "3/1/84")
    assert (tie.group, tie.details["command_post"], tie.details["series"]) == (None, "yes", "Dry Land")


def test_a_namesake_of_a_state_that_takes_no_part_is_no_place(read: Read, wide: Path) -> None:
    tie = next(tie for tie in read("mme", wide)[0] if tie.subject == "Dry Land 84")
    assert tie.details["location"] == "Fort Stewart, Georgia"
    assert "place" not in tie.details


def test_a_row_for_each_party_is_the_same_exercise(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "mme-v7-long.csv"
    names = ("Morocco", "United States", "Spain", "-9")
    path.write_text(MME_LONG + "".join(f"mme1,-9,NA,{name},{AGADIR}\n" for name in names), encoding="utf-8")
    whole = tmp_path / "whole.csv"
    whole.write_text(MME_WIDE + MME_ROWS.splitlines()[0] + "\n", encoding="utf-8")
    assert [tie.id for tie in read("mme", path)[0]] == [tie.id for tie in read("mme", whole)[0]]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (",1985,7,xx", ",,7,xx", r"mme_v7\.csv:2: no year"),
        (",7,xx,", ",july,xx,", r"mme_v7\.csv:2: `july` under `s.month`"),
    ],
)
def test_a_wrong_row_is_named(read: Read, wide: Path, old: str, new: str, says: str) -> None:
    wide.write_text(wide.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DatasetError, match=says):
        read("mme", wide)


def between(ties: list[Tie], one: str, other: str) -> list[Tie]:
    return [tie for tie in ties if {tie.source, tie.target} == {one, other}]


def test_the_whole_file(read: Read, real: Find) -> None:
    ties, _, reading = read("mme", real("troopdata/mme_v7.csv"))
    assert reading.tally.rows == 3707
    assert len(ties) == 42260
    assert {name for name, _ in reading.tally.unmapped} == {"-9", "Baltic States"}
    assert all(tie.end is not None and tie.start is not None and tie.start[:4] >= "1980" for tie in ties)
    assert max(len([t for t in ties if t.group == g]) for g in {"mme3380/2010-09"}) == 39 * 38 // 2
    soviet = [tie for tie in ties if "SUN" in (tie.source, tie.target)]
    assert soviet and max(tie.start or "" for tie in soviet) < "1992"


def test_the_exercises_of_morocco_with_the_united_states(read: Read, real: Find) -> None:
    """17 in the long file, which lost the parties from the 25th on, and with them Africa Endeavor 2009."""
    long = between(read("mme", real("troopdata/mme-v7-long.csv"))[0], "MAR", "USA")
    wide = between(read("mme", real("troopdata/mme_v7.csv"))[0], "MAR", "USA")
    assert len({tie.record for tie in long}) == 17
    assert {tie.subject for tie in wide if tie.id not in {other.id for other in long}} == {"Africa Endeavor 2009"}
    lions = [tie for tie in wide if "African Lion" in (tie.subject or "")]
    assert len(lions) == 6 and {tie.details["place"] for tie in lions} == {"MAR"}
