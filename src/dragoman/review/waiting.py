"""What waits for a reviewer: statements that nobody judged, events that nobody confirmed, the least sure first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from dragoman.ledger.judgements import in_force, read
from dragoman.ledger.tables import (
    documents,
    event_parties,
    event_statements,
    events,
    judgements,
    participants,
    statements,
)  # fmt: skip
from dragoman.model import Ruling, Status
from dragoman.review.ruling import TOGETHER


@dataclass(frozen=True, slots=True)
class Filter:
    """Which of them: every condition that is given has to hold; of several types, or statuses, one.

    `below` is a confidence: of a statement its own, of an event that of its weakest link. `judged` also takes what
    somebody has judged already.
    """

    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    document: str | None = None
    actors: tuple[str, ...] = ()
    event: str | None = None
    below: float | None = None
    judged: bool = False


def waiting_statements(connection: Connection, only: Filter, limit: int | None = None) -> list[str]:
    """The keys of the statements of current documents that wait, the least confident first."""
    asked = _statements(only).order_by(statements.c.confidence, statements.c.key).limit(limit)
    return [row.key for row in connection.execute(asked)]


def count_statements(connection: Connection, only: Filter, most: int | None = None) -> int:
    """How many statements wait; of more than `most`, where it is given, no more are counted."""
    found = _statements(only).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(found)).scalar_one()


def waiting_events(connection: Connection, only: Filter) -> list[str]:
    """The keys of the events of several reports that wait: those whose weakest link is the weakest first."""
    confirmed = set() if only.judged else _put_together(connection)
    found: list[tuple[float, str]] = []
    for row in connection.execute(_events(only)):
        told = json.loads(row.body)
        weakest = min((float(link["score"]) for link in told.get("why", ())), default=0.0)
        if set(told["statements"]) <= confirmed or (only.below is not None and weakest >= only.below):
            continue
        found.append((weakest, row.key))
    return [key for _, key in sorted(found)]


def _statements(only: Filter) -> Select[tuple[str]]:
    asked = (
        select(statements.c.key)
        .join(documents, documents.c.key == statements.c.document)
        .where(documents.c.current, *_of_type(statements, only))
    )
    if not only.judged:
        asked = asked.where(statements.c.ruling.is_(None))
    if only.document is not None:
        asked = asked.where(statements.c.document == only.document)
    if only.below is not None:
        asked = asked.where(statements.c.confidence < only.below)
    if only.event is not None:
        reports = select(event_statements.c.statement).where(event_statements.c.event == only.event)
        asked = asked.where(statements.c.key.in_(reports))
    for actor in only.actors:
        asked = asked.where(statements.c.key.in_(select(participants.c.statement).where(participants.c.actor == actor)))
    return asked


def _events(only: Filter) -> Select[tuple[Any, ...]]:
    asked = select(events.c.key, events.c.body).where(events.c.reports > 1, *_of_type(events, only))
    if only.event is not None:
        asked = asked.where(events.c.key == only.event)
    if only.document is not None:
        among = (
            select(event_statements.c.event)
            .join(statements, statements.c.key == event_statements.c.statement)
            .where(statements.c.document == only.document)
        )
        asked = asked.where(events.c.key.in_(among))
    for actor in only.actors:
        asked = asked.where(events.c.key.in_(select(event_parties.c.event).where(event_parties.c.actor == actor)))
    return asked


def _of_type(table: Table, only: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if only.types:
        found.append(table.c.type.in_(only.types))
    if only.statuses:
        found.append(table.c.status.in_([status.value for status in only.statuses]))
    return found


def _put_together(connection: Connection) -> set[str]:
    """The statements of which a reviewer said, and has not taken back, what they belong with."""
    rulings = [ruling.value for ruling in (*TOGETHER, Ruling.undone)]
    asked = select(judgements).where(judgements.c.ruling.in_(rulings)).order_by(judgements.c.number)
    force = in_force(read(connection, asked))
    return {key for made in force if made.judgement.ruling in TOGETHER for key in made.keys}
