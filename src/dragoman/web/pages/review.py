"""The review: what waits, the most consequential first; accept, correct, reject; the history; agreement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Form, HTTPException, Query
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from dragoman.briefs.sentence import Writer
from dragoman.briefs.shape import BriefLanguage
from dragoman.errors import ReviewError
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.rows import digest
from dragoman.model import Judgement, Ruling, Statement, Status
from dragoman.review import ruling
from dragoman.review.agreement import agreement
from dragoman.review.consequence import Weighed, most_consequential
from dragoman.review.corrections import corrected
from dragoman.review.history import Entry, differences, history
from dragoman.review.marking import passage
from dragoman.review.ruling import Reviewer
from dragoman.review.subjects import StatementSubject, statement_subject
from dragoman.review.times import shown
from dragoman.review.waiting import Filter, count_statements
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At, Reading
from dragoman.web.reviewer import reviewer_of

router = APIRouter()
QUEUE = 25
"""Statements of the queue that are listed."""
COUNTED = 1000
"""Statements that are counted; of more it is said that there are more."""
PAGE = 30
"""Judgements on a page of the history."""
Text = Annotated[str, Query(max_length=200)]
Given = Annotated[str, Form(max_length=4000)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the filters of the page ask for, as they stand in its address."""

    state: Text = ""
    type: Text = ""
    status: Text = ""

    def only(self) -> Filter:
        """The statements that are asked for."""
        return Filter(
            types=(self.type,) if self.type else (),
            statuses=(Status(self.status),) if self.status in set(Status) else (),
            actors=(self.state.upper(),) if self.state else (),
        )

    @property
    def query(self) -> str:
        """The filters as they stand in an address, each with its name."""
        told = (("state", self.state), ("type", self.type), ("status", self.status))
        return "&".join(f"{name}={value}" for name, value in told if value)


Filtered = Annotated[Asked, Depends(Asked)]


@dataclass(frozen=True, slots=True)
class Queued:
    """A statement of the queue, in a sentence."""

    weighed: Weighed
    sentence: str
    status: Status


@router.get("/review")
def show(desk: At, record: Reading, asked: Filtered, at: Text = "", done: Text = "") -> Response:
    """The queue and the statement that is looked at: the one that is named, else the most consequential."""
    language = cast(BriefLanguage, desk.tongue.code)
    waiting = most_consequential(record, asked.only(), QUEUE)
    subjects = {one.key: statement_subject(record, one.key) for one in waiting}
    key = find(record, at, Thing.statement).key if at else next(iter(subjects), None)
    subject = (subjects.get(key) or statement_subject(record, key)) if key else None
    counted = count_statements(record, asked.only(), COUNTED + 1)
    return desk.page(
        "review/queue.html",
        asked=asked,
        queue=[_queued(one, told, language) for one in waiting if (told := subjects[one.key])],
        waiting=min(counted, COUNTED),
        more=counted > COUNTED,
        subject=subject,
        sentence=_sentence(subject, language) if subject else "",
        around=passage(subject.statement, subject.document.text) if subject else None,
        stands=_stands(subject) if subject else "",
        time=shown(subject.statement.time) if subject else "",
        weighed=next((one for one in waiting if one.key == key), None),
        done=_done(record, done),
        agreement=agreement(record),
        statuses=tuple(reversed(Status)),
    )


@router.get("/review/history")
def told(desk: At, record: Reading, below: Annotated[int | None, Query(ge=1, le=2**31)] = None) -> Response:
    """Every judgement, the last first."""
    language = cast(BriefLanguage, desk.tongue.code)
    found = history(record, None, PAGE + 1, below=below)
    return desk.page(
        "review/history.html",
        entries=[_entry(one, language) for one in found[:PAGE]],
        next=desk.address(below=found[PAGE - 1].number) if len(found) > PAGE else None,
        first=desk.address(below=None) if below else None,
    )


@router.get("/review/history.csv")
def take(record: Reading) -> Response:
    """Every judgement as a table."""
    lines = [
        {
            "judgement": one.judgement.id, "made_at": one.judgement.made_at, "reviewer": one.judgement.reviewer,
            "ruling": one.judgement.ruling.value, "statements": "|".join(one.before), "reason": one.judgement.reason,
            "change": one.judgement.change, "undoes": one.judgement.undoes, "undone_by": one.undone_by,
        }
        for one in history(record)
    ]  # fmt: skip
    columns = (
        "judgement", "made_at", "reviewer", "ruling", "statements", "reason", "change", "undoes", "undone_by",
    )  # fmt: skip
    return as_csv(lines, "judgements", columns)


@router.get("/review/agreement.csv")
def take_agreement(record: Reading) -> Response:
    """How far every two reviewers agree."""
    lines = [pair.model_dump() for pair in agreement(record).pairs]
    return as_csv(lines, "agreement", ("a", "b", "statements", "agree", "kappa"))


@router.post("/review/undo")
def undo(desk: At, judgement: Given, reason: Given = "", back: Given = "/review") -> Response:
    """Take a judgement back."""
    by = Reviewer(reviewer_of(desk.request), reason.strip())
    desk.request.state.about = judgement
    with desk.ledger.writing() as connection:
        ruling.undo(connection, find(connection, judgement, Thing.judgement).key, by)
    return RedirectResponse("/review/history" if back == "/review/history" else "/review", 303)


@router.post("/review/{key}")
def judge(
    desk: At,
    key: str,
    asked: Filtered,
    act: Annotated[Ruling, Form()],
    stands: Given = "",
    reason: Given = "",
    status: Given = "",
    settings: Given = "",
) -> Response:
    """Keep a judgement and go on to the next; `stands` is how the statement stood on the page, or nothing is kept."""
    desk.request.state.about = key
    by = Reviewer(reviewer_of(desk.request), reason.strip())
    with desk.ledger.writing() as connection:
        whole = find(connection, key, Thing.statement).key
        before = statement_subject(connection, whole)
        if before is None or (stands and stands != _stands(before)):
            raise ReviewError("somebody judged it since the page was loaded", source=whole, advice="look at it again")
        made = _made(connection, before, act, by, _settings(before.statement, status, settings))
    query = "&".join(filter(None, [asked.query, f"done={made.id}"]))
    return RedirectResponse(f"/review?{query}", 303)


def _made(
    connection: Connection, before: StatementSubject, act: Ruling, by: Reviewer, settings: Sequence[str]
) -> Judgement:
    key, statement, text = before.key, before.statement, before.document.text
    acts: dict[Ruling, Callable[[], Judgement]] = {
        Ruling.accept: lambda: ruling.accept(connection, key, by),
        Ruling.reject: lambda: ruling.reject(connection, key, by),
        Ruling.correct: lambda: ruling.correct(connection, key, corrected(statement, text, settings), by),
    }
    if act not in acts:
        raise HTTPException(400, f"{act.value} is nothing that is done here")
    if act is Ruling.reject and not by.reason:
        raise ReviewError("no reason is given", source=key, advice="say why the text does not say it")
    return acts[act]()


def _settings(before: Statement, status: str, settings: str) -> list[str]:
    """The corrections of the form: the status where it is another, and the lines as `review.corrections` takes them."""
    lines = [line.strip() for line in settings.splitlines() if line.strip()]
    return [*([f"status={status}"] if status and status != before.status.value else []), *lines]


def _stands(subject: StatementSubject) -> str:
    """What tells how a statement stands, and what was said of it, from how it stood."""
    return digest(subject.statement.model_dump_json(), *(word.id for word in subject.said))


def _done(connection: Connection, named: str) -> Judgement | None:
    """The judgement that was made just now."""
    if not named:
        return None
    key = find(connection, named, Thing.judgement).key
    return next((one.judgement for one in history(connection, None, 20) if one.judgement.id == key), None)


def _queued(weighed: Weighed, subject: StatementSubject, language: BriefLanguage) -> Queued:
    return Queued(weighed, _sentence(subject, language), subject.statement.status)


def _sentence(subject: StatementSubject, language: BriefLanguage) -> str:
    return Writer(language, subject.document.published).sentence(subject.statement)


@dataclass(frozen=True, slots=True)
class Shown:
    """A judgement with its statement in a sentence, and what it changed."""

    entry: Entry
    sentence: str
    key: str
    changed: tuple[tuple[str, str, str], ...]


def _entry(entry: Entry, language: BriefLanguage) -> Shown:
    key, before = next(iter(entry.before.items()))
    changed = [(one.field, one.before, one.after) for one in differences(before, entry.after[key])]
    return Shown(entry, Writer(language).sentence(before), key, tuple(changed))
