"""What the codes of militarized interstate disputes mean (`mid-codes.tsv`)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from dragoman.datasets.rows import Row
from dragoman.errors import CodebookError

NAME = "mid-codes.tsv"
COLUMNS = ["of", "code", "meaning"]
MISSING = -9


def meaning(row: Row, column: str, of: str) -> str:
    """What the code in a cell means, empty where it is missing or 0 is no code. Raises DatasetError for another one."""
    code = row.whole(column)
    if code is None or code == MISSING:
        return ""
    known = _codes()
    if (of, code) not in known and code != 0:
        raise row.error(f"`{row[column]}` under `{column}` is no code of the dataset")
    return known.get((of, code), "")


@cache
def _codes() -> dict[tuple[str, int], str]:
    """Every code by what it is of. Raises CodebookError with file and line."""
    found: dict[tuple[str, int], str] = {}
    with (files("dragoman.datasets") / "data" / NAME).open(encoding="utf-8") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for cells in reader:
            where = f"{NAME}:{reader.line_num}"
            if reader.line_num == 1 and cells != COLUMNS:
                raise CodebookError(f"the columns are not {', '.join(COLUMNS)}", source=where)
            if reader.line_num == 1:
                continue
            if len(cells) != len(COLUMNS) or not cells[1].isdigit() or (cells[0], int(cells[1])) in found:
                raise CodebookError("no code with a meaning, or one that stands here twice", source=where)
            found[cells[0], int(cells[1])] = cells[2]
    return found
