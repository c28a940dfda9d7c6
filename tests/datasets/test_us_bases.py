"""Sites of the United States abroad: a tie each, without a date, and what sort it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import DatasetError
from dragoman.model import Layer

from .conftest import Read
from .made import us_bases


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return us_bases(tmp_path)


def test_a_site_is_a_tie_without_a_date(read: Read, path: Path) -> None:
    ties, _, reading = read("us-bases", path)
    assert [(tie.target, tie.mode, tie.subject, tie.details["kind"]) for tie in ties] == [
        ("TUR", "base", "Incirlik AB", "base"),
        ("GHA", "base", "Accra", "small site"),
        ("MLI", "access", "Gao", "host's site"),
        ("CAN", "base", None, "small site"),
        ("DNK", "base", "Thule AB", "base"),
    ]
    assert {(tie.source, tie.layer, tie.start, tie.end, tie.weight) for tie in ties} == {
        ("USA", Layer.basing, None, None, None)
    }
    assert ties[-1].details["place"] == "Greenland"
    assert reading.tally.skipped == {"a territory of the United States": 1}


def test_a_site_of_no_sort_is_named_by_row(read: Read, path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "Italy,325,ITA,Aviano,46,12.6,0,0,0\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"bases\.csv:8: neither a base, nor a lilypad, nor a funded site"):
        read("us-bases", path)


def test_the_whole_file(read: Read, real: Callable[[str], Path]) -> None:
    ties, _, reading = read("us-bases", real("troopdata/basedata.csv"))
    assert (reading.tally.rows, len(ties)) == (414, 381)
    assert set(reading.tally.unmapped) == {("Antarctica", "belongs to no state")}
    assert len({tie.subject for tie in ties if tie.target == "TUR"}) == 6
