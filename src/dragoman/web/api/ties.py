"""Relations of two actors over time, from datasets and from what was read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.ledger import ties
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.recall import recall
from dragoman.ledger.records import TieRecord
from dragoman.ledger.selection import Selection
from dragoman.model import Layer, Status, Tie
from dragoman.network import Alongside, alongside
from dragoman.web.api.asked import Actors, Key, Name, Since, Types, Until, codes, in_order, types
from dragoman.web.api.paging import Cursor, Limit, Listed, listed, place_of
from dragoman.web.desk import Reading
from dragoman.web.held import Weighed

router = APIRouter(prefix="/ties")


@router.get("", summary="Ties, the latest first")
def every(
    request: Request,
    response: Response,
    record: Reading,
    actor: Actors = None,
    layer: Annotated[list[Layer] | None, Query()] = None,
    type: Types = None,
    status: Annotated[list[Status] | None, Query()] = None,
    dataset: Annotated[list[Name] | None, Query(max_length=40)] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Listed[Tie]:
    """A tie is found when its time reaches into the time that is asked for. Credit the datasets: `/datasets`."""
    in_order(since, until)
    asked = Selection(
        actors=codes(actor),
        layers=tuple(layer or ()),
        types=types(type),
        statuses=tuple(status or ()),
        datasets=tuple(dataset or ()),
        since=since,
        until=until,
    )
    found = ties.chosen(record, asked, limit=limit + 1, after=place_of(cursor))
    return listed(request, response, found, limit, lambda tie: (tie.start, tie.id))


@router.get("/{key}", summary="A tie")
def one(record: Reading, key: Key) -> TieRecord:
    """With its dataset and credit line, the ties that are one thing with it, and what it was coded from."""
    found = recall(record, find(record, key, Thing.tie).key)
    assert isinstance(found, TieRecord)
    return found


@router.get("/{key}/alongside", summary="What stands alongside a tie")
def beside(record: Weighed, key: Key) -> tuple[Alongside, ...]:
    """With whom its two ends had the same in the five years up to the one in which it begins, by the same dataset."""
    found = recall(record.connection, find(record.connection, key, Thing.tie).key)
    assert isinstance(found, TieRecord)
    return alongside(record.network, found.tie)
