"""A statement: its own page, and what a reviewer does with it: accept, correct, reject, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection, select

from dragoman.errors import NotInLedger, ReviewError
from dragoman.ledger.judgements import SETTLING
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.recall import record as recalled
from dragoman.ledger.records import StatementRecord
from dragoman.ledger.tables import documents, statements
from dragoman.model import Judgement
from dragoman.review import ruling
from dragoman.review.corrections import corrected
from dragoman.review.history import history
from dragoman.review.marking import passage
from dragoman.review.ruling import Reviewer
from dragoman.schema import codebook
from dragoman.web.correction import Correction
from dragoman.web.desk import At, Reading
from dragoman.web.pages.documents import direction
from dragoman.web.reading import Article, article, card
from dragoman.web.reviewer import reviewer_of
from dragoman.web.security import Reviewer as Allowed

router = APIRouter()
Reason = Annotated[str, Form(max_length=2000)]
Act = Callable[[Connection, str, Reviewer], Judgement]
"""A judgement on the statement of a whole key."""


@router.get("/statements/{key}")
def show(desk: At, record: Reading, key: str) -> Response:
    """The page."""
    found = recalled(record, find(record, key, Thing.statement))
    if not isinstance(found, StatementRecord):
        raise NotInLedger("no statement", source=key)
    text = record.execute(select(documents.c.text).where(documents.c.key == found.kept.document)).scalar_one()
    return desk.page(
        "reader/statement.html",
        record=found,
        card=card(record, found),
        around=passage(found.kept.statement, text),
        direction=direction(found.document.language),
        history=history(record, [found.key]) if found.judgements else [],
    )


@router.get("/statements/{key}/correct")
def form(desk: At, record: Reading, key: str, by: Allowed) -> Response:
    """The form of a correction: a page of its own, or in the place of the card."""
    return _form(desk, record, key)


@router.post("/statements/{key}/form")
def redraw(desk: At, record: Reading, key: str, given: Annotated[Correction, Form()]) -> Response:
    """The form as it is after another type was chosen, which has other roles and modes; nothing is kept."""
    return _form(desk, record, key, given)


@router.post("/statements/{key}/accept")
def accept(desk: At, key: str, reason: Reason = "") -> Response:
    """The text says it so."""
    return _judged(desk, key, ruling.accept, reason)


@router.post("/statements/{key}/reject")
def reject(desk: At, key: str, reason: Reason = "") -> Response:
    """The text does not say it; a reason is needed."""
    return _judged(desk, key, ruling.reject, _needed(reason))


@router.post("/statements/{key}/undo")
def undo(desk: At, key: str, reason: Reason = "") -> Response:
    """Take the last word on it back."""

    def act(connection: Connection, key: str, by: Reviewer) -> Judgement:
        last = ruling.last_on(connection, [key], SETTLING)
        if last is None:
            raise ReviewError("nobody has judged it", source=key, advice="load the page anew")
        return ruling.undo(connection, last.id, by)

    return _judged(desk, key, act, reason)


@router.post("/statements/{key}/correct")
def correct(desk: At, key: str, given: Annotated[Correction, Form()]) -> Response:
    """Keep a correction; where it cannot be, the form comes back with what is wrong."""

    def act(connection: Connection, key: str, by: Reviewer) -> Judgement:
        before, text = ruling.stands(connection, key)
        after = corrected(before, text, given.settings(before))
        return ruling.correct(connection, key, after, by)

    try:
        return _judged(desk, key, act, _needed(given.reason))
    except ReviewError as error:
        with desk.ledger.reading() as record:
            return _form(desk, record, key, given, error.line)


def _judged(desk: At, named: str, act: Act, reason: str) -> Response:
    """Make the judgement; the card and the text as they are now, or the way back to the page."""
    by = Reviewer(reviewer_of(desk.request), reason.strip())
    with desk.ledger.writing() as connection:
        key, document = _found(connection, named)
        desk.request.state.about = key
        act(connection, key, by)
    if not desk.partial:
        return RedirectResponse(f"/documents/{document}#statement-{key}", 303)
    with desk.ledger.reading() as record:
        found = article(record, document)
    # The page of one statement has no text whose marks would change.
    beside_text = "/statements/" not in desk.request.headers.get("HX-Current-URL", "")
    return desk.page(
        "reader/judged.html",
        article=found,
        card=found.card(key),
        beside_text=beside_text,
        direction=_direction(found),
    )


def _form(desk: At, record: Connection, named: str, given: Correction | None = None, error: str = "") -> Response:
    key, document = _found(record, named)
    found = article(record, document)
    own = found.card(key)
    shown = given or Correction.of(own.kept.statement)
    types = codebook().types
    answer = desk.page(
        "reader/correct.html",
        part="form",
        # htmx swaps no answer of an error: the form with what is wrong is the answer to it.
        status=422 if error and not desk.partial else 200,
        article=found,
        card=own,
        given=shown,
        entry=types.get(shown.type) or types[own.kept.statement.type],
        error=error,
        direction=_direction(found),
    )
    if error:
        # The form takes its own place again, not that of the card.
        answer.headers.update({"HX-Retarget": "this", "HX-Reswap": "outerHTML"})
    return answer


def _found(connection: Connection, named: str) -> tuple[str, str]:
    """The whole key of a statement, and its document's. Raises NotInLedger, LedgerError."""
    key = find(connection, named, Thing.statement).key
    asked = select(statements.c.document).where(statements.c.key == key)
    return key, connection.execute(asked).scalar_one()


def _direction(found: Article) -> str:
    return direction(found.record.document.language)


def _needed(reason: str) -> str:
    if not reason.strip():
        raise ReviewError("no reason is given", advice="say in a few words why")
    return reason
