"""Reads what is exported out of the ledger, a row at a time: nothing is held that has been handed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from dragoman.exports.reported import AT_ONCE, reported
from dragoman.exports.reports import ReportedEvent
from dragoman.ledger import documents as kept_documents
from dragoman.ledger import events as kept_events
from dragoman.ledger import recalled_claims
from dragoman.ledger import statements as kept_statements
from dragoman.ledger import ties as kept_ties
from dragoman.ledger.claims import ClaimSelection
from dragoman.ledger.dates import not_after, not_before, times
from dragoman.ledger.imports import imports
from dragoman.ledger.recalled_claims import KeptClaim
from dragoman.ledger.records import Import
from dragoman.ledger.rows import rows_of, statement_of
from dragoman.ledger.selection import Selection
from dragoman.ledger.tables import documents, measures, participants, statements
from dragoman.model import Coding, Dataset, Document, Measure, Tie


class Holdings:
    """What a selection finds in one state of the ledger."""

    def __init__(self, connection: Connection, asked: Selection) -> None:
        self.connection = connection
        self.asked = asked

    def ties(self) -> Iterator[Tie]:
        """The ties, the latest first."""
        return kept_ties.chosen(self.connection, self.asked)

    def events(self) -> Iterator[ReportedEvent]:
        """The events with their reports, the earliest first, those without a date at the end."""
        return reported(self.connection, kept_events.chosen(self.connection, self.asked, latest_first=False))

    def statements(self) -> Iterator[Coding]:
        """The statements of current documents that nobody rejected, each in a Coding of its own, without the text."""
        asked = select(statements.c.body, *kept_documents.ABOUT).join(
            documents, documents.c.key == statements.c.document
        )
        asked = asked.where(documents.c.current, kept_statements.in_force(), *self._published(), *self._of_statements())
        for row in self._rows(asked.order_by(documents.c.number, statements.c.evidence_start, statements.c.key)):
            yield Coding(document=kept_documents.about_of(row), statements=(statement_of(row.body),))

    def claims(self) -> Iterator[KeptClaim]:
        """The claims that were put to the record, the latest first; layers and datasets do not choose among them."""
        told = self.asked.model_dump(include={"actors", "types", "statuses", "since", "until"})
        return recalled_claims.chosen(self.connection, ClaimSelection(**told))

    def measures(self) -> Iterator[Measure]:
        """The measures of these actors, by dataset, name, actor and year."""
        asked = select(measures)
        for column, values in ((measures.c.actor, self.asked.actors), (measures.c.dataset, self.asked.datasets)):
            if values:
                asked = asked.where(column.in_(values))
        if self.asked.since:
            asked = asked.where(measures.c.year >= int(self.asked.since[:4]))
        if self.asked.until:
            asked = asked.where(measures.c.year <= int(self.asked.until[:4]))
        for row in self._rows(asked.order_by(*(measures.c[name] for name in ("dataset", "name", "actor", "year")))):
            yield Measure(**{name: getattr(row, name) for name in Measure.model_fields})

    def documents(self, keys: Iterable[str]) -> Iterator[tuple[str, Document]]:
        """The documents of these keys, with their key and without their text."""
        left = iter(keys)
        while some := list(islice(left, AT_ONCE)):
            yield from kept_documents.about(self.connection, some).items()

    def chosen_documents(self) -> Iterator[tuple[str, Document]]:
        """The current documents of that time, without their text; with actors or types those with such a statement."""
        asked = select(documents.c.key, *kept_documents.ABOUT).where(documents.c.current, *self._published())
        if self.asked.actors or self.asked.types or self.asked.statuses:
            speaking = select(statements.c.document).where(kept_statements.in_force(), *self._of_statements())
            asked = asked.where(documents.c.key.in_(speaking))
        for row in self._rows(asked.order_by(documents.c.number)):
            yield row.key, kept_documents.about_of(row)

    def imports(self) -> Iterator[Import]:
        """What was imported, with how much there is of it."""
        for name, held in imports(self.connection).items():
            if not self.asked.datasets or name in self.asked.datasets:
                yield held

    def datasets(self) -> dict[str, Dataset]:
        """What was imported, by name."""
        return kept_ties.imported(self.connection)

    def _rows(self, asked: Select[Any]) -> Iterable[Row[Any]]:
        return rows_of(self.connection, asked, times(self.asked.since, self.asked.until), whole=False)

    def _of_statements(self) -> Iterator[ColumnElement[bool]]:
        """What statements have to be like."""
        asked = self.asked
        if asked.types:
            yield statements.c.type.in_(asked.types)
        if asked.statuses:
            yield statements.c.status.in_([status.value for status in asked.statuses])
        if asked.actors:
            found = select(participants.c.statement).where(participants.c.actor.in_(asked.actors))
            different = func.count(participants.c.actor.distinct())
            enough = different >= min(2, len(asked.actors))
            yield statements.c.key.in_(found.group_by(participants.c.statement).having(enough))

    def _published(self) -> Iterator[ColumnElement[bool]]:
        """When documents have to be published."""
        if self.asked.since:
            yield not_before(documents.c.published)
        if self.asked.until:
            yield not_after(documents.c.published)
