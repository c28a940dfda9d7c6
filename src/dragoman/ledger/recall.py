"""Puts together all that the ledger has on one thing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from sqlalchemy import Connection, bindparam, func, select

from dragoman.ledger import documents, events, imports, judgements, related, ties
from dragoman.ledger.abouts import about
from dragoman.ledger.keys import Found, Thing, find
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.records import (
    DatasetRecord,
    DocumentRecord,
    EventRecord,
    Kept,
    Reading,
    Record,
    Report,
    Sighting,
    StatementRecord,
    TieRecord,
)  # fmt: skip
from dragoman.ledger.rows import document_of, statement_of, tie_of
from dragoman.ledger.selection import Selection
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import addresses, codings, datasets, event_statements, statements
from dragoman.ledger.tables import documents as documents_table
from dragoman.ledger.tables import ties as ties_table
from dragoman.model import Event, Judgement, Tie

OTHERS = 5
"""Other things of the same dyad that are told."""


SHOWN = (Thing.document, Thing.statement, Thing.event, Thing.tie, Thing.dataset)
"""What has a record."""

_DOCUMENT = Prepared(
    select(documents_table.c.read_at, documents_table.c.current, *documents.WHOLE).where(
        documents_table.c.key == bindparam("key")
    )
)
_STANDING = select(
    statements.c.key, statements.c.document, statements.c.body, statements.c.ruling, statements.c.coded
).order_by(statements.c.evidence_start, statements.c.key)
_KEPT = {
    name: Prepared(_STANDING.where(statements.c[name].in_(bindparam("values", expanding=True))))
    for name in ("key", "document")
}
_REPORTED = Prepared(
    select(event_statements.c.statement, event_statements.c.event).where(
        event_statements.c.statement.in_(bindparam("statements", expanding=True))
    )
)
_ORDERED = select(ties_table).order_by(ties_table.c.source, ties_table.c.target, ties_table.c.id)
_TIES = {name: Prepared(_ORDERED.where(ties_table.c[name] == bindparam("value"))) for name in ("id", "event")}
_GROUP = Prepared(
    _ORDERED.where(
        ties_table.c.dataset == bindparam("dataset"),
        ties_table.c.group == bindparam("group"),
        ties_table.c.id != bindparam("id"),
    )
)
_LATER = addresses.alias()
_LATEST = (
    select(_LATER.c.document)
    .where(_LATER.c.address == addresses.c.address)
    .order_by(_LATER.c.version.desc())
    .limit(1)
    .scalar_subquery()
)
_SIGHTINGS = Prepared(
    select(addresses.c.address, addresses.c.version, addresses.c.read_at, _LATEST.label("latest"))
    .where(addresses.c.document == bindparam("document"))
    .order_by(addresses.c.read_at, addresses.c.address, addresses.c.version)
)
_READINGS = Prepared(
    select(codings.c.coder, codings.c.coded_at, codings.c.statements, codings.c.note)
    .where(codings.c.document == bindparam("document"))
    .order_by(codings.c.coded_at, codings.c.coder)
)


def recall(connection: Connection, named: str) -> Record:
    """The record of what is named by a key, its beginning, the name of a dataset or the address of a document.

    Raises NotInLedger where there is nothing of that name, LedgerError where there is more than one.
    """
    return record(connection, find(connection, named, *SHOWN))


def record(connection: Connection, found: Found) -> Record:
    """The record of a thing that has one (SHOWN)."""
    making: dict[Thing, Callable[[Connection, str], Record]] = {
        Thing.document: _document,
        Thing.statement: _statement,
        Thing.event: _event,
        Thing.tie: _tie,
        Thing.dataset: _dataset,
    }
    return making[found.thing](connection, found.key)


def _document(connection: Connection, key: str) -> DocumentRecord:
    ((read_at, current, *cells),) = _DOCUMENT.rows(connection, {"key": key})
    kept = _kept(connection, "document", key)
    reported = _events_of(connection, [one.key for one in kept])
    tied = related.dyads(one.statement for one in kept)[: related.DYADS]
    known = [event.id for event in reported]
    near = related.keys_of_dyads(connection, tied, but=known)
    return DocumentRecord(
        key=key,
        document=document_of(cells),
        read_at=read_at,
        current=current,
        sightings=_sightings(connection, key),
        readings=_readings(connection, key),
        statements=tuple(kept),
        events=tuple(reported),
        judgements=_judgements(connection, [one.key for one in kept]),
        related=tuple(related.related(connection, [key], known, near)),
    )


def _statement(connection: Connection, key: str) -> StatementRecord:
    (kept,) = _kept(connection, "key", key)
    event = next(iter(_events_of(connection, [key])), None)
    known = [event.id] if event else []
    near = related.keys_of_dyads(connection, related.dyads([kept.statement]), but=known)
    return StatementRecord(
        key=key,
        kept=kept,
        document=about(connection, [kept.document])[kept.document],
        event=event,
        judgements=_judgements(connection, [key]),
        related=tuple(related.related(connection, [kept.document], known, near)),
    )


def _event(connection: Connection, key: str) -> EventRecord:
    event = events.load(connection, key)
    reports = _reports(connection, event)
    others = related.of_dyads(connection, related.dyads([event]), but=[key])
    own = list(dict.fromkeys(report.document.key for report in reports))
    return EventRecord(
        key=key,
        event=event,
        reports=tuple(reports),
        ties=tuple(_ties(connection, "event", key)),
        judgements=_judgements(connection, event.statements),
        others=tuple(others[:OTHERS]),
        related=tuple(related.related(connection, own, [key], [e.id for e in others])),
    )


def _tie(connection: Connection, key: str) -> TieRecord:
    (tie,) = _ties(connection, "id", key)
    asked = Selection(actors=(tie.source, tie.target))
    others = (other for other in ties.chosen(connection, asked, limit=OTHERS + 1) if other.id != key)
    event = events.load(connection, tie.event) if tie.event else None
    of_text = tie.dataset == ties.CODED.name and tie.event is None
    statement = next(iter(_kept(connection, "key", tie.record)), None) if of_text else None
    reports = _reports(connection, event) if event else []
    own = [report.document.key for report in reports] or ([statement.document] if statement else [])
    known = [event.id] if event else []
    near = related.keys_of_dyads(connection, [(tie.source, tie.target)], but=known)
    return TieRecord(
        key=key,
        tie=tie,
        dataset=ties.dataset_of(connection, tie),
        group=_group(connection, tie) if tie.group else (),
        event=event,
        statement=statement,
        others=tuple(others)[:OTHERS],
        related=tuple(related.related(connection, own, known, near)),
    )


def _dataset(connection: Connection, name: str) -> DatasetRecord:
    held = imports.imports(connection)[name]
    asked = select(ties_table.c.layer, func.count()).where(ties_table.c.dataset == name).group_by(ties_table.c.layer)
    report = connection.execute(select(datasets.c.report).where(datasets.c.name == name)).scalar_one()
    layers = dict(sorted((layer, number) for layer, number in connection.execute(asked)))
    return DatasetRecord(key=name, held=held, layers=layers, report=json.loads(report))


def _kept(connection: Connection, by: Literal["key", "document"], *values: str) -> list[Kept]:
    """The statements of these keys, or of these documents, in the order of their text."""
    return [
        Kept(
            key=key,
            document=document,
            statement=statement_of(body),
            ruling=ruling,
            coded=statement_of(coded) if coded else None,
        )
        for key, document, body, ruling, coded in _KEPT[by].rows(connection, {"values": values})
    ]


def _events_of(connection: Connection, keys: Sequence[str]) -> list[Event]:
    """The events that statements report, in the order of the statements."""
    by_statement: dict[str, str] = {}
    for some in in_parts(keys):
        by_statement.update(_REPORTED.rows(connection, {"statements": some}))
    found = dict.fromkeys(by_statement[key] for key in keys if key in by_statement)
    return list(events.load_all(connection, found).values())


def _reports(connection: Connection, event: Event) -> list[Report]:
    kept = [one for some in in_parts(event.statements) for one in _kept(connection, "key", *some)]
    short = about(connection, [one.document for one in kept])
    found = [Report(kept=one, document=short[one.document]) for one in kept]
    return sorted(found, key=lambda report: (report.document.published or "9999", report.kept.key))


def _ties(connection: Connection, by: Literal["id", "event"], value: str) -> list[Tie]:
    return [tie_of(row) for row in _TIES[by].rows(connection, {"value": value})]


def _group(connection: Connection, tie: Tie) -> tuple[Tie, ...]:
    """The others that are one thing with it."""
    own = {"dataset": tie.dataset, "group": tie.group, "id": tie.id}
    return tuple(tie_of(row) for row in _GROUP.rows(connection, own))


def _judgements(connection: Connection, keys: Iterable[str]) -> tuple[Judgement, ...]:
    """Every judgement that touches these statements, also those that were taken back, in their order."""
    return tuple(made.judgement for made in judgements.touching(connection, keys))


def _sightings(connection: Connection, key: str) -> tuple[Sighting, ...]:
    """Where a document was found, in the order of finding, and what stands there now."""
    return tuple(
        Sighting(address=address, version=version, read_at=read_at, latest=latest)
        for address, version, read_at, latest in _SIGHTINGS.rows(connection, {"document": key})
    )


def _readings(connection: Connection, key: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(coder=coder, coded_at=coded_at, statements=number, note=note)
        for coder, coded_at, number, note in _READINGS.rows(connection, {"document": key})
    )
