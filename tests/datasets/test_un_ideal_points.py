"""Ideal points: the states and years of the whole file, and the copy that comes with the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets.packaged import FOLDER
from dragoman.errors import DatasetError

from .conftest import Read

WHOLE = "unga/IdealpointestimatesAll_Apr2020.csv"


def test_every_row_of_the_whole_file_is_a_figure_of_a_state(read: Read, real: Callable[[str], Path]) -> None:
    ties, measures, reading = read("un-ideal-points", real(WHOLE))
    assert not ties
    assert len(measures) == reading.tally.rows == 10469
    assert not reading.tally.unmapped
    assert (reading.dataset.first_year, reading.dataset.last_year) == (1946, 2019)


def test_the_copy_in_the_package_is_the_whole_file_to_four_decimals(read: Read, real: Callable[[str], Path]) -> None:
    whole = read("un-ideal-points", real(WHOLE))[1]
    here = read("un-ideal-points", FOLDER / "un-ideal-points.csv")[1]
    assert [(m.actor, m.year, m.note) for m in here] == [(m.actor, m.year, m.note) for m in whole]
    assert max(abs(a.value - b.value) for a, b in zip(here, whole, strict=True)) < 0.0001


def test_a_state_that_is_no_more_and_its_successor(read: Read) -> None:
    measures = read("un-ideal-points", FOLDER / "un-ideal-points.csv")[1]
    assert max(m.year for m in measures if m.actor == "SUN") < min(m.year for m in measures if m.actor == "RUS")
    assert min(m.year for m in measures if m.actor == "AZE") == 1991


@pytest.mark.parametrize(
    ("row", "says"), [("373,,40,0.5", "no session"), ("373,60,40,far", "`far` under `IdealPoint`")]
)
def test_a_wrong_row_is_named(tmp_path: Path, read: Read, row: str, says: str) -> None:
    path = tmp_path / "points.csv"
    path.write_text(f"ccode,session,NVotes,IdealPoint\n{row}\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"points\.csv:2") as raised:
        read("un-ideal-points", path)
    assert says in raised.value.line
