"""Construction of the United States abroad: the sum of a site in a fiscal year, neither at home nor without a state."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import DatasetError
from dragoman.model import Layer

from .conftest import Read
from .made import us_construction


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return us_construction(tmp_path)


def test_projects_at_a_site_are_one_tie(read: Read, path: Path) -> None:
    ties, _, reading = read("us-construction", path)
    camp, thule = ties
    assert (camp.source, camp.target, camp.subject, camp.weight, camp.unit) == (
        "USA", "DJI", "Camp Lemonier", 39860, "USD thousand",
    )  # fmt: skip
    assert (camp.layer, camp.mode, camp.start, camp.end) == (Layer.basing, "base", "2012-10-01", "2013-09-30")
    assert (camp.details["projects"], camp.details["fiscal_year"]) == ("2", "2013")
    assert (thule.target, thule.details["place"]) == ("DNK", "Greenland")
    assert reading.tally.skipped["in the United States or a territory of theirs"] == 2
    assert reading.tally.unmapped == {("Worldwide Unspecified", "no place is named"): 1}


def test_a_wrong_row_is_named(read: Read, path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("17640", "some"), encoding="utf-8")
    with pytest.raises(DatasetError, match=r"construction\.csv:3: `some` under `spend_construction` is no figure"):
        read("us-construction", path)


def test_the_whole_file(read: Read, real: Callable[[str], Path]) -> None:
    ties, _, reading = read("us-construction", real("troopdata/builddata.csv"))
    assert (reading.tally.rows, len(ties)) == (5532, 284)
    assert not [name for name, why in reading.tally.unmapped if why.startswith("no state has this")]
    assert {"DEU", "DJI", "ROU", "POL", "TUR"} <= {tie.target for tie in ties}
