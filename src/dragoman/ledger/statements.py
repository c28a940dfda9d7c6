"""Statements and who takes part in them: written a document at a time, changed by judgements, read by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, delete, or_, select, update

from dragoman.ledger.rows import (
    Values,
    now,
    participant_rows,
    put,
    statement_cells,
    statement_key,
    statement_of,
    statement_row,
)  # fmt: skip
from dragoman.ledger.tables import codings, participants, statements
from dragoman.model import Ruling, Statement

MANY = 500
"""Keys that go into one query: SQLite takes no more than some thousands of values."""


Found = tuple[str, Sequence[Statement], str, str | None]
"""A document's key, what was coded from it, by which coder, and why nothing was, where there is a reason to give."""


def keep(connection: Connection, coded: Iterable[Found]) -> None:
    """Store what was coded from documents, and that a coder looked. The statements must not be there yet."""
    moment = now()
    looked: list[Values] = []
    unique: dict[str, tuple[str, Statement]] = {}
    for document, found, coder, note in coded:
        told = {"document": document, "coder": coder, "coded_at": moment, "statements": len(found), "note": note}
        looked.append(told)
        unique.update((statement_key(document, statement), (document, statement)) for statement in found)
    put(connection, codings, looked)
    put(connection, statements, (statement_row(key, d, s) for key, (d, s) in unique.items()))
    put(connection, participants, (row for key, (_, s) in unique.items() for row in participant_rows(key, s)))


def in_force() -> ColumnElement[bool]:
    """That no reviewer rejected a statement."""
    return or_(statements.c.ruling.is_(None), statements.c.ruling != Ruling.reject.value)


def forget_coding(connection: Connection, document: str, coder: str) -> None:
    """Forget that a coder looked at a document: it looks again."""
    connection.execute(delete(codings).where(codings.c.document == document, codings.c.coder == coder))


def remove(connection: Connection, keys: Iterable[str]) -> None:
    """Take statements out, with what hangs on them."""
    for some in in_parts(keys):
        connection.execute(delete(statements).where(statements.c.key.in_(some)))


def of_document(connection: Connection, document: str) -> dict[str, Statement]:
    """The statements of a document by key, in the order of the text."""
    asked = select(statements.c.key, statements.c.body).where(statements.c.document == document)
    rows = connection.execute(asked.order_by(statements.c.evidence_start, statements.c.key))
    return {row.key: statement_of(row.body) for row in rows}


def load(connection: Connection, keys: Iterable[str]) -> dict[str, Statement]:
    """The statements of these keys; a key that is not there is left out."""
    found: dict[str, Statement] = {}
    for some in in_parts(keys):
        rows = connection.execute(select(statements.c.key, statements.c.body).where(statements.c.key.in_(some)))
        found.update((row.key, statement_of(row.body)) for row in rows)
    return found


def coded(connection: Connection, key: str) -> Statement:
    """What the coder said, before any correction."""
    row = connection.execute(select(statements.c.body, statements.c.coded).where(statements.c.key == key)).one()
    return statement_of(row.coded or row.body)


def restate(connection: Connection, key: str, stands: Statement, *, coded: Statement, ruling: str | None) -> None:
    """Keep a statement as it stands after the reviewers' words, what was `coded` beside it, and the last `ruling`."""
    time = stands.time
    values = {
        **statement_cells(stands),
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "coded": coded.model_dump_json(exclude_defaults=True) if stands != coded else None,
        "ruling": ruling,
    }
    connection.execute(update(statements).where(statements.c.key == key).values(**values))
    connection.execute(delete(participants).where(participants.c.statement == key))
    put(connection, participants, participant_rows(key, stands))


def in_parts(keys: Iterable[str]) -> Iterator[list[str]]:
    """Keys in lists short enough for one query."""
    every = list(keys)
    for start in range(0, len(every), MANY):
        yield every[start : start + MANY]


def stated(connection: Connection, document: str) -> dict[str, Statement]:
    """The statements of a document by key that nobody rejected, in the order of the text."""
    asked = select(statements.c.key, statements.c.body).where(statements.c.document == document, in_force())
    rows = connection.execute(asked.order_by(statements.c.evidence_start, statements.c.key))
    return {row.key: statement_of(row.body) for row in rows}
