"""The columns of the tables: what each holds, as data (`data/columns.yaml`), and the values that it may take."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import TypeAdapter

from dragoman.exports.forms import TableName
from dragoman.model import Frozen, Layer
from dragoman.schema import codebook
from dragoman.schema.equivalents import PloverEvent
from dragoman.schema.load import checked
from dragoman.schema.located import read_located

FILE = Path(__file__).parent / "data" / "columns.yaml"
ColumnType = Literal["text", "whole", "fraction", "yes_no"]
Values = Literal[
    "types", "modes", "statuses", "kinds", "polarities", "precisions", "matters", "factbank", "plover", "layers"
]


class Column(Frozen):
    """A column: `filled` if it never is empty, `list` if its cells hold several values with `|` between them.

    `aligned` names the column whose parts stand in the same order; `values` the list that a value is taken from.
    """

    type: ColumnType
    meaning: str
    filled: bool = False
    list: bool = False
    aligned: str | None = None
    values: Values | None = None

    @property
    def allowed(self) -> tuple[str, ...]:
        """The values that it may take; empty where any will do."""
        return allowed(self.values) if self.values else ()


@cache
def columns(table: TableName) -> dict[str, Column]:
    """The columns of a table by name, in their order. Raises CodebookError for a fault of the file."""
    return _tables()[table]


@cache
def allowed(values: Values) -> tuple[str, ...]:
    """The values of a list of the codebook or of the model."""
    book = codebook()
    if values == "modes":
        return tuple(sorted({mode for entry in book.types.values() for mode in entry.modes}))
    if values == "factbank":
        return tuple(sorted({entry.factbank for entry in book.statuses.values()}))
    if values == "plover":
        return get_args(PloverEvent)
    if values == "layers":
        return tuple(layer.value for layer in Layer)
    return tuple(str(name) for name in getattr(book, values))


@cache
def _tables() -> dict[TableName, dict[str, Column]]:
    file = read_located(FILE)
    tables = checked(file, TypeAdapter(dict[TableName, dict[str, Column]]))
    for table, found in tables.items():
        for name, column in found.items():
            if column.aligned is not None and column.aligned not in found:
                raise file.error(f"no column {column.aligned!r} to be aligned with", (table.value, name, "aligned"))
    return tables
