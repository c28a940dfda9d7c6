"""Which of the kept findings are asked for: lists of them, the latest first, and how they are divided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, and_, exists, func, select

from dragoman.ledger.dates import not_after, not_before, times
from dragoman.ledger.finding_tables import finding_parties, findings
from dragoman.ledger.latest import latest
from dragoman.ledger.places import Place, behind
from dragoman.ledger.rows import rows_of
from dragoman.model import Frozen, Kind, Status

HEDGED = (Status.possible,)
"""What an argument's status is where its author hedges it."""
ASSERTED = (Status.happened, Status.ongoing)
"""What it is where he does not."""


class ClaimSelection(Frozen):
    """Which claims are asked for; an empty field asks for everything. All conditions hold, of several values one.

    One actor: all claims about it. Several: those about any two of them. `since` and `until` are ISO dates of
    publication, cut or whole, both included. `quoted`: claims of those who are quoted, or of the outlets themselves.
    """

    actors: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    verdicts: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    document: str | None = None
    quoted: bool | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of an outlet (None: no outlet is known) have this status, voice and verdict."""

    outlet: str | None
    status: Status
    quoted: bool
    verdict: str
    claims: int


@dataclass(frozen=True, slots=True)
class ActorTally:
    """How many claims about an actor have this verdict."""

    actor: str
    verdict: str
    claims: int


def chosen(
    connection: Connection, asked: ClaimSelection, *, limit: int | None = None, after: Place | None = None
) -> Iterator[Row[Any]]:
    """The rows of `findings` that are asked for, the latest publication first, those of undated documents last.

    `after` is the place of the row behind which to go on.
    """
    order = findings.c.published.desc().nulls_last(), findings.c.key.desc()
    values = times(asked.since, asked.until)
    if limit is None:
        whole = select(findings).where(*_about(asked), *_conditions(asked), *_behind(after)).order_by(*order)
        yield from rows_of(connection, whole, values, whole=False)
        return
    found = select(findings).where(findings.c.key.in_(_latest(asked, after))).order_by(*order)
    yield from rows_of(connection, found, {**values, "limit": limit}, whole=True)


def count(connection: Connection, asked: ClaimSelection) -> int:
    """How many claims are asked for."""
    found = select(func.count()).select_from(findings).where(*_asked_for(asked))
    return connection.execute(found, times(asked.since, asked.until)).scalar_one()


def by_outlet(connection: Connection, asked: ClaimSelection) -> list[Tally]:
    """The claims that are asked for, counted by outlet, status, voice and verdict."""
    by = findings.c.outlet, findings.c.status, findings.c.quoted, findings.c.verdict
    found = select(*by, func.count().label("claims")).where(*_asked_for(asked)).group_by(*by)
    rows = connection.execute(found, times(asked.since, asked.until))
    return [Tally(row.outlet, Status(row.status), bool(row.quoted), row.verdict, row.claims) for row in rows]


def by_actor(connection: Connection, asked: ClaimSelection) -> list[ActorTally]:
    """The claims that are asked for, counted by whom they are about and by verdict; a claim counts for each of them."""
    own = finding_parties.c
    by = own.actor, own.verdict
    found = select(*by, func.count().label("claims")).group_by(*by)
    if asked == ClaimSelection(kinds=asked.kinds):
        found = found.where(own.kind.in_([kind.value for kind in asked.kinds])) if asked.kinds else found
    else:
        found = found.where(own.finding.in_(select(findings.c.key).where(*_asked_for(asked))))
    rows = connection.execute(found, times(asked.since, asked.until))
    return [ActorTally(row.actor, row.verdict, row.claims) for row in rows]


def _latest(asked: ClaimSelection, after: Place | None) -> Select[Any]:
    if len(asked.actors) in (1, 2):
        own, other = finding_parties.c, finding_parties.alias().c
        beside = select(own.finding, own.published)
        for actor in asked.actors[1:]:
            beside = beside.where(exists().where(other.finding == own.finding, other.actor == actor))
        if conditions := list(_conditions(asked)):
            beside = beside.join(findings, and_(findings.c.key == own.finding, *conditions))
        beside = beside.where(*([behind(own.published, own.finding, after)] if after else []))
        return latest(beside, own.finding, own.published, [(own.actor == asked.actors[0],)])
    column, values = _leading(asked)
    conditions = [*_about(asked), *_conditions(asked.model_copy(update={"kinds": ()})), *_behind(after)]
    if column is not findings.c.kind and asked.kinds:
        # An expression, so that the index of what is asked for leads and that on kinds does not.
        conditions.append(func.coalesce(findings.c.kind, "").in_([kind.value for kind in asked.kinds]))
    found = select(findings.c.key, findings.c.published).where(*conditions)
    return latest(found, findings.c.key, findings.c.published, [(column == str(value),) for value in values])


def _leading(asked: ClaimSelection) -> tuple[Column[Any], Sequence[str]]:
    """The column whose index has the latest first of what is asked for: the one that likely leaves least."""
    for column, values in (
        (findings.c.outlet, asked.outlets),
        (findings.c.type, asked.types),
        (findings.c.verdict, asked.verdicts),
    ):
        if values:
            return column, values
    return findings.c.kind, asked.kinds or tuple(Kind)


def _behind(after: Place | None) -> Iterator[ColumnElement[bool]]:
    if after is not None:
        yield behind(findings.c.published, findings.c.key, after)


def _asked_for(asked: ClaimSelection) -> Iterator[ColumnElement[bool]]:
    """All conditions. With actors the kinds are asked of the parties: an index on kinds would be taken for them."""
    if asked.actors:
        yield from _about(asked)
        yield from _conditions(asked.model_copy(update={"kinds": ()}))
    else:
        yield from _conditions(asked)


def _about(asked: ClaimSelection) -> Iterator[ColumnElement[bool]]:
    own = finding_parties.c
    kinds = [own.kind.in_([kind.value for kind in asked.kinds])] if asked.kinds else []
    if len(asked.actors) > 2:
        several = select(own.finding).where(own.actor.in_(asked.actors), *kinds).group_by(own.finding)
        yield findings.c.key.in_(several.having(func.count() > 1))
        return
    for actor in asked.actors:
        yield findings.c.key.in_(select(own.finding).where(own.actor == actor, *kinds))


def _conditions(asked: ClaimSelection) -> Iterator[ColumnElement[bool]]:
    several = (
        (findings.c.kind, asked.kinds),
        (findings.c.type, asked.types),
        (findings.c.status, asked.statuses),
        (findings.c.verdict, asked.verdicts),
        (findings.c.outlet, asked.outlets),
    )
    for column, values in several:
        if values:
            yield column.in_([str(value) for value in values])
    if asked.document is not None:
        yield findings.c.document == asked.document
    if asked.quoted is not None:
        yield findings.c.quoted.is_(asked.quoted)
    if asked.since:
        yield not_before(findings.c.published)
    if asked.until:
        yield not_after(findings.c.published)
