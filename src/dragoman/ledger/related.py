"""Documents that have to do with some others: copies of them, of the same events, of the same dyads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select

from dragoman.events.ties import pairs
from dragoman.ledger import abouts, documents, events
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.records import Related, Relation
from dragoman.ledger.selection import Selection
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import event_statements, statements
from dragoman.model import Event, Party, Statement

MOST = 10
"""Documents of a relation that are told, the latest ones."""
DYADS = 3
"""Dyads of a document that are looked after: those that it speaks of most."""
Dyad = tuple[str, str]


def dyads(told: Iterable[Event | Statement]) -> list[Dyad]:
    """The pairs of actors that events or statements tie, the commonest first."""
    found = Counter[Dyad]()
    for one in told:
        tied, _ = pairs(_parties(one), one.type)
        found.update(sorted({(min(p.source, p.target), max(p.source, p.target)) for p in tied}))
    return [dyad for dyad, _ in found.most_common()]


def of_dyads(connection: Connection, asked: Iterable[Dyad], *, but: Sequence[str] = ()) -> list[Event]:
    """The latest events of some dyads, without those that are named, MOST of each."""
    found: dict[str, Event] = {}
    for dyad in asked:
        chosen = events.chosen(connection, Selection(actors=dyad), limit=MOST + len(but))
        new = [event for event in chosen if event.id not in but and event.id not in found]
        found.update((event.id, event) for event in new[:MOST])
    return list(found.values())


def keys_of_dyads(connection: Connection, asked: Iterable[Dyad], *, but: Sequence[str] = ()) -> list[str]:
    """The keys of what `of_dyads` gives."""
    found: dict[str, None] = {}
    for dyad in asked:
        latest = events.latest_keys(connection, Selection(actors=dyad), MOST + len(but))
        new = [key for key in latest if key not in but and key not in found]
        found.update(dict.fromkeys(new[:MOST]))
    return list(found)


def related(
    connection: Connection, own: Sequence[str], reported: Sequence[str], same_dyad: Sequence[str]
) -> list[Related]:
    """The documents that are related to the documents `own`, each once, by its closest relation.

    `reported` are the events that these report, `same_dyad` other events of the same dyads, by key.
    """
    copies = documents.copies_of(connection, own)
    reports = _reporting(connection, dict.fromkeys((*reported, *same_dyad)))
    found: dict[str, Relation] = {}
    for relation, keys in (
        (Relation.copy, copies),
        (Relation.event, [document for document, event in reports if event in reported]),
        (Relation.dyad, [document for document, event in reports if event not in reported]),
    ):
        for key in keys:
            if key not in own:
                found.setdefault(key, relation)
    about = sorted(abouts.about(connection, found).values(), key=lambda one: one.published or "", reverse=True)
    told: list[Related] = []
    for relation in Relation:
        its = [document for document in about if found[document.key] is relation]
        told += [Related(relation=relation, document=document) for document in its[:MOST]]
    return told


def _reporting(connection: Connection, keys: Iterable[str]) -> list[tuple[str, str]]:
    """The documents whose statements report these events, each with the event."""
    parts = (_REPORTING.rows(connection, {"events": some}) for some in in_parts(keys))
    return [(document, event) for part in parts for document, event in part]


_REPORTING = Prepared(
    select(statements.c.document, event_statements.c.event)
    .join(event_statements, event_statements.c.statement == statements.c.key)
    .where(event_statements.c.event.in_(bindparam("events", expanding=True)))
)


def _parties(told: Event | Statement) -> list[Party]:
    if isinstance(told, Event):
        return list(told.parties)
    return [Party(actor=p.actor, role=p.role) for p in told.participants if p.actor]
