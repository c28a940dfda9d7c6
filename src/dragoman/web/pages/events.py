"""An event: its reports, how its status became what it is, the ties that it makes, what reviewers said."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from dragoman.errors import NotInLedger
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.recall import record as recalled
from dragoman.ledger.records import EventRecord
from dragoman.review.history import history
from dragoman.web.desk import At, at_once

router = APIRouter()


@router.get("/events/{key}")
@at_once
def show(desk: At, key: str) -> Response:
    """The page."""
    with desk.ledger.reading() as record:
        found = recalled(record, find(record, key, Thing.event))
        if not isinstance(found, EventRecord):
            raise NotInLedger("no event", source=key)
        said = history(record, found.event.statements) if found.judgements else []
    reports = {report.kept.key: report for report in found.reports}
    return desk.page("event.html", record=found, reports=reports, history=said)
