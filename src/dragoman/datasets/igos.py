"""The organisations of the Correlates of War list: which have a code here, and what those are called that matter for
defence (`cow-igos.tsv`).
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dragoman.actors import organisations
from dragoman.errors import CodebookError

NAME = "cow-igos.tsv"
COLUMNS = ["column", "code", "name", "why"]
PREFIX = "IGO_"
"""Stands before the dataset's own abbreviation, for organisations that have no code here: IGO_WEU."""
ADVICE = "correct the file (docs/datasets.md says how)"


class Igo(NamedTuple):
    """The code of an organisation, and its name, None where the table has none."""

    code: str
    name: str | None


def igo(column: str) -> Igo:
    """The organisation that a column of the dataset stands for. Raises CodebookError for a table that breaks rules."""
    return _table().get(column) or Igo(PREFIX + column.upper(), None)


@cache
def _table() -> dict[str, Igo]:
    found: dict[str, Igo] = {}
    with (files("dragoman.datasets") / "data" / NAME).open(encoding="utf-8") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for cells in reader:
            where = f"{NAME}:{reader.line_num}"
            if reader.line_num == 1:
                _must(cells == COLUMNS, f"the columns are not {', '.join(COLUMNS)}", where)
                continue
            _must(len(cells) == len(COLUMNS), f"{len(cells)} fields, not {len(COLUMNS)}", where)
            column, code, name, _ = cells
            _must(bool(column and name) and column not in found, f"`{column}` has no name or stands here twice", where)
            _must(not code or code in organisations(), f"no organisation {code}", where)
            found[column] = Igo(code or PREFIX + column.upper(), name)
    return found


def _must(holds: bool, what: str, where: str) -> None:
    if not holds:
        raise CodebookError(what, source=where, advice=ADVICE)
