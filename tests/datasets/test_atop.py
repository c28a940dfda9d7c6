"""ATOP: by member and phase, by year, and both against each other on the whole files."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets import entry
from dragoman.datasets.frames import frame_rows
from dragoman.datasets.treaties import PLEDGES
from dragoman.errors import DatasetError
from dragoman.model import Layer, Tie

from .conftest import Read, RFile

Find = Callable[[str], Path]
Years = dict[tuple[int, int, int], set[str]]
DYAD_YEARS = "alliances_rda/atop_alliance.rda"


@pytest.fixture
def ties(read: Read, fixture: Find) -> list[Tie]:
    return read("atop", fixture("atop"))[0]


def of(ties: list[Tie], group: str, *parties: str) -> list[Tie]:
    return [tie for tie in ties if tie.group == group and {tie.source, tie.target} >= set(parties)]


def test_an_alliance_of_two(ties: list[Tie]) -> None:
    (tie,) = of(ties, "6035")
    assert (tie.source, tie.target, tie.start, tie.end) == ("AZE", "TUR", "2010-08-16", None)
    assert (tie.layer, tie.type, tie.mode) == (Layer.alliance, "partnership", "alliance")
    assert tie.subject == "defence, nonaggression and consultation pact"
    assert not tie.directed


def test_lesser_pacts_stay_what_they_are(ties: list[Tie]) -> None:
    assert [(tie.layer, tie.mode, tie.subject) for tie in of(ties, "4823")] == [
        (Layer.agreement, "signed", "nonaggression pact")
    ]
    assert [(tie.layer, tie.mode, tie.subject, tie.end) for tie in of(ties, "4846")] == [
        (Layer.alliance, None, "neutrality pact", "2005-05-24")
    ]
    assert of(ties, "4885")[0].subject == "nonaggression and consultation pact"


def test_members_of_one_treaty_share_its_number(ties: list[Tie]) -> None:
    nato = of(ties, "3180")
    assert len(nato) > 400
    greece = of(ties, "3180", "GRC", "TUR")
    assert [(tie.start, tie.end, tie.details["phase"]) for tie in greece] == [("1951-10-22", None, "2")]
    assert greece[0].details["treaty_start"] == "1949-04-04"
    founders = of(ties, "3180", "CAN", "USA")
    assert [(tie.start, tie.end) for tie in founders] == [("1949-04-04", "1951-06-19"), ("1951-06-19", None)]
    assert "treaty_start" not in founders[0].details


def test_successors_go_on_in_phases_of_their_own(ties: list[Tie]) -> None:
    found = sorted((tie.start or "", tie.source, tie.target) for tie in of(ties, "4070"))
    assert found == [
        ("1991-10-01", "CSK", "FRA"),
        ("1993-01-01", "CZE", "FRA"),
        ("1993-01-01", "FRA", "SVK"),
    ]


def test_a_treaty_of_the_soviet_union_that_went_on_is_russia_s(ties: list[Tie]) -> None:
    assert [(tie.source, tie.target, tie.start, tie.end) for tie in of(ties, "3440")] == [
        ("PRK", "SUN", "1961-07-06", "1991-12-25"),
        ("PRK", "RUS", "1991-12-26", "1996-09-10"),
    ]


def test_unequal_promises_are_told(ties: list[Tie]) -> None:
    (tie,) = of(ties, "1320")
    assert (tie.source, tie.target) == ("FRA", "XAN")
    assert (tie.details["pledges_source"], tie.details["pledges_target"]) == ("defence", "consultation")
    crimea = of(ties, "1160", "FRA", "GBR")
    assert crimea[0].details["pledges_vary"] == "yes"


def test_the_file_of_members_does_alone(read: Read, fixture: Find, ties: list[Tie]) -> None:
    alone = read("atop", fixture("atop") / "atop5_1m.csv")[0]
    assert [tie.id for tie in alone] == [tie.id for tie in ties]
    assert not any("treaty_start" in tie.details for tie in alone)


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("atop5_1m.csv", "\n6035,373,2010,", "\n6035,373,,", r"atop5_1m\.csv:\d+: no year of signing"),
        ("atop5_1m.csv", "\n6035,373,2010,", "\n9035,373,2010,", "the file of alliances has no 9035"),
        ("atop5_1m.csv", "\n6035,373,2010,", "\n6035,373,much,", "`much` under `yrent` is no figure"),
        ("atop5_1m.csv", "atopid,member,", "atopid,state,", "has no column `member`"),
    ],
)
def test_what_is_wrong_is_named(
    read: Read, fixture: Find, tmp_path: Path, name: str, old: str, new: str, says: str
) -> None:
    folder = tmp_path / "atop"
    shutil.copytree(fixture("atop"), folder)
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DatasetError, match=says):
        read("atop", folder)


def test_the_file_of_alliances_alone_is_told(read: Read, fixture: Find) -> None:
    with pytest.raises(DatasetError, match=r"atop5_1a\.csv: this file alone tells of no ties; give the folder"):
        read("atop", fixture("atop") / "atop5_1a.csv")


def test_dyad_years_become_intervals(read: Read, r_file: RFile) -> None:
    years = [(2, 20, year, 1, 0, 0, 0, 1) for year in (1949, 1950, 1951)]
    years += [(20, 2, year, 1, 0, 0, 0, 1) for year in (1949, 1950, 1951)]
    years += [(365, 710, year, 0, 0, 0, 1, 0) for year in (1990, 1991, 1992, 1995)]
    path = r_file("atop_alliance.rda", list(entry("atop").layouts["years"].columns), years)
    found = [(tie.source, tie.target, tie.start, tie.end, tie.layer) for tie in read("atop", path)[0]]
    assert found == [
        ("CAN", "USA", "1949", "1951", Layer.alliance),
        ("CHN", "SUN", "1990", "1991-12-25", Layer.agreement),
        ("CHN", "RUS", "1991-12-26", "1992", Layer.agreement),
        ("CHN", "RUS", "1995", None, Layer.agreement),
    ]


def test_the_whole_files(read: Read, real: Find) -> None:
    ties, _, reading = read("atop", real("atop"))
    assert reading.tally.rows == 2510 + 789
    assert not reading.tally.unmapped
    assert len({tie.group for tie in ties}) == 789
    assert sum(tie.layer == Layer.alliance for tie in ties) == 5511


def test_both_forms_of_the_dataset_agree(read: Read, real: Find) -> None:
    """Of 136,648 dyad-years all but fourteen are the same pairs, and but for treaties in which a member promises
    different things to different members, all but seven the same pledges.
    """
    mine, varied = _by_members(read("atop", real("atop"))[0])
    theirs = _by_years(real(DYAD_YEARS))
    assert len(theirs) == 136648
    assert len(set(mine) ^ set(theirs)) <= 14
    apart = {key for key in set(mine) & set(theirs) if mine[key] != theirs[key]}
    assert len(apart - varied) <= 7


def _by_members(ties: list[Tie]) -> tuple[Years, set[tuple[int, int, int]]]:
    found: Years = defaultdict(set)
    varied: set[tuple[int, int, int]] = set()
    for tie in ties:
        one, other = (int(number) for number in tie.record.split("/")[-2:])
        for year in range(int((tie.start or "")[:4]), int((tie.end or "2018")[:4]) + 1):
            found[one, other, year] |= set(tie.details["pledges"].split(", ")) - {"none"}
            if "pledges_vary" in tie.details:
                varied.add((one, other, year))
    return found, varied


def _by_years(path: Path) -> Years:
    found: Years = defaultdict(set)
    for _, (a, b, year, *codes) in frame_rows(path, entry("atop").layouts["years"]):
        pledged = {pledge for pledge, code in zip(PLEDGES, codes, strict=True) if code == "1"}
        found[min(int(a), int(b)), max(int(a), int(b)), int(year)] |= pledged
    return found
