"""What reviewers say of statements and events. Judgements are only added; taking one back is one more."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import Field
from sqlalchemy import Connection, select

from dragoman.errors import ReviewError
from dragoman.ledger import judgements as kept
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.tables import judgements as judgements_table
from dragoman.model import Frozen, Judgement
from dragoman.review import ruling
from dragoman.review.agreement import Agreement, agreement
from dragoman.review.corrections import corrected
from dragoman.review.ruling import Reviewer
from dragoman.web.api.asked import Key, Name
from dragoman.web.api.paging import Cursor, Limit, Listed, listed, number_of
from dragoman.web.desk import Reading
from dragoman.web.reviewer import reviewer_of

router = APIRouter(prefix="/judgements")
Named = Annotated[str, Field(max_length=200, description="a key, or as much of its beginning as nothing else shares")]
Reason = Annotated[str, Field(max_length=4000, description="why; kept with it")]
Needed = Annotated[str, Field(min_length=1, max_length=4000, pattern=r"\S", description="why; kept with it")]


class Accept(Frozen):
    """The text says what the statement says."""

    ruling: Literal["accept"]
    statement: Named
    reason: Reason = ""


class Reject(Frozen):
    """The text does not say it: the statement leaves the events and the network."""

    ruling: Literal["reject"]
    statement: Named
    reason: Needed


class Correct(Frozen):
    """The statement is to say something else. `set` is as in `dragoman review correct --set`: docs/review.md."""

    ruling: Literal["correct"]
    statement: Named
    set: tuple[Annotated[str, Field(max_length=2000)], ...] = Field(
        min_length=1, max_length=50, examples=[["status=planned", "participant.2.actor=MAR"]]
    )
    reason: Reason = ""


class Merge(Frozen):
    """These events are one; of a single event, that all its reports are of one happening."""

    ruling: Literal["merge"]
    events: tuple[Named, ...] = Field(min_length=1, max_length=50)
    reason: Reason = ""


class Split(Frozen):
    """These reports of an event are of another happening than the others."""

    ruling: Literal["split"]
    event: Named
    out: tuple[Named, ...] = Field(min_length=1, max_length=500, description="statements")
    reason: Reason = ""


class Undo(Frozen):
    """A judgement is taken back."""

    ruling: Literal["undo"]
    judgement: Named
    reason: Reason = ""


Asked = Annotated[Accept | Reject | Correct | Merge | Split | Undo, Body(discriminator="ruling")]


@router.get("", summary="Judgements, the last first")
def every(
    request: Request,
    response: Response,
    record: Reading,
    reviewer: Annotated[list[Name] | None, Query(max_length=20)] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Listed[Judgement]:
    """Every judgement that was ever made, also those that were taken back since."""
    asked = select(judgements_table).order_by(judgements_table.c.number.desc()).limit(limit + 1)
    if reviewer:
        asked = asked.where(judgements_table.c.reviewer.in_(reviewer))
    if (below := number_of(cursor)) is not None:
        asked = asked.where(judgements_table.c.number < below)
    page = listed(request, response, kept.read(record, asked), limit, lambda made: (str(made.number), ""))
    return Listed(items=tuple(made.judgement for made in page.items), next=page.next)


@router.get("/agreement", summary="How far reviewers agree")
def agree(record: Reading) -> Agreement:
    """Krippendorff's alpha of all, Cohen's kappa of every two, on the statements that several judged."""
    return agreement(record)


@router.get("/{key}", summary="A judgement")
def one(record: Reading, key: Key) -> Judgement:
    """`change` holds the fields that a correction changed, as JSON."""
    whole = find(record, key, Thing.judgement).key
    (made,) = kept.read(record, select(judgements_table).where(judgements_table.c.id == whole))
    return made.judgement


@router.post("", summary="Judge", status_code=201)
def judge(request: Request, response: Response, asked: Asked) -> Judgement:
    """Keep a judgement under the name of who is logged in; events are merged anew at once.

    What the document claims is put to the record again by `dragoman test`.
    """
    by = Reviewer(reviewer_of(request), asked.reason.strip())
    with request.app.state.ledger.writing() as record:
        made = _made(record, asked, by)
    response.headers["Location"] = f"{request.url.path.rstrip('/')}/{made.id}"
    return made


def _made(record: Connection, asked: Accept | Reject | Correct | Merge | Split | Undo, by: Reviewer) -> Judgement:
    match asked:
        case Accept():
            return ruling.accept(record, find(record, asked.statement, Thing.statement).key, by)
        case Reject():
            return ruling.reject(record, find(record, asked.statement, Thing.statement).key, by)
        case Correct():
            key = find(record, asked.statement, Thing.statement).key
            before, text = ruling.stands(record, key)
            return ruling.correct(record, key, corrected(before, text, asked.set), by)
        case Merge():
            return ruling.merge(record, [find(record, event, Thing.event).key for event in asked.events], by)
        case Split():
            out = [find(record, statement, Thing.statement).key for statement in asked.out]
            return ruling.split(record, find(record, asked.event, Thing.event).key, out, by)
        case Undo():
            return ruling.undo(record, find(record, asked.judgement, Thing.judgement).key, by)
    raise ReviewError("is no ruling", source=str(asked))
