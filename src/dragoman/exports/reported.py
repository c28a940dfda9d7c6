"""Fetches the reports of events out of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, select

from dragoman.exports.reports import Report, ReportedEvent
from dragoman.ledger.rows import statement_of
from dragoman.ledger.tables import documents, event_statements, statements
from dragoman.model import Event

AT_ONCE = 500
"""Events whose reports are fetched together."""


def reported(connection: Connection, events: Iterable[Event]) -> Iterator[ReportedEvent]:
    """Events with their reports; no more are held than are fetched together."""
    left = iter(events)
    while some := list(islice(left, AT_ONCE)):
        told = _reports(connection, [event.id for event in some])
        yield from (ReportedEvent.of(event, told.get(event.id, ())) for event in some)


def _reports(connection: Connection, keys: Sequence[str]) -> dict[str, list[Report]]:
    asked = (
        select(
            event_statements.c.event, statements.c.key.label("statement"), statements.c.body,
            documents.c.key, documents.c.source, documents.c.outlet, documents.c.published,
        )
        .join(statements, statements.c.key == event_statements.c.statement)
        .join(documents, documents.c.key == statements.c.document)
        .where(event_statements.c.event.in_(keys))
    )  # fmt: skip
    found: dict[str, list[Report]] = {}
    for row in connection.execute(asked):
        words = statement_of(row.body).evidence.text
        report = Report(row.statement, row.key, row.source, words, row.outlet, row.published)
        found.setdefault(row.event, []).append(report)
    return found
