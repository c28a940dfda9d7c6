"""The inbox: the documents of the ledger, the last that came first; filters and a search in the address."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response
from sqlalchemy import Connection

from dragoman.languages import readings, supported, words_of
from dragoman.ledger import inbox, search
from dragoman.ledger.distinct import distinct
from dragoman.ledger.hits import Piece, around, pieces
from dragoman.ledger.inbox import Chosen, Line, Page
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.search import Wanted
from dragoman.ledger.tables import documents
from dragoman.model import Status
from dragoman.web.desk import At, Reading

router = APIRouter()
SIZE = 30
"""Documents on a page."""
OUTLETS = 500
"""Outlets that are offered to choose from; others can be typed."""
NAMES = Prepared(distinct(documents.c.outlet, OUTLETS))
MOST_WORDS = 100
"""Different words of a search: more are no search."""
FILTERS = ("q", "language", "outlet", "state", "type", "status", "reviewed")
Number = Annotated[int | None, Query(ge=0, lt=2**31)]
Text = Annotated[str, Query(max_length=500)]


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with its headline, or the opening of its text, and the words that it was found by, in pieces."""

    line: Line
    headline: Sequence[Piece]
    excerpt: Sequence[Piece] = ()


@router.get("/")
def show(
    desk: At,
    record: Reading,
    q: Text = "",
    language: Text = "",
    outlet: Text = "",
    state: Text = "",
    type: Text = "",
    status: Status | Literal[""] = "",
    reviewed: Literal["", "yes", "no"] = "",
    below: Number = None,
    above: Number = None,
) -> Response:
    """The page, or its list where a filter was changed."""
    chosen = Chosen(
        language=language or None,
        outlet=outlet or None,
        actor=state.upper() or None,
        type=type or None,
        status=Status(status) if status else None,
        reviewed={"": None, "yes": True, "no": False}[reviewed],
    )
    words = _wanted(record, q) if q.strip() else None
    found = inbox.page(record, chosen, words, size=SIZE, below=below, above=above)
    answer = desk.page(
        "inbox.html",
        part="list",
        page=found,
        shown=[_shown(line, words) for line in found.lines],
        addresses=_addresses(desk, found),
        filtered=any(desk.request.query_params.get(name) for name in FILTERS),
        languages=[] if desk.partial else search.languages(record),
        outlets=[] if desk.partial else NAMES.scalars(record),
        asked=dict.fromkeys(FILTERS, "") | {**desk.request.query_params},
    )
    _warm()
    if desk.partial:
        answer.headers["HX-Push-Url"] = desk.address(**dict.fromkeys(_empty(desk), None))
    return answer


@cache
def _warm() -> None:
    """Load what tells the forms of words, once, while the reader looks at the list: the first search does not wait."""

    def load() -> None:
        for language in supported():
            readings("a", language)

    threading.Thread(target=load, daemon=True, name="lemmas").start()


def _wanted(record: Connection, q: str) -> Wanted:
    """What is searched for; nothing is found by what has no word in it, or too many."""
    return search.wanted(record, q) if len(words_of(q)) <= MOST_WORDS else Wanted({})


def _empty(desk: At) -> list[str]:
    """Filters of the form that nothing was chosen in: they need not stand in the address."""
    return [name for name, value in desk.request.query_params.items() if not value]


def _addresses(desk: At, page: Page) -> tuple[str | None, str | None]:
    """Where the newer documents are, and the older ones."""
    if not page.lines:
        return None, None
    newer = desk.address(above=page.lines[0].number, below=None) if page.newer else None
    return newer, desk.address(below=page.lines[-1].number, above=None) if page.older else None


def _shown(line: Line, words: Wanted | None) -> Shown:
    named = line.headline or line.text[: inbox.OPENING]
    if words is None:
        return Shown(line, (Piece(named, hit=False),))
    span = around(line.text, line.language, words)
    excerpt = pieces(line.text[slice(*span)], line.language, words) if span else ()
    return Shown(line, tuple(pieces(named, line.language, words)), tuple(excerpt))
