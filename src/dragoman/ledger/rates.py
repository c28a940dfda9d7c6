"""How often something may be done: counted in the audit log, so that several processes count together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, select

from dragoman.errors import TooOften
from dragoman.ledger.audit import Person, note
from dragoman.ledger.rows import now
from dragoman.ledger.tables import audit
from dragoman.model import Outcome


@dataclass(frozen=True, slots=True)
class Rate:
    """No more than `times` within `seconds`."""

    times: int
    seconds: int

    def wait(self, connection: Connection, counted: ColumnElement[bool]) -> int:
        """In how many seconds there is room for one more, by the lines of the log that count; 0 for now."""
        asked = select(audit.c.made_at).where(counted, audit.c.made_at > now(-self.seconds))
        asked = asked.order_by(audit.c.made_at.desc(), audit.c.number.desc()).offset(self.times - 1).limit(1)
        oldest = connection.execute(asked).scalar()
        return 0 if oldest is None else max(1, self.seconds - _since(oldest))


FETCHES = Rate(60, 600)
"""Pages that one person has fetched: a reader adds a dozen at a sitting, and sites bear one every ten seconds."""
FETCHES_OF_AN_ADDRESS = Rate(120, 600)
"""Pages that are fetched for one network address, which a few people may share."""


def take_fetch(connection: Connection, by: Person, page: str) -> None:
    """Note that `page` is fetched, or raise TooOften. `connection` is one that writes, so that nobody slips through."""
    own = and_(audit.c.action == "fetch", audit.c.who == by.name)
    near = and_(audit.c.action == "fetch", audit.c.address == by.address)
    wait = max(FETCHES.wait(connection, own), FETCHES_OF_AN_ADDRESS.wait(connection, near))
    if wait:
        raise TooOften("too many pages were fetched in a short time", wait=wait, source=page)
    note(connection, by, "fetch", page, Outcome.done)


def _since(moment: str) -> int:
    """Seconds from a moment of the ledger until now."""
    return int((datetime.fromisoformat(now()) - datetime.fromisoformat(moment)).total_seconds())
