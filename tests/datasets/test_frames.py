"""Files of R and Stata and Parquet: the same cells as text, and damaged ones told."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from dragoman.datasets import Layout
from dragoman.datasets.cells import as_text
from dragoman.datasets.frames import frame_head, frame_rows
from dragoman.datasets.limits import check_packed
from dragoman.datasets.sheets import sheet_rows
from dragoman.errors import DatasetError

from .conftest import RFile

COLUMNS = {"state": "a state", "year": "a year", "value": "a figure"}
ROWS = [(1, ["AZE", "2010", "2.5"]), (2, ["MAR", "2011", ""])]


def layout(kind: str, part: str | None = None) -> Layout:
    return Layout.model_validate({"kind": kind, "columns": COLUMNS, "part": part})


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    table = pa.table({"state": ["AZE", "MAR"], "year": [2010, 2011], "value": [2.5, None]})
    parquet.write_table(table, path)
    assert frame_head(path, layout("parquet")).columns == tuple(COLUMNS)
    assert list(frame_rows(path, layout("parquet"))) == ROWS


def test_stata(tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas")
    path = tmp_path / "t.dta"
    frame = pd.DataFrame({"state": ["AZE", "MAR"], "year": [2010, 2011], "value": [2.5, None]})
    frame.to_stata(path, write_index=False)
    assert frame_head(path, layout("dta")).columns == tuple(COLUMNS)
    assert list(frame_rows(path, layout("dta"))) == ROWS


def test_r(real: Callable[[str], Path]) -> None:
    path = real("alliances_rda/atop_alliance.rda")
    head = frame_head(path, layout("rda"))
    assert len(head.columns) > 3
    number, cells = next(frame_rows(path, layout("rda")))
    assert (number, len(cells)) == (1, len(head.columns))
    with pytest.raises(DatasetError, match="no table `other`, but "):
        frame_head(path, layout("rda", "other"))


def test_figures_that_come_again_and_a_file_that_changes(r_file: RFile) -> None:
    path = r_file("t.rda", list(COLUMNS), [("AZE", 2010.0, 2.5), ("MAR", 2010.0, float("nan")), ("AZE", 2011.0, 2.5)])
    rows = [(1, ["AZE", "2010", "2.5"]), (2, ["MAR", "2010", ""]), (3, ["AZE", "2011", "2.5"])]
    assert list(frame_rows(path, layout("rda"))) == rows
    r_file("t.rda", list(COLUMNS), [("AZE", 2010.0, 2.5)])
    assert list(frame_rows(path, layout("rda"))) == rows[:1]


@pytest.mark.parametrize("kind", ["rda", "dta", "parquet"])
@pytest.mark.parametrize(
    "content", [b"RDX3\nX\n\x00", gzip.compress(b"RDX3\nX\n", mtime=0)[:20], b"PAR1PAR1", b"<stata_dta>", b"x"]
)
def test_a_damaged_file_is_told(tmp_path: Path, kind: str, content: bytes) -> None:
    path = tmp_path / "t"
    path.write_bytes(content)
    with pytest.raises(DatasetError, match="damaged or cut off"):
        frame_head(path, layout(kind))


def test_a_workbook_that_is_none_and_one_that_unpacks_to_too_much_are_told(tmp_path: Path) -> None:
    from openpyxl import Workbook

    path = tmp_path / "t.xlsx"
    path.write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(DatasetError, match="damaged or cut off"):
        list(sheet_rows(path, layout("xlsx")))
    book = Workbook()
    book.active.append(["state"])
    book.save(path)
    with pytest.raises(DatasetError, match="holds over"):
        check_packed(path, limit=1000)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (float("nan"), ""), (2009.0, "2009"), (2.5, "2.5"), (date(2010, 1, 31), "2010-01-31"), (True, "True")],
)
def test_a_cell_as_text(value: object, text: str) -> None:
    assert as_text(value) == text


@given(st.one_of(st.none(), st.integers(-(10**14), 10**14), st.floats(), st.text(), st.binary(), st.dates()))
def test_any_cell_has_a_text(value: object) -> None:
    assert isinstance(as_text(value), str)
    if isinstance(value, int):
        assert as_text(value) == str(value)
