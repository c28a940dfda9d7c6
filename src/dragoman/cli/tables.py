"""The formats of coded statements: JSON lines, and the flat table as CSV or Parquet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from dragoman.cli.output import replaced, written
from dragoman.model import Coding

if TYPE_CHECKING:
    from pyarrow import Schema
    from pyarrow.parquet import ParquetWriter

WHOLE = frozenset({"views", "evidence_start", "evidence_end", "trigger_start", "trigger_end"})
"""The columns of the flat table that hold whole numbers; `confidence` is a fraction, all others are text."""
BATCH = 5000
"""Rows of a Parquet row group: some megabytes."""


class Format(StrEnum):
    """How coded statements are written."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class Table(Protocol):
    """What codings are added to, one after the other."""

    def add(self, coding: Coding) -> None:
        """Write what was coded from one document."""
        ...


@contextmanager
def table(form: Format, path: Path | None) -> Iterator[Table]:
    """A table in this format to `path`, or to standard output; Parquet needs a path."""
    if form is Format.parquet and path is not None:
        with replaced(path) as new, _parquet_writer(new) as writer:
            parquet = ParquetTable(writer)
            yield parquet
            parquet.flush()
        return
    with written(path) as stream:
        yield JsonLines(stream) if form is Format.jsonl else CsvTable(stream)


class JsonLines:
    """One line a document: the document and its statements."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def add(self, coding: Coding) -> None:
        """Write the line of one document."""
        self.stream.write(coding.model_dump_json() + "\n")


class CsvTable:
    """One row a statement, the column names in the first row."""

    def __init__(self, stream: TextIO) -> None:
        from dragoman.schema import FLAT_COLUMNS

        self.rows = csv.DictWriter(stream, FLAT_COLUMNS)
        self.rows.writeheader()

    def add(self, coding: Coding) -> None:
        """Write the rows of one document."""
        self.rows.writerows(_rows(coding))


class ParquetTable:
    """One row a statement, in row groups."""

    def __init__(self, writer: ParquetWriter) -> None:
        self.writer = writer
        self.waiting: list[dict[str, Any]] = []

    def add(self, coding: Coding) -> None:
        """Keep the rows of one document, and write when there are enough."""
        self.waiting += _rows(coding)
        if len(self.waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait."""
        import pyarrow as pa

        if self.waiting:
            self.writer.write_table(pa.Table.from_pylist(self.waiting, schema=self.writer.schema))
        self.waiting = []


def _rows(coding: Coding) -> list[dict[str, Any]]:
    from dragoman.actors.names import codes
    from dragoman.schema import flat_rows

    return [dict(row) for row in flat_rows(coding, codes)]


def _parquet_writer(path: Path) -> ParquetWriter:
    from pyarrow.parquet import ParquetWriter

    return ParquetWriter(path, _parquet_schema(), compression="zstd")


def _parquet_schema() -> Schema:
    import pyarrow as pa

    from dragoman.schema import FLAT_COLUMNS

    def kind(column: str) -> Any:
        return pa.int64() if column in WHOLE else pa.float64() if column == "confidence" else pa.string()

    return pa.schema([(column, kind(column)) for column in FLAT_COLUMNS])
