"""Full text: the documents that hold all of some words, in whatever form, each language by its own lemmas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    Text,
    bindparam,
    cast,
    column,
    false,
    func,
    literal_column,
    select,
    table,
    union_all,
)  # fmt: skip
from sqlalchemy.dialects.postgresql import TSQUERY

from dragoman.languages import readings, words_of
from dragoman.ledger.dates import not_after, not_before, times
from dragoman.ledger.distinct import distinct
from dragoman.ledger.documents import WHOLE
from dragoman.ledger.latest import LIMIT
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.rows import document_of, rows_of
from dragoman.ledger.tables import documents, words
from dragoman.model import Document

Lemmas = tuple[tuple[str, ...], ...]
"""The lemmas that each word of a search may have: a document needs one of each."""
INDEX = table("words_index", column("rowid"))
"""The full text of SQLite; PostgreSQL has an index on the lemmas in `words`."""


@dataclass(frozen=True)
class Wanted:
    """What is searched for: words, by the languages that read them alike (`""`: none known), and days of publication.

    `since` and `until` are ISO dates, cut or whole, both included.
    """

    words: dict[Lemmas, list[str]]
    since: str | None = None
    until: str | None = None

    def reads(self, word: str, language: str | None) -> bool:
        """Whether a word of a document in this language is one of those that are searched for."""
        lemmas = self._lemmas.get(language or "")
        return lemmas is not None and not lemmas.isdisjoint(readings(word, language))

    @cached_property
    def _lemmas(self) -> dict[str, frozenset[str]]:
        """The lemmas that are looked for, by language."""
        found: dict[str, set[str]] = {}
        for lemmas, languages in self.words.items():
            for language in languages:
                found.setdefault(language, set()).update(*lemmas)
        return {language: frozenset(some) for language, some in found.items()}


def wanted(connection: Connection, asked: str, *, since: str | None = None, until: str | None = None) -> Wanted:
    """What stands behind some words in the languages that the ledger has; nothing where there is no word."""
    told: dict[Lemmas, list[str]] = {}
    for language in ["", *languages(connection)] if words_of(asked) else []:
        lemmas = tuple(dict.fromkeys(readings(word, language or None) for word in words_of(asked)))
        told.setdefault(lemmas, []).append(language)
    return Wanted(told, since, until)


def languages(connection: Connection) -> list[str]:
    """The languages of the ledger's documents."""
    return LANGUAGES.scalars(connection)


LANGUAGES = Prepared(distinct(documents.c.language))


def find(connection: Connection, asked: Wanted, *, limit: int | None = None) -> Iterator[tuple[str, Document]]:
    """The current documents that hold every word, with their keys; the latest first, undated ones at the end."""
    if not asked.words:
        return
    found, values = query(connection.dialect.name, asked, limited=limit is not None)
    for row in rows_of(connection, found, {**values, "limit": limit}, whole=limit is not None):
        yield row[0], document_of(row[1:])


def count(connection: Connection, asked: Wanted) -> int:
    """How many documents hold every word."""
    if not asked.words:
        return 0
    name = connection.dialect.name
    found = _matches(name, len(asked.words), since=bool(asked.since), until=bool(asked.until))
    return connection.execute(select(func.count()).select_from(found), _values(name, asked)).scalar_one()


def numbers(dialect: str, asked: Wanted) -> tuple[Select[tuple[int]], dict[str, Any]]:
    """The numbers of the documents that hold every word, as a query with its values, to be part of another one."""
    found = _matches(dialect, len(asked.words), since=bool(asked.since), until=bool(asked.until))
    return select(found.c.number), _values(dialect, asked)


def query(dialect: str, asked: Wanted, *, limited: bool = False) -> tuple[Prepared, dict[str, Any]]:
    """The query of `find`, and its values without the limit."""
    made = _query(dialect, len(asked.words), bool(asked.since), bool(asked.until), limited)
    return made, _values(dialect, asked)


@cache
def _query(dialect: str, readings: int, since: bool, until: bool, limited: bool) -> Prepared:
    """Only what is shown is read whole."""
    found = _matches(dialect, readings, since=since, until=until)
    latest = found.c.published.desc().nulls_last(), found.c.number.desc()
    first = select(found.c.number).order_by(*latest).limit(LIMIT if limited else None)
    whole = select(documents.c.key, *WHOLE).where(documents.c.number.in_(first))
    return Prepared(whole.order_by(documents.c.published.desc().nulls_last(), documents.c.number.desc()))


def _matches(dialect: str, readings: int, *, since: bool, until: bool) -> CTE:
    """Number and date of the documents that hold every word, as one of so many ways to read the words has it."""
    parts = []
    for number in range(readings):
        match = bindparam(f"match{number}", type_=Text)
        # Expressions, so that the full text leads and no index on what is current or on languages does.
        current = func.coalesce(documents.c.current, false())
        found = select(documents.c.number, documents.c.published).where(current)
        found = found.where(*(_in_sqlite(match) if dialect == "sqlite" else _in_postgresql(match)))
        spoken = bindparam(f"languages{number}", type_=Text, expanding=True)
        found = found.where(func.coalesce(documents.c.language, "").in_(spoken))
        if since:
            found = found.where(not_before(documents.c.published))
        if until:
            found = found.where(not_after(documents.c.published))
        parts.append(found)
    return union_all(*parts).cte("found")


def _values(dialect: str, asked: Wanted) -> dict[str, Any]:
    told = times(asked.since, asked.until)
    for number, (lemmas, spoken) in enumerate(asked.words.items()):
        told |= {f"match{number}": _expression(lemmas, *SIGNS[dialect]), f"languages{number}": spoken}
    return told


def _expression(lemmas: Lemmas, quote: str, either: str, both: str) -> str:
    """One lemma of each word, in the language of the index: `("a" OR "b") AND ("c")`. Lemmas are letters and digits."""
    return both.join("(" + either.join(f"{quote}{lemma}{quote}" for lemma in some) + ")" for some in lemmas)


SIGNS = {"sqlite": ('"', " OR ", " AND "), "postgresql": ("'", " | ", " & ")}


def _in_sqlite(match: ColumnElement[str]) -> Iterable[ColumnElement[bool]]:
    return documents.c.number == INDEX.c.rowid, literal_column("words_index").op("MATCH")(match)


def _in_postgresql(match: ColumnElement[str]) -> Iterable[ColumnElement[bool]]:
    lexemes = func.array_to_tsvector(func.string_to_array(words.c.lemmas, literal_column("' '")))
    return documents.c.number == words.c.number, lexemes.op("@@")(cast(match, TSQUERY))
