"""A tie: what the dataset says, under which terms, what stands beside it, what is one thing with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse, Response

from dragoman.errors import NotInLedger
from dragoman.exports.rows import tie_cells
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.recall import record as recalled
from dragoman.ledger.records import TieRecord
from dragoman.network import Alongside, alongside
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At, Reading
from dragoman.web.held import Weighed, weighed_by_now

router = APIRouter()
Key = Annotated[str, Path(max_length=80)]
GROUP = 60
"""Ties of one thing that a page shows; its table has all of them."""
COLUMNS = ("actor", "end", "first_year", "last_year", "rank", "partner", "ties", "weight", "unit", "share")
FIRST = 5
"""Others that a page shows beside the two; its table has all of them."""


@router.get("/ties/{key}.beside.csv")
def partners(record: Weighed, key: Key) -> Response:
    """All with whom the two had the same in those years."""
    found = _tie(record.connection, key)
    rows = (row for one in alongside(record.network, found.tie) for row in _rows(one))
    return as_csv(rows, f"beside-{found.key}", COLUMNS)


@router.get("/ties/{key}.csv")
def table(record: Reading, key: Key) -> Response:
    """The tie, and those that are one thing with it."""
    found = _tie(record, key)
    return as_csv(map(tie_cells, (found.tie, *found.group)), f"tie-{found.key}")


@router.get("/ties/{key}")
def show(desk: At, key: str) -> Response:
    """The page."""
    with desk.ledger.reading() as record:
        found = _tie(record, key)
        known = weighed_by_now(desk.request, record)
    if found.key != key:
        return RedirectResponse(f"/ties/{found.key}", 303)
    beside = alongside(known.network, found.tie) if known else ()
    return desk.page("tie.html", part="content", found=found, tie=found.tie, most=GROUP, first=FIRST, beside=beside)


def _tie(record: Reading, key: str) -> TieRecord:
    found = recalled(record, find(record, key, Thing.tie))
    if not isinstance(found, TieRecord):
        raise NotInLedger("no tie of that name", source=key)
    return found


def _rows(found: Alongside) -> Iterator[dict[str, object]]:
    """The rows of the table, with the columns COLUMNS."""
    years = found.years.first, found.years.last
    for one in found.partners:
        cells = (found.actor, found.end, *years, one.rank, one.actor, one.ties, one.weight, found.unit, one.share)
        yield dict(zip(COLUMNS, cells, strict=True))
