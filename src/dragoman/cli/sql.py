"""`dragoman sql`: questions to a dataset of statements."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain, islice
from typing import Annotated, Any

import typer

from dragoman.cli.load import Made
from dragoman.cli.options import Output

SHOWN = 1_000
"""Rows of a readable table at most; csv and jsonl have all of them."""


class Shape(StrEnum):
    """How rows are written."""

    text = "text"
    csv = "csv"
    jsonl = "jsonl"


Query = Annotated[str, typer.Argument(metavar="QUERY", show_default=False, help="A query in the SQL of DuckDB.")]
ShapeOption = Annotated[
    Shape, typer.Option("--format", help="text: a table of 80 columns. csv and jsonl: every row, for other programs.")
]


def sql(dataset: Made, query: Query, shape: ShapeOption = Shape.text, output: Output = None) -> None:
    """Ask a dataset that `dragoman code` made, in SQL.

    Its tables are `documents`, `statements` (the columns of the flat table, and the
    whole statement as JSON in `body`) and `faults`. A statement and its document
    have `document_id` = `id`. Only what is whole is seen, also while a run writes.

    \b
    Examples:
      dragoman sql coded/ "SELECT type, count(*) AS n FROM statements GROUP BY type"
      dragoman sql coded/ "SELECT * FROM faults" --format csv -o faults.csv
    """
    from dragoman.cli.output import written
    from dragoman.scale.dataset import Dataset
    from dragoman.scale.querying import answer

    rows = answer(Dataset(dataset), query)
    names = [str(name) for name in next(rows)]
    with written(output) as stream:
        for line in {Shape.text: _text, Shape.csv: _csv, Shape.jsonl: _jsonl}[shape](names, rows):
            stream.write(f"{line}\n")


def _text(names: list[str], rows: Iterator[list[Any]]) -> Iterable[str]:
    from dragoman.cli.columns import table

    shown = [["" if cell is None else str(cell) for cell in row] for row in islice(rows, SHOWN)]
    yield from table(names, shown)
    if next(rows, None) is not None:
        yield f"(more than {SHOWN:,} rows; --format csv has all of them)"


def _csv(names: list[str], rows: Iterator[list[Any]]) -> Iterable[str]:
    from io import StringIO

    line = StringIO()
    writer = csv.writer(line, lineterminator="")
    for cells in chain([names], rows):
        line.seek(0)
        line.truncate()
        writer.writerow(cells)
        yield line.getvalue()


def _jsonl(names: list[str], rows: Iterator[list[Any]]) -> Iterable[str]:
    for cells in rows:
        yield json.dumps(dict(zip(names, cells, strict=True)), ensure_ascii=False, default=str)
