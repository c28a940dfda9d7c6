"""Label Studio's export into the ledger: each annotation is one judgement, once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import Connection

from dragoman.errors import ReviewError
from dragoman.ledger import judgements
from dragoman.ledger.judgements import SETTLING
from dragoman.model import Judgement, Ruling, Statement
from dragoman.review import ruling
from dragoman.review.checks import check
from dragoman.review.labelstudio import names
from dragoman.review.labelstudio.annotations import Reading, annotator
from dragoman.review.labelstudio.shape import Annotated, Annotation, Data
from dragoman.review.labelstudio.tasks import passage
from dragoman.review.ruling import Reviewer

NO_REASON = "annotated in Label Studio"
ADVICE = "export the project as JSON, of tasks that `dragoman review export` made"


class Outcome(StrEnum):
    """What became of an annotation."""

    accept = "accepted"
    correct = "corrected"
    reject = "rejected"
    known = "known already"
    skipped = "skipped by the annotator"


def read_tasks(path: Path) -> list[Annotated]:
    """The tasks of an export. Raises ReviewError where it is none of ours, before anything is taken from it."""
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ReviewError(f"cannot be read ({error.strerror})", source=str(path), advice="name a file") from error
    except (ValueError, RecursionError) as error:
        raise ReviewError("is not JSON", source=str(path), advice=ADVICE) from error
    if not isinstance(told, list):
        raise ReviewError("is no list of tasks", source=str(path), advice=ADVICE)
    return [_task(row, f"{path}: task {number}") for number, row in enumerate(told, 1)]


def _task(row: object, where: str) -> Annotated:
    if not isinstance(row, dict) or not isinstance(row.get("data"), dict):
        what = "has no `data`: is it exported as JSON-MIN?" if isinstance(row, dict) else "is no task"
        raise ReviewError(what, source=where, advice=ADVICE)
    if "statement" not in row["data"]:
        raise ReviewError("is not about a statement of a ledger", source=where, advice=ADVICE)
    try:
        task = Annotated.model_validate(row)
        Statement.model_validate_json(task.data.body)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise ReviewError(f"{name}: {first['msg'].lower()}", source=where, advice=ADVICE) from error
    return task


def in_order(tasks: list[Annotated]) -> Iterator[tuple[Data, Annotation]]:
    """Every annotation with its task's data, in the order in which they were made."""
    found = [(task.data, annotation) for task in tasks for annotation in task.annotations]
    yield from sorted(found, key=lambda pair: (_moment(pair[1]), str(pair[1].id)))


def take(connection: Connection, data: Data, annotation: Annotation, known: dict[str, str]) -> Outcome:
    """Make a judgement of an annotation. One that was taken before, and has not changed since, changes nothing.

    Raises ReviewError where it does not fit the ledger, says nothing that the codebook has, or goes against what
    somebody else has said since the tasks were made: people have to settle that.
    """
    if annotation.was_cancelled:
        return Outcome.skipped
    by, where = annotator(annotation, known), f"annotation {annotation.id} of {data.statement}"
    before = _taken(connection, annotation, data)
    if before and _stamp(before.origin) >= _moment(annotation):
        return Outcome.known
    try:
        return _take(connection, data, annotation, by, before)
    except ReviewError as error:
        raise ReviewError(error.what, source=error.source or f"{where} by {by}", advice=error.advice) from error


def _take(connection: Connection, data: Data, annotation: Annotation, by: str, before: Judgement | None) -> Outcome:
    now, text = ruling.stands(connection, data.statement)
    if passage(text, (data.offset, data.offset + len(data.text))) != data.text:
        raise ReviewError("its text is not that of the ledger", advice="export the tasks from this ledger again")
    reading = Reading(annotation, data, text)
    rejected = reading.verdict() == names.REJECT
    after = now if rejected else reading.statement()
    check(after, text)
    last = ruling.last_on(connection, [data.statement], SETTLING)
    same = after == now and rejected == (last is not None and last.ruling is Ruling.reject)
    if (last.id if last else "") == data.judgement:
        if now != reading.before:
            raise ReviewError("was coded anew since the tasks were made", advice="export it again")
    elif last is not None and last.reviewer != by and not same:
        what = f"{last.reviewer} has said otherwise since the tasks were made ({last.id})"
        raise ReviewError(what, advice="settle it with `dragoman review`")
    if before is not None and last is not None and last.id == before.id and same:
        return Outcome.known
    origin = f"{_origin(annotation)}{_moment(annotation)}"
    return _judge(connection, data.statement, now, after, Reviewer(by, reading.reason(), origin), rejected=rejected)


def _judge(
    connection: Connection, key: str, now: Statement, after: Statement, by: Reviewer, *, rejected: bool
) -> Outcome:
    if rejected:
        ruling.reject(connection, key, _with_reason(by))
        return Outcome.reject
    if after == now:
        ruling.accept(connection, key, by)
        return Outcome.accept
    ruling.correct(connection, key, after, _with_reason(by))
    return Outcome.correct


def _with_reason(by: Reviewer) -> Reviewer:
    return replace(by, reason=by.reason or NO_REASON)


def _taken(connection: Connection, annotation: Annotation, data: Data) -> Judgement | None:
    """The last judgement that was made of this annotation."""
    origin = _origin(annotation)
    words = [made.judgement for made in judgements.touching(connection, [data.statement])]
    mine = [word for word in words if (word.origin or "").startswith(origin)]
    return mine[-1] if mine else None


def _origin(annotation: Annotation) -> str:
    """What an annotation is known by; the moment of its last change follows."""
    return f"label-studio:{annotation.unique_id or annotation.id}@"


def _moment(annotation: Annotation) -> str:
    """When it was last changed, ISO 8601 in UTC, which sorts as text."""
    return annotation.updated_at or annotation.created_at


def _stamp(origin: str | None) -> str:
    return (origin or "").partition("@")[2]
