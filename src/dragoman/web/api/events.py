"""Happenings, each with every report of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.ledger import events
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.recall import recall
from dragoman.ledger.records import EventRecord
from dragoman.ledger.rows import event_date
from dragoman.ledger.selection import Selection
from dragoman.model import Event, Status
from dragoman.web.api.asked import Actors, Key, Since, Types, Until, codes, in_order, types
from dragoman.web.api.paging import Cursor, Limit, Listed, listed, place_of
from dragoman.web.desk import Reading

router = APIRouter(prefix="/events")


@router.get("", summary="Events, the latest first")
def every(
    request: Request,
    response: Response,
    record: Reading,
    actor: Actors = None,
    type: Types = None,
    status: Annotated[list[Status] | None, Query()] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Listed[Event]:
    """At the best status that is known: what was planned and then happened, happened. Undated ones stand at the day
    of their first report.
    """
    in_order(since, until)
    asked = Selection(
        actors=codes(actor), types=types(type), statuses=tuple(status or ()), since=since, until=until
    )  # fmt: skip
    found = events.chosen(record, asked, limit=limit + 1, after=place_of(cursor))
    return listed(request, response, found, limit, lambda event: (event_date(event), event.id))


@router.get("/{key}", summary="An event")
def one(record: Reading, key: Key) -> EventRecord:
    """With its reports in order of publication, why they are taken for one, and the ties that it makes."""
    found = recall(record, find(record, key, Thing.event).key)
    assert isinstance(found, EventRecord)
    return found
