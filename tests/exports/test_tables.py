"""The tables as files: pandas reads them, with types, with and without rows."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports import tables
from dragoman.exports.columns import columns
from dragoman.exports.forms import TableName
from dragoman.exports.rows import Cells, event_cells, measure_cells, tie_cells
from dragoman.exports.tables import CsvRows, parquet_rows
from dragoman.model import Tie

from .samples import EVENTS, MEASURE, TIES, reported, ties

ROWS: dict[TableName, list[Cells]] = {
    TableName.events: [event_cells(event) for event in EVENTS],
    TableName.ties: [tie_cells(tie) for tie in TIES],
    TableName.measures: [measure_cells(MEASURE)],
}
DTYPES = {"text": "str", "whole": "Int64", "fraction": "float64", "yes_no": "bool"}


def as_csv(table: TableName, rows: list[Cells]) -> str:
    stream = io.StringIO(newline="")
    writer = CsvRows(stream, table)
    for row in rows:
        writer.add(row)
    return stream.getvalue()


def read_csv(table: TableName, text: str) -> pd.DataFrame:
    types: Any = {name: DTYPES[column.type] for name, column in columns(table).items()}
    return pd.read_csv(io.StringIO(text, newline=""), dtype=types, keep_default_na=False, na_values=[""])


def as_parquet(table: TableName, rows: list[Cells], path: Path) -> pd.DataFrame:
    with parquet_rows(path, table) as writer:
        for row in rows:
            writer.add(row)
    return pd.read_parquet(path)


@pytest.mark.parametrize("table", ROWS)
def test_csv_is_read_with_the_types_of_its_codebook(table: TableName) -> None:
    frame = read_csv(table, as_csv(table, ROWS[table]))
    assert list(frame.columns) == list(columns(table))
    for name, column in columns(table).items():
        assert pd.api.types.is_string_dtype(frame[name].dtype) == (column.type == "text"), name
        for row, cell in zip(ROWS[table], frame[name], strict=True):
            assert (row[name] is None and pd.isna(cell)) or row[name] == cell


def test_codes_keep_their_zeros() -> None:
    assert read_csv(TableName.events, as_csv(TableName.events, ROWS[TableName.events]))["cameo_root"][0] == "05"


@pytest.mark.parametrize("table", TableName)
def test_no_rows_make_a_table_without_rows(table: TableName, tmp_path: Path) -> None:
    for frame in (read_csv(table, as_csv(table, [])), as_parquet(table, [], tmp_path / "t.parquet")):
        assert list(frame.columns) == list(columns(table))
        assert frame.empty


@pytest.mark.parametrize("table", ROWS)
def test_parquet_holds_the_cells_as_they_are(table: TableName, tmp_path: Path) -> None:
    as_parquet(table, ROWS[table], tmp_path / "t.parquet")
    assert pq.read_table(tmp_path / "t.parquet").to_pylist() == ROWS[table]


def test_types_do_not_depend_on_what_the_cells_hold(tmp_path: Path) -> None:
    frame = as_parquet(TableName.ties, [ROWS[TableName.ties][1]], tmp_path / "t.parquet")
    assert frame["weight"].dtype == "float64"
    assert frame["directed"].dtype == "bool"


def test_rows_go_out_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ROW_GROUP", 2)
    with parquet_rows(tmp_path / "t.parquet", TableName.measures) as writer:
        for _ in range(5):
            writer.add(measure_cells(MEASURE))
            assert len(writer.waiting) < 2
    assert pq.ParquetFile(tmp_path / "t.parquet").num_row_groups == 3


@given(st.lists(ties, max_size=3))
def test_csv_of_any_ties_is_read_row_by_row(found: list[Tie]) -> None:
    frame = read_csv(TableName.ties, as_csv(TableName.ties, [tie_cells(tie) for tie in found]))
    assert list(frame["tie_id"]) == [tie.id for tie in found]
    assert list(frame["directed"]) == [tie.directed for tie in found]


@given(st.lists(reported, max_size=3))
def test_csv_of_any_events_is_read_row_by_row(found: list[Any]) -> None:
    make: Callable[[Any], Cells] = event_cells
    frame = read_csv(TableName.events, as_csv(TableName.events, [make(event) for event in found]))
    assert list(frame["status"]) == [item.event.status.value for item in found]
