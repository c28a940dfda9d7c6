"""Formal alliances of the Correlates of War: memberships that overlap, that end and come back, that began before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import DatasetError
from dragoman.model import Layer, Tie

from .conftest import Read

Find = Callable[[str], Path]
EXCERPT = "cow-alliance_by_member.csv"


@pytest.fixture
def ties(read: Read, fixture: Find) -> list[Tie]:
    return read("cow-alliances", fixture(EXCERPT))[0]


def of(ties: list[Tie], group: str, *parties: str) -> list[tuple[str | None, str | None]]:
    return [(tie.start, tie.end) for tie in ties if tie.group == group and {tie.source, tie.target} >= set(parties)]


def test_a_defence_pact_is_an_alliance(ties: list[Tie]) -> None:
    tie = next(tie for tie in ties if tie.record == "230/600/615")
    assert (tie.source, tie.target, tie.start, tie.end) == ("DZA", "MAR", "1964-09-11", None)
    assert (tie.layer, tie.mode, tie.subject) == (
        Layer.alliance,
        "alliance",
        "defence, nonaggression and consultation pact",
    )
    assert tie.details["type"] == "defense pact"
    assert tie.details["treaty_start"] == "1950-06-17"


def test_an_entente_and_a_nonaggression_pact_stay_what_they_are(ties: list[Tie]) -> None:
    entente = next(tie for tie in ties if tie.group == "2")
    assert (entente.layer, entente.mode, entente.subject) == (Layer.alliance, None, "consultation pact")
    pact = next(tie for tie in ties if tie.group == "304")
    assert (pact.layer, pact.type, pact.subject) == (Layer.agreement, "agreement", "nonaggression pact")
    unknown = next(tie for tie in ties if tie.group == "122")
    assert unknown.details["pledges"] == "neutrality, nonaggression"


def test_a_member_that_came_back_has_two_ties(ties: list[Tie]) -> None:
    assert of(ties, "230", "EGY", "SAU") == [("1950-06-17", "1979-03-31"), ("1989-05-22", None)]
    assert of(ties, "160", "CSK", "SUN") == [("1935-05-16", "1939-03-15"), ("1945-05-10", "1989-12-10")]


def test_what_is_older_than_the_dataset_is_marked(ties: list[Tie]) -> None:
    tie = next(tie for tie in ties if tie.group == "1")
    assert (tie.start, tie.end, tie.details["older"], tie.details["treaty_start"]) == (
        "1816-01-01",
        None,
        "yes",
        "1386-05-09",
    )


def test_yemens_are_members_one_after_the_other(ties: list[Tie]) -> None:
    assert of(ties, "230", "XYN", "SAU") == [("1950-06-17", "1990-05-21")]
    assert of(ties, "230", "YEM", "SAU") == [("1990-05-22", None)]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("230,600,Morocco,17,6,1950,,,,Type I: Defense Pact,", "230,600,", "cells, not 23"),
        ("Type I: Defense Pact,13,6,1961", "Type I: Defense Pact,13,6,", "no year from which"),
        ("13,6,1961,,,,0,1,1", "13,6,1961,,,,0,1,7", "`7` under `defense` is neither 0 nor 1"),
    ],
)
def test_a_wrong_row_is_named(read: Read, fixture: Find, tmp_path: Path, old: str, new: str, says: str) -> None:
    text = fixture(EXCERPT).read_text("utf-8").replace(old, new, 1)
    path = tmp_path / EXCERPT
    path.write_text(text, "utf-8")
    with pytest.raises(DatasetError, match=r"by_member\.csv:\d+: ") as raised:
        read("cow-alliances", path)
    assert says in raised.value.line


def test_the_whole_file(read: Read, real: Find) -> None:
    ties, _, reading = read("cow-alliances", real("cow_jj/alliance_v4.1_by_member.csv"))
    assert reading.tally.rows == 1221
    assert not reading.tally.unmapped
    assert len({tie.group for tie in ties}) == 414
    assert len(ties) == 3220
    assert all(tie.end is None or tie.start is None or tie.start <= tie.end for tie in ties)


def test_the_folder_does_as_well(read: Read, real: Find) -> None:
    assert len(read("cow-alliances", real("cow_jj"))[0]) == 3220
