"""What a ledger holds, but for when it was stored: two ledgers with the same contents are equal."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from dragoman.ledger import opened
from dragoman.ledger.tables import metadata

LEFT_OUT = {"number", "read_at", "coded_at", "imported_at", "made_at", "tested_at"}


def contents(named: str) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table, sorted."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with opened(named) as ledger, ledger.reading() as connection:
        for name, table in metadata.tables.items():
            columns = [column for column in table.c if column.name not in LEFT_OUT]
            if not columns:
                continue
            rows = connection.execute(select(*columns)).all()
            found[name] = sorted((tuple(row) for row in rows), key=repr)
    return found
