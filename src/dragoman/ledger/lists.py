"""Documents and statements as lists, a page at a time: the last that came first.

A page goes on behind a number (of a document), or behind a number and a key (of a statement), so that the hundredth
costs no more than the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from dragoman.ledger.dates import not_after, not_before, times
from dragoman.ledger.documents import ABOUT, about_of
from dragoman.ledger.records import About, Kept
from dragoman.ledger.rows import statement_of
from dragoman.ledger.statements import in_force
from dragoman.ledger.tables import documents, participants, statements
from dragoman.model import Frozen, Kind, Ruling, Status


class ListSelection(Frozen):
    """Which of them; an empty field asks for everything. `since` and `until` are ISO dates of publication.

    `actors`, `kinds`, `types`, `statuses`, `judged` (by somebody, or not) and `below` (a confidence) are of statements.
    """

    document: str | None = None
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    judged: bool | None = None
    below: float | None = None
    since: str | None = None
    until: str | None = None


def documents_of(
    connection: Connection, asked: ListSelection, *, limit: int, after: int | None = None
) -> Iterator[tuple[int, About]]:
    """The current documents with their numbers."""
    found = select(documents.c.number, documents.c.key, *ABOUT).where(documents.c.current, *_of_document(asked))
    if after is not None:
        found = found.where(documents.c.number < after)
    told = list(_of_statement(asked))
    if told:
        found = found.where(exists().where(statements.c.document == documents.c.key, in_force(), *told))
    rows = connection.execute(found.order_by(documents.c.number.desc()).limit(limit), times(asked.since, asked.until))
    return ((row.number, About.of(row.key, about_of(row))) for row in rows)


def statements_of(
    connection: Connection, asked: ListSelection, *, limit: int, after: tuple[int, str] | None = None
) -> Iterator[tuple[int, Kept]]:
    """The statements of current documents, each with its document's number; of one document by key."""
    own = statements.c
    found = (
        select(documents.c.number, own.key, own.document, own.body, own.ruling, own.coded)
        .join(documents, documents.c.key == own.document)
        .where(documents.c.current, *_of_document(asked), *_of_statement(asked))
    )
    if asked.document is not None:
        found = found.where(own.document == asked.document)
    if after is not None:
        number, key = after
        found = found.where(
            or_(documents.c.number < number, and_(documents.c.number == number, own.key > key)),
            documents.c.number <= number,
        )
    ordered = found.order_by(documents.c.number.desc(), own.key).limit(limit)
    for row in connection.execute(ordered, times(asked.since, asked.until)):
        coded = statement_of(row.coded) if row.coded else None
        ruling = Ruling(row.ruling) if row.ruling else None
        statement = statement_of(row.body)
        yield row.number, Kept(key=row.key, document=row.document, statement=statement, ruling=ruling, coded=coded)


def _of_document(asked: ListSelection) -> Iterator[ColumnElement[bool]]:
    for column, values in ((documents.c.language, asked.languages), (documents.c.outlet, asked.outlets)):
        if values:
            yield column.in_(values)
    if asked.since:
        yield not_before(documents.c.published)
    if asked.until:
        yield not_after(documents.c.published)


def _of_statement(asked: ListSelection) -> Iterator[ColumnElement[bool]]:
    own: Any = statements.c
    for column, values in ((own.kind, asked.kinds), (own.type, asked.types), (own.status, asked.statuses)):
        if values:
            yield column.in_([str(value) for value in values])
    for actor in asked.actors:
        yield own.key.in_(select(participants.c.statement).where(participants.c.actor == actor))
    if asked.judged is not None:
        yield own.ruling.is_not(None) if asked.judged else own.ruling.is_(None)
    if asked.below is not None:
        yield own.confidence < asked.below
