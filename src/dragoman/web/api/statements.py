"""What documents say: coded events, ties and inferences, each with its words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.ledger import lists
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.lists import ListSelection
from dragoman.ledger.recall import recall
from dragoman.ledger.records import Kept, StatementRecord
from dragoman.model import Kind, Status
from dragoman.web.api.asked import Actors, Key, Name, Since, Types, Until, codes, in_order, types
from dragoman.web.api.paging import Cursor, Limit, Listed, listed, number_and_key
from dragoman.web.desk import Reading

router = APIRouter(prefix="/statements")


@router.get("", summary="Statements, those of the last documents first")
def every(
    request: Request,
    response: Response,
    record: Reading,
    document: Annotated[str | None, Query(max_length=2000, description="only of this document: key or address")] = None,
    outlet: Annotated[list[Name] | None, Query(max_length=20)] = None,
    actor: Actors = None,
    kind: Annotated[list[Kind] | None, Query()] = None,
    type: Types = None,
    status: Annotated[list[Status] | None, Query()] = None,
    judged: Annotated[bool | None, Query(description="only those that somebody judged, or nobody")] = None,
    below: Annotated[float | None, Query(ge=0, le=1, description="only those less confident than this")] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Listed[Kept]:
    """Statements as they stand after reviewers' words; `ruling` is the last word, `coded` what the coder had said."""
    in_order(since, until)
    asked = ListSelection(
        document=find(record, document, Thing.document).key if document else None,
        outlets=tuple(outlet or ()),
        actors=codes(actor),
        kinds=tuple(kind or ()),
        types=types(type),
        statuses=tuple(status or ()),
        judged=judged,
        below=below,
        since=since,
        until=until,
    )
    found = lists.statements_of(record, asked, limit=limit + 1, after=number_and_key(cursor))
    page = listed(request, response, found, limit, lambda row: (str(row[0]), row[1].key))
    return Listed(items=tuple(kept for _, kept in page.items), next=page.next)


@router.get("/{key}", summary="A statement")
def one(record: Reading, key: Key) -> StatementRecord:
    """With its document, the event that it reports, and what reviewers said of it."""
    found = recall(record, find(record, key, Thing.statement).key)
    assert isinstance(found, StatementRecord)
    return found
