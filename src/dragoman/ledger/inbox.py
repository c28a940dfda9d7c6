"""The documents of a ledger as a list to work through: the last that came first, a page at a time.

A page begins where the one before it ended (`below`, `above`: numbers of documents), so that the hundredth costs no
more than the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, false, func, literal, select

from dragoman.ledger import search
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

Wish = tuple[ColumnElement[str], str]
"""What a column has to hold."""


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
    found, values = _query(connection, asked, words)
    if above is not None:
        found = found.where(documents.c.number > above).order_by(documents.c.number)
    else:
        found = found.where(documents.c.number < below) if below is not None else found
        found = found.order_by(documents.c.number.desc())
    rows = [Line(*row) for row in connection.execute(found.limit(size + 1), values)]
    more, rows = len(rows) > size, rows[:size]
    lines = tuple(_told(connection, rows[::-1] if above is not None else rows))
    return Page(lines, newer=more if above is not None else below is not None, older=more or above is not None)


def _query(connection: Connection, asked: Chosen, words: Wanted | None) -> tuple[Select[Any], dict[str, Any]]:
    own = documents.c
    text = own.text if words else func.substr(own.text, 1, OPENING)
    shown = (own.key, own.number, own.headline, own.outlet, own.published, own.language, text)
    # Where the full text or an index on language or outlet leads, no other may: a database that has counted nothing
    # takes either.
    leads = words or asked.language or asked.outlet
    current = func.coalesce(own.current, false()) if leads else own.current
    found = select(*shown).where(current, *_conditions(connection, asked))
    if words is None:
        return found, {}
    hits, values = search.numbers(connection.dialect.name, words)
    return found.where(own.number.in_(hits)), values


def _conditions(connection: Connection, asked: Chosen) -> Iterator[ColumnElement[bool]]:
    if asked.language:
        yield documents.c.language == asked.language
    if asked.outlet:
        yield documents.c.outlet == asked.outlet
    if asked.actor or asked.type or asked.status:
        yield _saying(connection, asked)
    waits = exists().where(statements.c.document == documents.c.key, statements.c.ruling.is_(None))
    if asked.reviewed:
        # Few documents are reviewed: those that somebody judged anything of are looked up first.
        yield documents.c.key.in_(select(judged.c.document))
        yield ~waits
    elif asked.reviewed is False:
        yield waits


def _saying(connection: Connection, asked: Chosen) -> ColumnElement[bool]:
    """That a document has a statement such as is asked for.

    What is rare is looked up, and its documents with it. What is common is looked for in one document after the other,
    until there are enough; `_unsought` keeps the database from looking all of it up for each of them.
    """
    of_statement = [(statements.c.type, asked.type)] if asked.type else []
    of_statement += [(statements.c.status, asked.status.value)] if asked.status else []
    of_actor = [(participants.c.actor, asked.actor)] if asked.actor else []
    common = all(_count(connection, some) == COMMON for some in (of_statement, of_actor) if some)
    same = _unsought if common else _same
    found = select(statements.c.document).where(in_force(), *same(of_statement))
    if of_actor:
        found = found.join(participants, participants.c.statement == statements.c.key).where(*same(of_actor))
    if common:
        return found.where(statements.c.document == documents.c.key).exists()
    return documents.c.key.in_(found)


def _same(wanted: Sequence[Wish]) -> list[ColumnElement[bool]]:
    """The conditions."""
    return [column == value for column, value in wanted]


def _unsought(wanted: Sequence[Wish]) -> list[ColumnElement[bool]]:
    """The same conditions, written so that no index answers them."""
    return [column.concat("") == value for column, value in wanted]


def _count(connection: Connection, wanted: Sequence[Wish]) -> int:
    """How many rows meet the conditions, which an index answers; COMMON where there are as many or more."""
    some = select(literal(1).label("one")).where(*_same(wanted)).limit(COMMON).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one()


def _told(connection: Connection, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with what their documents say in short, the most frequent first; what was rejected is not said."""
    keys = [line.key for line in lines]
    told: dict[str, list[tuple[str, str]]] = {key: [] for key in keys}
    judgements = {key: [0, 0] for key in keys}
    own = statements.c
    asked = select(own.document, own.type, own.status, own.ruling).where(own.document.in_(keys))
    for row in connection.execute(asked.order_by(own.evidence_start)):
        judgements[row.document][0] += 1
        judgements[row.document][1] += row.ruling is not None
        if row.ruling != Ruling.reject.value:
            told[row.document].append((row.type, row.status))
    actors = _actors(connection, keys)
    for line in lines:
        number, done = judgements[line.key]
        said = tuple(Told(*what, times) for what, times in Counter(told[line.key]).most_common())
        yield Line(
            line.key, line.number, line.headline, line.outlet, line.published, line.language, line.text, said,
            tuple(code for code, _ in actors[line.key].most_common()), number, done,
        )  # fmt: skip


def _actors(connection: Connection, keys: Sequence[str]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {key: Counter() for key in keys}
    asked = (
        select(statements.c.document, participants.c.actor, func.count().label("times"))
        .join(participants, participants.c.statement == statements.c.key)
        .where(statements.c.document.in_(keys), participants.c.actor.is_not(None), in_force())
        .group_by(statements.c.document, participants.c.actor)
        .order_by(func.count().desc(), participants.c.actor)
    )
    for row in connection.execute(asked):
        found[row.document][row.actor] = row.times
    return found
