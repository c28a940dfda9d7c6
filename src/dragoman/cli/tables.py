"""The formats of coded statements: JSON lines, and the flat table as CSV or Parquet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from dragoman.cli.output import replaced, written
from dragoman.model import Coding

if TYPE_CHECKING:
    from dragoman.exports.tables import Rows


class Format(StrEnum):
    """How coded statements are written."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    dataset = "dataset"


class Table(Protocol):
    """What codings are added to, one after the other."""

    def add(self, coding: Coding) -> None:
        """Write what was coded from one document."""
        ...


@contextmanager
def table(form: Format, path: Path | None) -> Iterator[Table]:
    """A table in this format to `path`, or to standard output; Parquet needs a path."""
    if form is Format.jsonl:
        with written(path) as stream:
            yield JsonLines(stream)
        return
    from dragoman.exports.forms import TableName
    from dragoman.exports.tables import CsvRows, parquet_rows

    if form is Format.parquet and path is not None:
        with replaced(path) as new, parquet_rows(new, TableName.statements) as rows:
            yield StatementRows(rows)
        return
    with written(path) as stream:
        yield StatementRows(CsvRows(stream, TableName.statements))


class JsonLines:
    """One line a document: the document and its statements."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def add(self, coding: Coding) -> None:
        """Write the line of one document."""
        self.stream.write(coding.model_dump_json() + "\n")


class StatementRows:
    """One row a statement."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def add(self, coding: Coding) -> None:
        """Write the rows of one document."""
        from dragoman.actors.names import codes
        from dragoman.schema import flat_rows

        for row in flat_rows(coding, codes):
            self.rows.add(row)
