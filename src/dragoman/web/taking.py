"""Tables that are taken away as CSV: sent as they are read, so that a million rows need no memory."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator

from fastapi.responses import StreamingResponse
from sqlalchemy import Connection

from dragoman.exports.forms import TableName
from dragoman.exports.rows import Cells
from dragoman.exports.tables import CsvRows
from dragoman.ledger import Ledger

CSV = "text/csv; charset=utf-8"
AT_ONCE = 500
"""Rows that are sent together."""
_SIGNS = re.compile(r"[^\w.-]+")


def table(ledger: Ledger, name: TableName, rows: Callable[[Connection], Iterable[Cells]]) -> StreamingResponse:
    """A table of `docs/exports.md` with these rows, which are read while it is sent."""
    return StreamingResponse(_lines(ledger, name, rows), media_type=CSV, headers=attached(f"{name.value}.csv"))


def _lines(ledger: Ledger, name: TableName, rows: Callable[[Connection], Iterable[Cells]]) -> Iterator[str]:
    out = io.StringIO(newline="")
    written = CsvRows(out, name)
    with ledger.reading() as connection:
        for number, cells in enumerate(rows(connection), 1):
            written.add(cells)
            if number % AT_ONCE == 0:
                yield out.getvalue()
                out.seek(0)
                out.truncate()
    yield out.getvalue()


def attached(name: str) -> dict[str, str]:
    """The header that gives a file its name where it is saved."""
    return {"Content-Disposition": f'attachment; filename="{_SIGNS.sub("-", name)}"'}
