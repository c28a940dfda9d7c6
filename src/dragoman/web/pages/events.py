"""An event: its reports, how its status became what it is, the ties that it makes, what reviewers said."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from sqlalchemy import Connection

from dragoman.errors import NotInLedger
from dragoman.exports.rows import tie_cells
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.recall import record as recalled
from dragoman.ledger.records import EventRecord
from dragoman.review.history import history
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At, Reading, at_once

router = APIRouter()


@router.get("/events/{key}.csv")
def table(record: Reading, key: Annotated[str, Path(max_length=80)]) -> Response:
    """The ties that it makes."""
    found = _event(record, key)
    return as_csv(map(tie_cells, found.ties), f"event-{found.key}")


@router.get("/events/{key}")
@at_once
def show(desk: At, key: str) -> Response:
    """The page."""
    with desk.ledger.reading() as record:
        found = _event(record, key)
        said = history(record, found.event.statements) if found.judgements else []
    reports = {report.kept.key: report for report in found.reports}
    return desk.page("event.html", record=found, reports=reports, history=said)


def _event(record: Connection, key: str) -> EventRecord:
    found = recalled(record, find(record, key, Thing.event))
    if not isinstance(found, EventRecord):
        raise NotInLedger("no event", source=key)
    return found
