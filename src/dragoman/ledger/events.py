"""Events as they are asked for: by actors, type, status and time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, exists, func, literal, or_, select

from dragoman.ledger.dates import not_after, not_before
from dragoman.ledger.latest import LIMIT, latest
from dragoman.ledger.places import Place, behind
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.rows import event_of, rows_of
from dragoman.ledger.selection import Selection, Shape
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import event_parties, events
from dragoman.model import Event

FEW = 300
"""Events of an actor that are gone through in less time than a page needs to be made."""


def chosen(
    connection: Connection,
    asked: Selection,
    *,
    latest_first: bool = True,
    limit: int | None = None,
    after: Place | None = None,
) -> Iterator[Event]:
    """The events that a selection asks for, in order of time, those without a date at the end.

    An event is found when it may reach into the time that is asked for. What has no time of its own stands at the day
    of its first report. `after` is the place (`rows.event_date` and key) of the event behind which to go on, the
    latest first.
    """
    found: Prepared | Select[Any] = query(asked.shape, latest_first=latest_first, limited=limit is not None)
    if after is not None:
        found = _query(asked.shape, True, limit is not None, after)
    values = asked.values() if limit is None else _rare_first(connection, asked, limit)
    for _, body in rows_of(connection, found, values, whole=limit is not None):
        yield event_of(body)


def latest_keys(connection: Connection, asked: Selection, limit: int) -> list[str]:
    """The keys of the latest events that a selection of one or two actors, or of none, asks for."""
    return _latest_of(asked.shape).scalars(connection, _rare_first(connection, asked, limit))


def count(connection: Connection, asked: Selection) -> int:
    """How many events a selection asks for."""
    found = select(func.count()).select_from(events).where(*_among(asked.shape.actors), *_conditions(asked.shape))
    return connection.execute(found, asked.values()).scalar_one()


def reported(connection: Connection) -> dict[str, int]:
    """How many events each actor takes part in, out of the index alone."""
    own = event_parties.c
    asked = select(own.actor, func.count(own.event.distinct()).label("number")).group_by(own.actor)
    return {row.actor: row.number for row in connection.execute(asked)}


def load(connection: Connection, key: str) -> Event:
    """The event of a key, which has to be there."""
    (body,) = _BODY.scalars(connection, {"key": key})
    return event_of(body)


def load_all(connection: Connection, keys: Iterable[str]) -> dict[str, Event]:
    """The events of these keys, in their order; a key that is not there is left out."""
    wanted = list(keys)
    found: dict[str, Event] = {}
    for some in in_parts(wanted):
        found.update((key, event_of(body)) for key, body in _BODIES.rows(connection, {"keys": some}))
    return {key: found[key] for key in wanted if key in found}


def _rare_first(connection: Connection, asked: Selection, limit: int) -> dict[str, Any]:
    """The values of a selection. Of two actors the rarer stands in front: the latest events of two are looked for among
    those of the first, which may be a hundred thousand, none of them with the second.
    """
    told = asked.values(limit)
    if len(asked.actors) == 2 and _is_common(connection, told["actor0"]) and not _is_common(connection, told["actor1"]):
        told["actor0"], told["actor1"] = told["actor1"], told["actor0"]
    return told


def _is_common(connection: Connection, actor: str) -> bool:
    return _COMMON.first(connection, {"actor": actor, "few": FEW}) is not None


_COMMON = Prepared(
    select(literal(1))
    .select_from(event_parties)
    .where(event_parties.c.actor == bindparam("actor"))
    .offset(bindparam("few", type_=Integer))
    .limit(1)
)
_BODY = Prepared(select(events.c.body).where(events.c.key == bindparam("key")))
_BODIES = Prepared(select(events.c.key, events.c.body).where(events.c.key.in_(bindparam("keys", expanding=True))))


@cache
def query(asked: Shape, *, latest_first: bool = True, limited: bool = False) -> Prepared:
    """The query of `chosen`, for the values of a selection of this shape.

    With a limit, the latest are taken in the order of time: of all, or as they stand beside one or two actors.
    """
    return Prepared(_query(asked, latest_first, limited, None))


@cache
def _latest_of(asked: Shape) -> Prepared:
    return Prepared(_latest(asked, None))


def _query(asked: Shape, latest_first: bool, limited: bool, after: Place | None) -> Select[Any]:
    found = select(events.c.key, events.c.body)
    if latest_first and limited and asked.actors < 3:
        found = found.where(events.c.key.in_(_latest(asked, after)))
    else:
        more = [behind(events.c.date, events.c.key, after)] if after else []
        found = found.where(*_among(asked.actors), *_conditions(asked), *more).limit(LIMIT if limited else None)
    if latest_first:
        return found.order_by(events.c.date.desc().nulls_last(), events.c.key.desc())
    return found.order_by(events.c.date.nulls_last(), events.c.key)


def _latest(asked: Shape, after: Place | None) -> Select[Any]:
    conditions = list(_conditions(asked))
    if not asked.actors:
        more = [behind(events.c.date, events.c.key, after)] if after else []
        found = select(events.c.key, events.c.date).where(*conditions, *more)
        return latest(found, events.c.key, events.c.date, [()])
    own, other = event_parties.c, event_parties.alias().c
    beside = select(own.event, own.date).distinct().where(*([behind(own.date, own.event, after)] if after else []))
    if asked.actors > 1:
        beside = beside.where(exists().where(other.event == own.event, other.actor == bindparam("actor1")))
    if conditions:
        beside = beside.join(events, events.c.key == own.event).where(*conditions)
    return latest(beside, own.event, own.date, [(own.actor == bindparam("actor0"),)])


def _among(actors: int) -> Iterator[ColumnElement[bool]]:
    own = event_parties.c
    if actors < 3:
        for number in range(actors):
            yield events.c.key.in_(select(own.event).where(own.actor == bindparam(f"actor{number}")))
        return
    found = select(own.event).where(own.actor.in_(bindparam("actors", expanding=True)))
    yield events.c.key.in_(found.group_by(own.event).having(func.count(own.actor.distinct()) > 1))


def _conditions(asked: Shape) -> Iterator[ColumnElement[bool]]:
    if asked.types:
        yield events.c.type.in_(bindparam("types", expanding=True))
    if asked.statuses:
        yield events.c.status.in_(bindparam("statuses", expanding=True))
    if asked.since:
        yield or_(not_before(events.c.date), not_before(events.c.time_end))
    if asked.until:
        yield not_after(events.c.date)
