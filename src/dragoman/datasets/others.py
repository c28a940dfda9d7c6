"""Names in datasets that are no state: organisations, which have codes, and those that stand for no actor, with why."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dragoman.actors import organisations, states
from dragoman.errors import CodebookError

NAME = "others.tsv"
ADVICE = "correct the file (docs/datasets.md says how)"


class Other(NamedTuple):
    """A code, or None and the reason."""

    code: str | None
    why: str


@cache
def others() -> dict[str, Other]:
    """Every such name as datasets write it. Raises CodebookError with file and line."""
    found: dict[str, Other] = {}
    with (files("dragoman.datasets") / "data" / NAME).open(encoding="utf-8") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for cells in reader:
            where = f"{NAME}:{reader.line_num}"
            if reader.line_num == 1:
                _must(cells == ["name", "code", "why"], "the columns are not name, code, why", where)
                continue
            _must(len(cells) == 3, f"{len(cells)} fields, not 3", where)
            name, code, why = cells
            _must(bool(code) != bool(why), "one of code and why has to stand there", where)
            _must(not code or code in organisations() or code in states(), f"no actor {code}", where)
            _must(name not in found, f"`{name}` is given twice", where)
            found[name] = Other(code or None, why)
    return found


def _must(holds: bool, what: str, where: str) -> None:
    if not holds:
        raise CodebookError(what, source=where, advice=ADVICE)
