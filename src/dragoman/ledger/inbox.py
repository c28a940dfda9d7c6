"""The documents of a ledger as a list to work through: the last that came first, a page at a time.

A page begins where the one before it ended (`below`, `above`: numbers of documents), so that the hundredth costs no
more than the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    bindparam,
    exists,
    false,
    func,
    literal,
    select,
)

from dragoman.ledger import search
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.rows import rows_of
from dragoman.ledger.search import Wanted
from dragoman.ledger.statements import in_force
from dragoman.ledger.tables import documents, judged, participants, statements
from dragoman.model import Frozen, Ruling, Status

COMMON = 2000
"""Statements from which on a condition is so common that the documents are gone through for it, the last first; what is
rarer is looked up from the statements.
"""
OPENING = 160
"""Characters of a text that stand for it where it has no headline."""


class Side(Enum):
    """On which side of a number the documents are that are asked for."""

    last = auto()
    older = auto()
    newer = auto()


class Shape(NamedTuple):
    """What documents are asked for by, without what is asked for. `common`: as `_is_common` says."""

    language: bool
    outlet: bool
    actor: bool
    type: bool
    status: bool
    common: bool
    reviewed: bool | None
    words: bool
    side: Side


class Chosen(Frozen):
    """Which documents: every condition that is given has to hold; `actor`, `type` and `status` of one statement.

    `reviewed`: every statement was judged, or (False) some wait.
    """

    language: str | None = None
    outlet: str | None = None
    actor: str | None = None
    type: str | None = None
    status: Status | None = None
    reviewed: bool | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says so many times."""

    type: str
    status: str
    times: int


@dataclass(frozen=True, slots=True)
class Line:
    """A document in short. `text` is whole where words are searched for, its opening otherwise."""

    key: str
    number: int
    headline: str | None
    outlet: str | None
    published: str | None
    language: str | None
    text: str
    told: tuple[Told, ...] = ()
    actors: tuple[str, ...] = ()
    statements: int = 0
    judged: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, and whether there are newer and older ones."""

    lines: tuple[Line, ...]
    newer: bool
    older: bool


def page(
    connection: Connection,
    asked: Chosen,
    words: Wanted | None = None,
    *,
    size: int,
    below: int | None = None,
    above: int | None = None,
) -> Page:
    """The documents below a number (the older ones), or above one, or the last that came."""
    if words is not None and not words.words:
        return Page((), newer=False, older=False)
    side = Side.newer if above is not None else Side.older if below is not None else Side.last
    found, values = _query(connection, asked, words, side)
    values |= {"number": above if above is not None else below, "size": size + 1}
    rows = [Line(*row) for row in rows_of(connection, found, values, whole=True)]
    more, rows = len(rows) > size, rows[:size]
    lines = tuple(_told(connection, rows[::-1] if above is not None else rows))
    return Page(lines, newer=more if above is not None else below is not None, older=more or above is not None)


def _query(
    connection: Connection, asked: Chosen, words: Wanted | None, side: Side = Side.last
) -> tuple[Prepared | Select[Any], dict[str, Any]]:
    """The query, and its values but for the number beside which the documents are, and how many are wanted."""
    shape = Shape(
        language=asked.language is not None,
        outlet=asked.outlet is not None,
        actor=asked.actor is not None,
        type=asked.type is not None,
        status=asked.status is not None,
        common=_is_common(connection, asked),
        reviewed=asked.reviewed,
        words=words is not None,
        side=side,
    )
    found, values = _listed(shape), _values(asked)
    if words is None:
        return found, values
    hits, told = search.numbers(connection.dialect.name, words)
    return found.query.where(documents.c.number.in_(hits)), values | told


def _values(asked: Chosen) -> dict[str, Any]:
    """What is asked for, by the names that the queries have for it."""
    told = {
        "language": asked.language, "outlet": asked.outlet, "actor": asked.actor, "type": asked.type,
        "status": asked.status and asked.status.value,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value is not None}


@cache
def _listed(asked: Shape) -> Prepared:
    """The query of documents that are asked for by this; `number` and `size` are among its values."""
    own = documents.c
    text = own.text if asked.words else func.substr(own.text, 1, OPENING)
    shown = (own.key, own.number, own.headline, own.outlet, own.published, own.language, text)
    # Where the full text or an index on language or outlet leads, no other may: a database that has counted nothing
    # takes either.
    leads = asked.words or asked.language or asked.outlet
    current = func.coalesce(own.current, false()) if leads else own.current
    found = select(*shown).where(current, *_conditions(asked)).limit(bindparam("size", type_=Integer))
    number: BindParameter[int] = bindparam("number", type_=Integer)
    match asked.side:
        case Side.newer:
            return Prepared(found.where(own.number > number).order_by(own.number))
        case Side.older:
            return Prepared(found.where(own.number < number).order_by(own.number.desc()))
        case Side.last:
            return Prepared(found.order_by(own.number.desc()))


def _conditions(asked: Shape) -> Iterator[ColumnElement[bool]]:
    if asked.language:
        yield documents.c.language == bindparam("language")
    if asked.outlet:
        yield documents.c.outlet == bindparam("outlet")
    if asked.actor or asked.type or asked.status:
        yield _saying(asked)
    waits = exists().where(statements.c.document == documents.c.key, statements.c.ruling.is_(None))
    if asked.reviewed:
        # Few documents are reviewed: those that somebody judged anything of are looked up first.
        yield documents.c.key.in_(select(judged.c.document))
        yield ~waits
    elif asked.reviewed is False:
        yield waits


def _saying(asked: Shape) -> ColumnElement[bool]:
    """That a document has a statement such as is asked for.

    What is rare is looked up, and its documents with it. What is common is looked for in one document after the other,
    until there are enough; `_unsought` keeps the database from looking all of it up for each of them.
    """
    same = _unsought if asked.common else _same
    found = select(statements.c.document).where(in_force(), *(same(column) for column in _columns(asked)))
    if asked.actor:
        found = found.join(participants, participants.c.statement == statements.c.key)
        found = found.where(same(participants.c.actor))
    if asked.common:
        return found.where(statements.c.document == documents.c.key).exists()
    return documents.c.key.in_(found)


def _columns(asked: Shape) -> list[Column[Any]]:
    """The columns of a statement that are asked by."""
    return [statements.c[name] for name in ("type", "status") if getattr(asked, name)]


def _same(column: Column[Any]) -> ColumnElement[bool]:
    """That a column holds what is asked for."""
    return column == bindparam(column.name)


def _unsought(column: Column[Any]) -> ColumnElement[bool]:
    """The same, written so that no index answers it."""
    return column.concat("") == bindparam(column.name)


def _is_common(connection: Connection, asked: Chosen) -> bool:
    """Whether whatever is asked for of a statement holds of COMMON ones or more, which indexes tell."""
    told = _values(asked)
    wishes = (tuple(name for name in names if name in told) for names in (("type", "status"), ("actor",)))
    return all(_count(names).scalars(connection, told) == [COMMON] for names in wishes if names)


@cache
def _count(names: tuple[str, ...]) -> Prepared:
    """How many rows hold what is asked for in these columns; COMMON where there are as many or more."""
    table = participants if names == ("actor",) else statements
    some = select(literal(1).label("one")).where(*(_same(table.c[name]) for name in names)).limit(COMMON).subquery()
    return Prepared(select(func.count()).select_from(some))


def _told(connection: Connection, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with what their documents say in short, the most frequent first; what was rejected is not said."""
    keys = [line.key for line in lines]
    told: dict[str, dict[tuple[str, str], int]] = {key: {} for key in keys}
    number, done = dict.fromkeys(keys, 0), dict.fromkeys(keys, 0)
    for document, type, status, ruling in _SAID.rows(connection, {"keys": keys}):
        number[document] += 1
        done[document] += ruling is not None
        if ruling != Ruling.reject.value:
            own = told[document]
            own[type, status] = own.get((type, status), 0) + 1
    actors: dict[str, list[str]] = {key: [] for key in keys}
    for document, actor, _ in _ACTORS.rows(connection, {"keys": keys}):
        actors[document].append(actor)
    for line in lines:
        key = line.key
        said = sorted(told[key].items(), key=lambda one: -one[1])
        yield Line(
            key, line.number, line.headline, line.outlet, line.published, line.language, line.text,
            tuple(Told(*what, times) for what, times in said), tuple(actors[key]), number[key], done[key],
        )  # fmt: skip


_KEYS: BindParameter[str] = bindparam("keys", type_=Text, expanding=True)
_SAID = Prepared(
    select(statements.c.document, statements.c.type, statements.c.status, statements.c.ruling)
    .where(statements.c.document.in_(_KEYS))
    .order_by(statements.c.evidence_start)
)
_ACTORS = Prepared(
    select(statements.c.document, participants.c.actor, func.count().label("times"))
    .join(participants, participants.c.statement == statements.c.key)
    .where(statements.c.document.in_(_KEYS), participants.c.actor.is_not(None), in_force())
    .group_by(statements.c.document, participants.c.actor)
    .order_by(func.count().desc(), participants.c.actor)
)
