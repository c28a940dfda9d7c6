"""Articles, with what was coded from them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.briefs import Brief, brief
from dragoman.briefs.shape import BriefLanguage
from dragoman.findings import findings
from dragoman.findings.against import record_for
from dragoman.findings.changes import changes, told
from dragoman.ledger import documents as kept
from dragoman.ledger import lists, statements
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.lists import ListSelection
from dragoman.ledger.recall import recall
from dragoman.ledger.records import About, DocumentRecord
from dragoman.model import Coding, Status
from dragoman.web.api.asked import Actors, Key, Since, Types, Until, codes, in_order, types
from dragoman.web.api.paging import Cursor, Limit, Listed, listed, number_of
from dragoman.web.desk import Reading

router = APIRouter(prefix="/documents")
Names = Annotated[list[Annotated[str, Query(max_length=200)]] | None, Query(max_length=20)]


@router.get("", summary="The current documents, the last that came first")
def every(
    request: Request,
    response: Response,
    record: Reading,
    language: Names = None,
    outlet: Names = None,
    actor: Actors = None,
    type: Types = None,
    status: Annotated[list[Status] | None, Query()] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Listed[About]:
    """Documents in short. `actor`, `type` and `status` are of one statement that a document has to hold."""
    in_order(since, until)
    asked = ListSelection(
        languages=tuple(language or ()),
        outlets=tuple(outlet or ()),
        actors=codes(actor),
        types=types(type),
        statuses=tuple(status or ()),
        since=since,
        until=until,
    )
    found = lists.documents_of(record, asked, limit=limit + 1, after=number_of(cursor))
    page = listed(request, response, found, limit, lambda row: (str(row[0]), ""))
    return Listed(items=tuple(about for _, about in page.items), next=page.next)


@router.get("/{key}", summary="A document")
def one(record: Reading, key: Key) -> DocumentRecord:
    """Where it was found, who coded it, its statements and the events that they report, and related documents."""
    found = recall(record, find(record, key, Thing.document).key)
    assert isinstance(found, DocumentRecord)
    return found


@router.get("/{key}/brief", summary="The brief of a document")
def told_brief(record: Reading, key: Key, language: BriefLanguage = "en") -> Brief:
    """What happened, what the article argues, what the ledger's datasets say to it, and what it changes."""
    whole = find(record, key, Thing.document).key
    document = kept.load(record, whole)
    assert document is not None
    coding = Coding(document=document, statements=tuple(statements.stated(record, whole).values()))
    against = record_for(record, coding)
    changed = [said for one in changes(coding, against) for said in told(one)]
    return brief(coding, language, findings(coding, against), changed)
