"""Documents in short: what a list needs of them, and no more is read."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from dragoman.ledger.records import About
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import documents

_SHORT = (
    select(*(documents.c[name] for name in About.model_fields))
    .where(documents.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(documents.c.number)
)


def about(connection: Connection, keys: Iterable[str]) -> dict[str, About]:
    """The documents of these keys, in the order in which they came; a key that is not there is left out."""
    parts = in_parts(dict.fromkeys(keys))
    rows = (row for part in parts for row in connection.execute(_SHORT, {"keys": part}).mappings())
    return {row["key"]: About(**row) for row in rows}
