"""From the nouns to rows and back: what is a column, and what is kept as JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, Table

from dragoman.ledger.prepared import Prepared
from dragoman.model import Document, Event, Party, Statement, Tie

Values = dict[str, Any]
CHUNK = 10_000
"""Rows that go to the database at once."""


def now(seconds: int = 0) -> str:
    """This moment, or one so many `seconds` from it, as the ledger writes it: ISO 8601 in UTC, to the second."""
    return (datetime.now(UTC) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def digest(*parts: str | None) -> str:
    """A key of 16 hexadecimal digits that comes from content alone."""
    return hashlib.sha256("\x1f".join(part or "" for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def document_key(document: Document) -> str:
    """The key of a document's content. Views are left out: they change from hour to hour."""
    return digest(document.outlet, document.published, document.headline, document.text)


def statement_key(document: str, statement: Statement) -> str:
    """The key of a statement in the ledger: ids are a coder's own, two documents may share one."""
    return digest(document, statement.id)


def put(connection: Connection, table: Table, rows: Iterable[Values]) -> int:
    """Insert rows, a chunk at a time; how many there were. A column that a row does not name is empty.

    The rows go to the driver as they are, which is three times as fast as through SQLAlchemy's own insert.
    """
    names = [column.name for column in table.c]
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    columns = ", ".join(f'"{name}"' for name in names)
    sql = f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join([mark] * len(names))})'
    count = 0
    rest = (tuple(map(row.get, names)) for row in rows)
    while chunk := list(islice(rest, CHUNK)):
        connection.exec_driver_sql(sql, chunk)
        count += len(chunk)
    return count


def rows_of(connection: Connection, asked: Prepared | Select[Any], values: Values, *, whole: bool) -> Iterable[Any]:
    """The rows of a query with these values: all of them at once (`whole`), or a chunk at a time."""
    if not isinstance(asked, Prepared):
        chunked = {} if whole else {"yield_per": CHUNK}
        return connection.execute(asked, values, execution_options=chunked)
    return asked.rows(connection, values) if whole else rows_of(connection, asked.query, values, whole=False)


def document_row(document: Document, key: str, number: int, read_at: str) -> Values:
    """The row of `documents`."""
    told = {name: getattr(document, name) for name in Document.model_fields}
    state = {"current": True, "copy_group": None, "merged": False}
    return {**told, **state, "key": key, "number": number, "read_at": read_at}


def document_of(cells: Iterable[Any]) -> Document:
    """The Document of its cells, in the order of its fields."""
    return Document.model_validate(dict(zip(Document.model_fields, cells, strict=True)))


def statement_row(key: str, document: str, statement: Statement) -> Values:
    """The row of `statements`."""
    time = statement.time
    return {
        "key": key,
        "document": document,
        **statement_cells(statement),
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "ruling": None,
        "coded": None,
    }


def statement_cells(statement: Statement) -> Values:
    """The columns of `statements` that a correction may change, but for the time, and the body."""
    return {
        "kind": statement.kind.value,
        "type": statement.type,
        "mode": statement.mode,
        "status": statement.status.value,
        "polarity": statement.polarity.value if statement.polarity else None,
        "instrument": statement.instrument,
        "place": statement.place,
        "evidence_start": statement.evidence.start,
        "evidence_end": statement.evidence.end,
        "confidence": statement.confidence,
        "coder": statement.coder,
        "body": statement.model_dump_json(exclude_defaults=True),
    }


def participant_rows(key: str, statement: Statement) -> list[Values]:
    """The rows of `participants`, in order of mention."""
    return [
        {"statement": key, "position": position, "actor": p.actor, "role": p.role, "surface": p.surface}
        for position, p in enumerate(statement.participants)
    ]


def statement_of(body: str) -> Statement:
    """The Statement of a `body`."""
    return Statement.model_validate_json(body)


def event_row(event: Event) -> Values:
    """The row of `events`."""
    time = event.time
    return {
        "key": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "place": event.place,
        "instrument": event.instrument,
        "reports": len(event.statements),
        "date": event_date(event),
        "body": event.model_dump_json(exclude_defaults=True),
    }


def event_date(event: Event) -> str | None:
    """What an event is sorted by: when it happens, else when it was first reported."""
    first = next((turn.date for turn in event.history if turn.date), None)
    return (event.time.start if event.time else None) or first


def event_of(body: str) -> Event:
    """The Event of a `body`."""
    return Event.model_validate_json(body)


def tie_row(tie: Tie) -> Values:
    """The row of `ties`."""
    row = {name: getattr(tie, name) for name in TIE_COLUMNS}
    row["layer"] = tie.layer.value
    row["status"] = tie.status.value
    row["others"] = json.dumps([[p.actor, p.role] for p in tie.others], ensure_ascii=False) if tie.others else None
    row["details"] = json.dumps(tie.details, ensure_ascii=False) if tie.details else None
    return row


def tie_of(row: Iterable[Any]) -> Tie:
    """The Tie of a row of `ties`."""
    told: Values = dict(zip(TIE_COLUMNS, row, strict=True))
    others, details = told["others"], told["details"]
    told["others"] = [Party(actor=actor, role=role) for actor, role in json.loads(others)] if others else ()
    told["details"] = json.loads(details) if details else {}
    return Tie.model_validate(told)


TIE_COLUMNS = tuple(Tie.model_fields)
