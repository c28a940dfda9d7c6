"""Writes rows to a table, one after the other: CSV or Parquet. No more than a row group is ever in memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TextIO

from dragoman.exports.columns import Column, columns
from dragoman.exports.forms import TableName
from dragoman.exports.values import plain
from dragoman.schema.flat import Cell

if TYPE_CHECKING:
    from pyarrow import Schema
    from pyarrow.parquet import ParquetWriter

ROW_GROUP = 5000
"""Rows of a Parquet row group: some megabytes."""


class Rows(Protocol):
    """What rows are added to."""

    def add(self, cells: Mapping[str, Cell]) -> None:
        """Write a row: a cell for every column of the table."""
        ...


class CsvRows:
    """A row after the other, the names of the columns in the first; a file without rows has these."""

    def __init__(self, stream: TextIO, table: TableName) -> None:
        self.writer = csv.DictWriter(stream, list(columns(table)))
        self.writer.writeheader()

    def add(self, cells: Mapping[str, Cell]) -> None:
        """Write a row."""
        self.writer.writerow({name: plain(cell) if isinstance(cell, str) else cell for name, cell in cells.items()})


class ParquetRows:
    """Rows in row groups of `at_once`, with the types of the columns, whatever the cells hold."""

    def __init__(self, writer: ParquetWriter, at_once: int | None = None) -> None:
        self.writer = writer
        self.at_once = at_once or ROW_GROUP
        self.waiting: list[Mapping[str, Any]] = []

    def add(self, cells: Mapping[str, Any]) -> None:
        """Keep a row, and write the row group when it is full."""
        self.waiting.append(cells)
        if len(self.waiting) >= self.at_once:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait."""
        import pyarrow as pa

        if self.waiting:
            self.writer.write_table(pa.Table.from_pylist(self.waiting, schema=self.writer.schema))
        self.waiting = []


@contextmanager
def parquet_rows(path: Path | BinaryIO, table: TableName) -> Iterator[ParquetRows]:
    """Rows of a Parquet file that is whole at the end of the block; the file is there even without rows."""
    from pyarrow.parquet import ParquetWriter

    with ParquetWriter(path, schema_of(table), compression="zstd") as writer:
        rows = ParquetRows(writer)
        yield rows
        rows.flush()


def schema_of(table: TableName) -> Schema:
    """The columns of a table as Parquet has them."""
    import pyarrow as pa

    kinds = {"text": pa.string(), "whole": pa.int64(), "fraction": pa.float64(), "yes_no": pa.bool_()}

    def field(name: str, column: Column) -> Any:
        return pa.field(name, kinds[column.type], metadata={"meaning": column.meaning})

    return pa.schema([field(name, column) for name, column in columns(table).items()])
