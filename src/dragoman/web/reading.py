"""What the reader shows of a document: its record with numbered statements, and who judged each last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select

from dragoman.errors import NotInLedger
from dragoman.ledger.judgements import SETTLING, in_force, touching
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.recall import record
from dragoman.ledger.records import DocumentRecord, Kept, StatementRecord
from dragoman.ledger.rows import statement_of
from dragoman.ledger.tables import statements
from dragoman.model import Judgement, Ruling
from dragoman.web.marked import Numbered, Paragraph, marked


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as the list shows it: its number, the last word on it, the event that it reports."""

    number: int
    kept: Kept
    last: Judgement | None
    event: str | None

    @property
    def rejected(self) -> bool:
        """Whether a reviewer said that the text does not say it."""
        return self.kept.ruling is Ruling.reject


@dataclass(frozen=True)
class Article:
    """A document with the cards of its statements, in the order in which the coder found them in the text."""

    record: DocumentRecord
    cards: tuple[Card, ...]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The text with the evidence of what was not rejected."""
        told = [Numbered(card.number, card.kept.statement) for card in self.cards if not card.rejected]
        return marked(self.record.document.text, told)

    @property
    def types(self) -> list[str]:
        """The types of what was not rejected, the commonest first."""
        found = [card.kept.statement.type for card in self.cards if not card.rejected]
        return sorted(set(found), key=lambda type: (-found.count(type), type))

    def card(self, key: str) -> Card:
        """The card of a statement. Raises NotInLedger."""
        for card in self.cards:
            if card.kept.key == key:
                return card
        raise NotInLedger("no statement of this document", source=key, advice="a newer coding took its place")


def article(connection: Connection, named: str) -> Article:
    """The document of a key, the beginning of one, or an address. Raises NotInLedger, LedgerError."""
    found = record(connection, find(connection, named, Thing.document))
    if not isinstance(found, DocumentRecord):
        raise NotInLedger("no document", source=named)
    # A correction may move evidence: what the coder had found keeps the numbers as they were.
    ordered = sorted(found.statements, key=lambda kept: (_coded_at(kept), kept.key))
    keys = [kept.key for kept in ordered]
    last = last_words(connection, keys) if found.judgements else {}
    events = {key: event.id for event in found.events for key in event.statements}
    cards = (Card(n, kept, last.get(kept.key), events.get(kept.key)) for n, kept in enumerate(ordered, 1))
    return Article(found, tuple(cards))


def card(connection: Connection, told: StatementRecord) -> Card:
    """A statement as the list of its document shows it."""
    kept = told.kept
    asked = select(statements.c.key, statements.c.coded, statements.c.evidence_start)
    rows = connection.execute(asked.where(statements.c.document == kept.document))
    places = [(statement_of(row.coded).evidence.start if row.coded else row.evidence_start, row.key) for row in rows]
    last = last_words(connection, [kept.key]) if told.judgements else {}
    number = 1 + sorted(places).index((_coded_at(kept), kept.key))
    return Card(number, kept, last.get(kept.key), told.event.id if told.event else None)


def last_words(connection: Connection, keys: Sequence[str]) -> dict[str, Judgement]:
    """The last judgement in force on each of these statements that was judged."""
    words = [made for made in in_force(touching(connection, keys)) if made.judgement.ruling in SETTLING]
    return {key: made.judgement for made in words for key in made.keys}


def _coded_at(kept: Kept) -> int:
    return (kept.coded or kept.statement).evidence.start
