"""Codings enter the ledger: documents and statements first (`store`), then copies and events (`settle`).

`add` does both for one document in the caller's transaction. A bulk load stores many at once and settles later;
what waits is marked in the ledger, so that an interruption loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select, update

from dragoman.ledger import documents, merging, recoding, statements
from dragoman.ledger.rows import document_key
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import codings
from dragoman.ledger.tables import documents as documents_table
from dragoman.ledger.tables import statements as statements_table
from dragoman.model import Coding, Document


class Outcome(StrEnum):
    """What became of a document that was to be added."""

    new = "new"
    version = "new version"
    seen = "seen before"
    moved = "seen before, at another address"


@dataclass(frozen=True, slots=True)
class Added:
    """What was added: how many statements, and how many events were made or changed by them."""

    key: str
    outcome: Outcome
    statements: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A coding that comes in, where it was found, and by which coder it was made."""

    coding: Coding
    address: documents.Address
    coder: str


def is_kept(connection: Connection, document: Document) -> bool:
    """Whether the document is in the ledger, so that it need not be coded."""
    return bool(documents.kept(connection, [document_key(document)]))


def add(connection: Connection, arrival: Arrival) -> Added:
    """Store and settle a coding. A document whose content is there already is not stored again."""
    document = arrival.coding.document
    if is_kept(connection, document):
        return add_seen(connection, document, arrival.address)
    key, replaced = document_key(document), store(connection, [arrival])
    made = settle(connection, {key, *replaced.values()})
    outcome = Outcome.version if key in replaced else Outcome.new
    return Added(key, outcome, len(arrival.coding.statements), made)


def add_seen(connection: Connection, document: Document, address: documents.Address) -> Added:
    """Keep that a document that is in the ledger was found at `address`."""
    key = document_key(document)
    before = documents.addresses_of(connection, key)
    replaced = documents.found_at(connection, [(key, address)])
    if replaced:
        settle(connection, {key, *replaced.values()})
        return Added(key, Outcome.version)
    return Added(key, Outcome.seen if address is None or address in before else Outcome.moved)


def store(connection: Connection, arrivals: Sequence[Arrival]) -> dict[str, str]:
    """Store what is new of these; which document took the place of which as the current version of a page."""
    keyed = [(document_key(arrival.coding.document), arrival) for arrival in arrivals]
    there = documents.kept(connection, (key for key, _ in keyed))
    new = {key: arrival for key, arrival in keyed if key not in there}
    documents.insert(connection, [(key, arrival.coding.document) for key, arrival in new.items()])
    coded = ((key, a.coding.statements, a.coder, a.coding.note) for key, a in new.items())
    statements.keep(connection, coded)
    return documents.found_at(connection, [(key, arrival.address) for key, arrival in keyed])


def settle(connection: Connection, keys: Iterable[str]) -> int:
    """Find the copies of these documents and merge their statements; how many events were made or changed."""
    changed = set(keys)
    for key in sorted(changed):
        changed |= documents.group(connection, key)
    touched: set[str] = set()
    for some in in_parts(changed):
        asked = select(statements_table.c.key).where(statements_table.c.document.in_(some))
        touched |= set(connection.execute(asked).scalars())
    made = merging.refresh(connection, touched)
    for some in in_parts(changed):
        connection.execute(update(documents_table).where(documents_table.c.key.in_(some)).values(merged=True))
    return len(made)


def waiting(connection: Connection, limit: int) -> list[str]:
    """Documents that were stored and not settled yet, in the order in which they came."""
    asked = select(documents_table.c.key).where(documents_table.c.merged.is_(False))
    return list(connection.execute(asked.order_by(documents_table.c.number).limit(limit)).scalars())


def recode(connection: Connection, key: str, coding: Coding, *, coder: str) -> Added:
    """Put a newer coder's statements of document `key` in the place of the older ones; reviewers' judgements hold.

    The words that it is found by are read anew too.
    """
    documents.index(connection, key, coding.document)
    touched = recoding.recode(connection, key, coding.statements, coder=coder)
    made = merging.refresh(connection, touched)
    return Added(key, Outcome.seen, len(coding.statements), len(made))


def stale(connection: Connection, coders: dict[str, str], *, every: bool = False) -> list[str]:
    """The current documents that the coder of their language (`coders`: language to coder) has not read yet.

    With `every`, also those that it has.
    """
    found: list[str] = []
    for language, coder in sorted(coders.items()):
        asked = select(documents_table.c.key).where(documents_table.c.language == language, documents_table.c.current)
        if not every:
            read = select(codings.c.document).where(codings.c.coder == coder)
            asked = asked.where(documents_table.c.key.not_in(read))
        found += connection.execute(asked.order_by(documents_table.c.number)).scalars()
    return found
