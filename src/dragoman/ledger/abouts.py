"""Documents in short: what a list needs of them, and no more is read."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from dragoman.ledger.prepared import Prepared
from dragoman.ledger.records import About
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import documents

_FIELDS = tuple(About.model_fields)
_SHORT = Prepared(
    select(*(documents.c[name] for name in _FIELDS))
    .where(documents.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(documents.c.number)
)


def about(connection: Connection, keys: Iterable[str]) -> dict[str, About]:
    """The documents of these keys, in the order in which they came; a key that is not there is left out."""
    parts = in_parts(dict.fromkeys(keys))
    rows = (row for part in parts for row in _SHORT.rows(connection, {"keys": part}))
    found = (About.model_validate(dict(zip(_FIELDS, row, strict=True))) for row in rows)
    return {one.key: one for one in found}
