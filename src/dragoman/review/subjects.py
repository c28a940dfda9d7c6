"""What a reviewer looks at: a statement or an event with all that it takes to judge it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.ledger import documents, judgements
from dragoman.ledger.judgements import Made, in_force
from dragoman.ledger.rows import statement_of
from dragoman.ledger.tables import event_parties, event_statements, events, statements
from dragoman.model import Document, Event, Judgement, Ruling, Statement

NEAR = 5
"""Other events that are offered to be merged with one."""


@dataclass(frozen=True, slots=True)
class StatementSubject:
    """A statement as it stands, where it comes from, and what was said of it; `said` in the order of saying."""

    key: str
    statement: Statement
    document: Document
    document_key: str
    event: str | None
    reports: int
    said: tuple[Judgement, ...]

    @property
    def ruling(self) -> Ruling | None:
        """The last word on it."""
        words = [word.ruling for word in self.said if word.ruling in judgements.SETTLING]
        return words[-1] if words else None


@dataclass(frozen=True, slots=True)
class EventSubject:
    """An event with its reports, in the order of publication."""

    event: Event
    reports: tuple[StatementSubject, ...]
    said: tuple[Judgement, ...]


def statement_subject(connection: Connection, key: str) -> StatementSubject | None:
    """The statement of a key; None where it is not in the ledger (any more)."""
    row = connection.execute(select(statements).where(statements.c.key == key)).first()
    document = documents.load(connection, row.document) if row else None
    if row is None or document is None:
        return None
    event = connection.execute(select(event_statements.c.event).where(event_statements.c.statement == key)).scalar()
    reports = connection.execute(select(events.c.reports).where(events.c.key == event)).scalar() or 0
    return StatementSubject(
        key, statement_of(row.body), document, row.document, event, reports, _said(connection, [key])
    )


def event_subject(connection: Connection, key: str) -> EventSubject | None:
    """The event of a key; None where it is not in the ledger (any more)."""
    body = connection.execute(select(events.c.body).where(events.c.key == key)).scalar()
    if body is None:
        return None
    event = Event.model_validate_json(body)
    found = [one for said in event.statements if (one := statement_subject(connection, said))]
    reports = sorted(found, key=lambda one: (one.document.published or "", one.key))
    together = [word for word in _said(connection, event.statements) if word.ruling not in judgements.SETTLING]
    return EventSubject(event, tuple(reports), tuple(together))


def near(connection: Connection, event: Event, limit: int = NEAR) -> list[Event]:
    """Other events with the same two or more parties (or the one that there is), the nearest in time first."""
    actors = sorted({party.actor for party in event.parties})
    shared = (
        select(event_parties.c.event)
        .where(event_parties.c.actor.in_(actors), event_parties.c.event != event.id)
        .group_by(event_parties.c.event)
    )
    rows = connection.execute(select(events.c.body).where(events.c.key.in_(shared)))
    found = [other for row in rows if _alike(event, other := Event.model_validate_json(row.body))]
    return sorted(found, key=lambda other: (other.type != event.type, _days_apart(event, other), other.id))[:limit]


def _alike(event: Event, other: Event) -> bool:
    mine, theirs = {p.actor for p in event.parties}, {p.actor for p in other.parties}
    return len(mine & theirs) >= min(2, len(mine), len(theirs))


def _days_apart(event: Event, other: Event) -> int:
    from dragoman.events.spans import said

    mine, theirs = said(event.time), said(other.time)
    return mine.gap(theirs) if mine and theirs else 10**6


def _said(connection: Connection, keys: Sequence[str]) -> tuple[Judgement, ...]:
    """The judgements in force on these statements that are no taking back."""
    force: list[Made] = in_force(judgements.touching(connection, keys))
    return tuple(made.judgement for made in force if made.judgement.ruling is not Ruling.undone)
