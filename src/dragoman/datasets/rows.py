"""A row of a table, which knows where it stands: whatever is wrong with a cell is told by file and row."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from dragoman.errors import DatasetError


@dataclass(slots=True, frozen=True)
class Columns:
    """What the rows of a table share: its file, its layout, where each column is, what stands for no value, and what
    parts the thousands of a figure.
    """

    file: str
    layout: str
    index: dict[str, int]
    missing: frozenset[str]
    thousands: str = ""


class Row:
    """The cells of a row as text. `number` counts the lines of the file (the rows of a sheet) from 1."""

    __slots__ = ("cells", "columns", "number")

    def __init__(self, columns: Columns, number: int, cells: list[str]) -> None:
        self.columns = columns
        self.number = number
        self.cells = cells

    @property
    def layout(self) -> str:
        """Which of the entry's layouts the row is in."""
        return self.columns.layout

    @property
    def where(self) -> str:
        """`file:row`."""
        return f"{self.columns.file}:{self.number}"

    def __getitem__(self, column: str) -> str:
        """The text of a cell without spaces around it; empty where there is no value or no such column."""
        at = self.columns.index.get(column)
        text = self.cells[at].strip() if at is not None else ""
        return "" if text in self.columns.missing else text

    def is_bare(self, *besides: str) -> bool:
        """Whether nothing stands under the columns besides these, not even a sign for no value."""
        others = (at for column, at in self.columns.index.items() if column not in besides)
        return not any(self.cells[at].strip() for at in others)

    def text(self, column: str) -> str | None:
        """The text of a cell, None where there is no value."""
        return self[column] or None

    def needed(self, column: str) -> str:
        """The text of a cell that must have one. Raises DatasetError."""
        text = self[column]
        if not text:
            raise self.error(f"nothing stands under `{column}`")
        return text

    def decimal(self, column: str) -> float | None:
        """The figure in a cell, None where there is no value. Raises DatasetError for what is no figure."""
        text = self[column]
        if not text:
            return None
        try:
            value = float(self._joined(text))
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise self.error(f"`{text}` under `{column}` is no figure")
        return value

    def _joined(self, text: str) -> str:
        """A figure without what parts its thousands, where it stands between groups of three digits."""
        parts = self.columns.thousands
        if not parts or parts not in text:
            return text
        head, *groups = text.partition(".")[0].split(parts)
        right = head.lstrip("-").isdigit() and all(len(group) == 3 for group in groups)
        return text.replace(parts, "") if right else text

    def whole(self, column: str) -> int | None:
        """The whole number in a cell (`2009.0` is one), None where there is no value. Raises DatasetError."""
        value = self.decimal(column)
        if value is None:
            return None
        if value != int(value):
            raise self.error(f"`{self[column]}` under `{column}` is no whole number")
        return int(value)

    def day(self, column: str) -> str:
        """The day in a cell as an ISO date. Raises DatasetError for what is no day."""
        text = self.needed(column)
        try:
            return date.fromisoformat(text[:10]).isoformat()
        except ValueError as error:
            raise self.error(f"`{text}` under `{column}` is no day") from error

    def error(self, what: str, advice: str = "correct the row or get the file anew") -> DatasetError:
        """A DatasetError that names this row."""
        return DatasetError(what, source=self.where, advice=advice)
