"""Personnel of the United States abroad: a tie a place and year, none for nobody, territories with their state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import DatasetError
from dragoman.model import Layer

from .conftest import Read
from .made import us_troops

Find = Callable[[str], Path]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return us_troops(tmp_path)


def test_a_force_in_a_place_in_a_year_is_a_tie(read: Read, path: Path) -> None:
    ties, _, reading = read("us-troops", path)
    tie = ties[0]
    assert (tie.source, tie.target, tie.directed) == ("USA", "TUR", True)
    assert (tie.layer, tie.type, tie.mode) == (Layer.basing, "basing", "troops")
    assert (tie.start, tie.end, tie.weight, tie.unit) == ("2024", "2024", 1692, "persons")
    assert tie.details == {"army": "153", "navy": "4", "air_force": "1475", "marine_corps": "58", "civilians": "236"}
    assert reading.tally.skipped["nobody is counted there"] == 1
    assert reading.tally.skipped["the United States themselves, or a territory of theirs"] == 2
    assert reading.tally.unmapped == {("Antarctica", "belongs to no state"): 1}


def test_the_guards_of_an_embassy_are_a_figure_and_no_tie(read: Read, path: Path) -> None:
    ties, measures, reading = read("us-troops", path)
    assert "AZE" not in {tie.target for tie in ties}
    assert {(m.actor, m.year): m.value for m in measures} == {
        ("AZE", 2024): 15, ("TUR", 2024): 1692, ("DNK", 1960): 5460, ("XVS", 1968): 537377,
    }  # fmt: skip
    assert reading.tally.skipped["fewer than 100 persons in the place make no tie"] == 1


def test_a_territory_is_its_states_and_not_added_to_it(read: Read, path: Path) -> None:
    found = {tie.record: tie for tie in read("us-troops", path)[0] if tie.target == "DNK"}
    assert {record: tie.weight for record, tie in found.items()} == {"Greenland/1960": 5300, "Denmark/1960": 160}
    assert found["Greenland/1960"].details["place"] == "Greenland"
    assert "place" not in found["Denmark/1960"].details


def test_forces_in_vietnam_stood_in_the_south(read: Read, path: Path) -> None:
    assert {tie.target for tie in read("us-troops", path)[0] if tie.start == "1968"} == {"XVS"}


def test_a_wrong_row_is_named(read: Read, path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "Turkey,2024,640,TUR,many,1,1,1,1,1\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"country-year\.csv:11: `many` under `troops_ad` is no figure"):
        read("us-troops", path)


def test_the_whole_file(read: Read, real: Find) -> None:
    ties, measures, reading = read("us-troops", real("troopdata/troopdata-rebuild-country-year.csv"))
    assert reading.tally.rows == 13135
    assert len(ties) + reading.tally.skipped["fewer than 100 persons in the place make no tie"] == 9504
    assert {name for name, _ in reading.tally.unmapped} == {"Antarctica", "Fiji and Tonga", "Kashmir"}
    assert (reading.dataset.first_year, reading.dataset.last_year) == (1950, 2024)
    persons = {(m.actor, m.year): m.value for m in measures}
    assert (persons["AZE", 2024], persons["MAR", 2024], persons["DEU", 2024]) == (15, 39, 36541)
    found = {(tie.target, tie.start): tie.weight for tie in ties}
    assert found["DEU", "2024"] == 36541
    assert ("RUS", "2024") not in found and ("MAR", "1960") in found
    assert {tie.target for tie in ties} >= {"XVS", "DEU", "TUR", "MAR"}


def test_the_older_file(read: Read, real: Find) -> None:
    ties, _, reading = read("us-troops", real("troopdata/troopdata.csv"))
    found = {(tie.target, tie.start): tie.weight for tie in ties}
    assert found["AFG", "2016"] == 9023
    assert not [name for name, why in reading.tally.unmapped if why.startswith("no state has this")]
