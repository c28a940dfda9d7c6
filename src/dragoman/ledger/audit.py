"""The audit log: who did what, when and from where. Only ever added to; the database refuses the rest."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from dragoman.ledger.rows import now
from dragoman.ledger.tables import audit
from dragoman.model import Entry, Outcome

LONGEST = 2000
"""Characters of a text in the log: an address of a page may be longer, and is cut."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who does something. `address` is where from on the network, None for the command line."""

    name: str | None
    address: str | None = None


def note(
    connection: Connection, by: Person, action: str, about: str | None = None, outcome: Outcome = Outcome.done
) -> None:
    """Add a line to the log, in the transaction of what it tells of. `connection` is one that writes."""
    number = (connection.execute(select(func.max(audit.c.number))).scalar() or 0) + 1
    row = {
        "number": number,
        "made_at": now(),
        "who": _cut(by.name),
        "action": action,
        "about": _cut(about),
        "address": by.address,
        "outcome": outcome.value,
    }
    connection.execute(insert(audit), row)


def latest(
    connection: Connection,
    limit: int,
    *,
    before: int | None = None,
    who: str | None = None,
    action: str | None = None,
) -> list[Entry]:
    """The last lines of the log, newest first: those in front of line number `before`, of one person, of one action."""
    asked = select(audit).order_by(audit.c.number.desc()).limit(limit)
    if before is not None:
        asked = asked.where(audit.c.number < before)
    if who is not None:
        asked = asked.where(audit.c.who == who)
    if action is not None:
        asked = asked.where(audit.c.action == action)
    return [Entry(**row._mapping) for row in connection.execute(asked)]


def _cut(text: str | None) -> str | None:
    """What a log can hold: no control characters, which would forge lines where it is printed, and not too long."""
    if text is None:
        return None
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:LONGEST])
