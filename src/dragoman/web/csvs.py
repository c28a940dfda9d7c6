"""Tables that are taken away: CSV with a row of names first, as spreadsheets and R read it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from fastapi.responses import Response

from dragoman.exports.values import plain
from dragoman.web.taking import CSV, attached

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula; texts of others may begin with it."""


def as_csv(rows: Iterable[Mapping[str, object]], name: str, columns: Sequence[str] = ()) -> Response:
    """The rows as a file of this name; without rows it has the `columns` alone."""
    told = [{key: cell(value) for key, value in row.items()} for row in rows]
    out = io.StringIO(newline="")
    written = csv.DictWriter(out, list(dict.fromkeys([*columns, *(key for row in told for key in row)])))
    written.writeheader()
    written.writerows(told)
    return Response(out.getvalue(), media_type=CSV, headers=attached(f"{name}.csv"))


def cell(value: object) -> str | int | float | None:
    """Several things are parted by `|`; a text that looks like a formula is marked as a text."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, (tuple, list, set, frozenset)):
        return "|".join(str(cell(one)) for one in value)
    text = plain(str(value))
    return f"'{text}" if text.startswith(FORMULA) else text
