"""Every figure at an address of its own: `/figures/suppliers/AZE.svg`, and the same as PNG, definition and data."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request
from fastapi.responses import Response

from dragoman.ledger.keys import Thing, find
from dragoman.model import What
from dragoman.web.actors import code_of
from dragoman.web.dates import AsOf
from dragoman.web.desk import At
from dragoman.web.drawings import TWO, Asked, Form, Kind, figure, today
from dragoman.web.held import Record, Weighed

router = APIRouter()
Name = Annotated[str, Path(max_length=80)]
Through = Annotated[list[str] | None, Query(max_length=2)]


@router.get("/figures/{kind}/{name}.{form}")
def of_one(
    desk: At, record: Weighed, request: Request, kind: Kind, name: Name, form: Form, as_of: AsOf = None
) -> Response:
    """A figure of one actor, or of an event."""
    if kind in TWO:
        raise HTTPException(404, f"{kind} is drawn of two actors")
    named = _event(record, name) if kind is Kind.change else code_of(name, record.network)
    asked = Asked(kind, (named,), desk.tongue.code, as_of or today())
    return _kept(request, record, asked, form)


@router.get("/figures/{kind}/{name}/{other}.{form}")
def of_two(
    desk: At,
    record: Weighed,
    request: Request,
    kind: Kind,
    name: Name,
    other: Name,
    form: Form,
    as_of: AsOf = None,
    what: What = What.technology,
    via: Through = None,
) -> Response:
    """A figure of two actors: of a path the beneficiary, then the origin."""
    a, b = (code_of(one, record.network) for one in (name, other))
    if kind not in TWO or a == b:
        raise HTTPException(404, f"{kind} of {a} and {b} is nothing that can be drawn")
    through = tuple(code_of(one, record.network) for one in via or ())
    asked = Asked(kind, (a, b), desk.tongue.code, as_of or today(), what, through)
    return _kept(request, record, asked, form)


def _event(record: Record, name: str) -> str:
    return find(record.connection, name, Thing.event, Thing.tie).key


def _kept(request: Request, record: Record, asked: Asked, form: Form) -> Response:
    """The figure; a browser that has it of this revision is told so, and nothing is drawn."""
    tag = f'"{record.revision}-{asked.language}-{asked.as_of}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
    if request.headers.get("If-None-Match") == tag:
        return Response(status_code=304, headers=headers)
    answer = figure(record, asked, form)
    answer.headers.update(headers)
    return answer
