"""Which statements are worth a reviewer's minutes: those that are likely wrong and on which much rests.

Consequence is the doubt (1 - confidence) times what rests on the statement: 1 for the statement, 2 more if it makes a
tie of the network, 1 more if no other report of its event stands beside it, 1 for every claim (three at most) whose
verdict was reached for it. Only the least sure are weighed, so that it takes no longer in a large ledger: where
confidence is high, little of the product is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.ledger.finding_tables import finding_statements
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import event_statements, events, statements, ties
from dragoman.ledger.ties import CODED
from dragoman.review.waiting import Filter, waiting_statements

WEIGHED = 400
"""Statements that are weighed against each other: the least sure."""
TIE, ALONE, CLAIMS = 2, 1, 3
"""What a tie, being the only report, and claims (at most so many) add."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement that waits. `ties`: whether it makes one; `alone`: whether its event has no other report."""

    key: str
    confidence: float
    ties: bool
    alone: bool
    claims: int

    @property
    def consequence(self) -> float:
        """The doubt times what rests on it, 0 to 7."""
        rests = 1 + TIE * self.ties + ALONE * self.alone + min(self.claims, CLAIMS)
        return (1 - self.confidence) * rests


def most_consequential(connection: Connection, only: Filter, limit: int) -> list[Weighed]:
    """The statements that wait, the most consequential first."""
    keys = waiting_statements(connection, only, WEIGHED)
    weighed = [one for some in in_parts(keys) for one in _weighed(connection, some)]
    return sorted(weighed, key=lambda one: (-one.consequence, one.key))[:limit]


def _weighed(connection: Connection, keys: Sequence[str]) -> list[Weighed]:
    sure = select(statements.c.key, statements.c.confidence).where(statements.c.key.in_(keys))
    confidence = {row.key: row.confidence for row in connection.execute(sure)}
    reports = (
        select(event_statements.c.statement, event_statements.c.event, events.c.reports)
        .join(events, events.c.key == event_statements.c.event)
        .where(event_statements.c.statement.in_(keys))
    )
    reported = {row.statement: row for row in connection.execute(reports)}
    made = select(ties.c.event).where(ties.c.event.in_([row.event for row in reported.values()])).distinct()
    making = set(connection.execute(made).scalars())
    standing = select(ties.c.record).where(ties.c.dataset == CODED.name, ties.c.record.in_(keys)).distinct()
    stated = set(connection.execute(standing).scalars())
    told = finding_statements.c
    counted = select(told.statement, func.count().label("n")).where(told.statement.in_(keys)).group_by(told.statement)
    claims = Counter({row.statement: row.n for row in connection.execute(counted)})
    return [
        Weighed(
            key=key,
            confidence=confidence[key],
            ties=key in stated or (key in reported and reported[key].event in making),
            alone=key in reported and reported[key].reports == 1,
            claims=claims[key],
        )
        for key in keys
    ]
