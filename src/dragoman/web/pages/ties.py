"""A tie: what the dataset says, under which terms, what is one thing with it, where it was read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse, Response

from dragoman.errors import NotInLedger
from dragoman.exports.rows import tie_cells
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.recall import record as recalled
from dragoman.ledger.records import TieRecord
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At, Reading, at_once

router = APIRouter()
Key = Annotated[str, Path(max_length=80)]
GROUP = 60
"""Ties of one thing that a page shows; its table has all of them."""


@router.get("/ties/{key}.csv")
def table(record: Reading, key: Key) -> Response:
    """The tie, and those that are one thing with it."""
    found = _tie(record, key)
    return as_csv(map(tie_cells, (found.tie, *found.group)), f"tie-{found.key}")


@router.get("/ties/{key}")
@at_once
def show(desk: At, key: str) -> Response:
    """The page."""
    with desk.ledger.reading() as record:
        found = _tie(record, key)
    if found.key != key:
        return RedirectResponse(f"/ties/{found.key}", 303)
    return desk.page("tie.html", part="content", found=found, tie=found.tie, most=GROUP)


def _tie(record: Reading, key: str) -> TieRecord:
    found = recalled(record, find(record, key, Thing.tie))
    if not isinstance(found, TieRecord):
        raise NotInLedger("no tie of that name", source=key)
    return found
