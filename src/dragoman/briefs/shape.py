"""What a brief is made of, before it is shown: sections of numbered sentences, each with the words that it rests on."""

from __future__ import annotations

from typing import Literal

from dragoman.model import Frozen, Kind, Span, Status, Verdict

BriefLanguage = Literal["en", "ru"]
SectionName = Literal["happened", "planned", "called_for", "possible", "denied", "ties", "arguments"]


class Quote(Frozen):
    """Words of the text: a part of the evidence, cut at words. `…` stands where `cut_before` or `cut_after`."""

    text: str
    cut_before: bool = False
    cut_after: bool = False
    span: Span
    """Of the whole evidence, in characters of the document's text."""
    said_by: str
    statement: str


class Checked(Frozen):
    """What the record says to a claim, in words; `finding` is the id of the Finding that has the figures."""

    finding: str
    type: str
    question: str
    verdict: Verdict
    label: str
    reasons: tuple[str, ...]
    blind_spots: tuple[str, ...]
    would_change: tuple[str, ...]


class Item(Frozen):
    """One thing that the text says, in a sentence of the brief's language."""

    number: int
    text: str
    kind: Kind
    status: Status
    said_by: str
    hedge: str
    standing: str
    """Hedge and speaker in one phrase, as it stands behind the sentence."""
    quotes: tuple[Quote, ...]
    checked: tuple[Checked, ...] = ()

    @property
    def quote(self) -> str:
        """The words of the first report."""
        return self.quotes[0].text

    @property
    def span(self) -> Span:
        """Where the evidence of the first report stands."""
        return self.quotes[0].span

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements told here."""
        return tuple(quote.statement for quote in self.quotes)


class Section(Frozen):
    """Items of one standing: facts, plans, calls, …"""

    name: SectionName
    title: str
    note: str
    items: tuple[Item, ...]


class Illustration(Frozen):
    """A figure: what it says, and itself as SVG. `finding` is the id of the finding that it belongs to."""

    title: str
    svg: str
    finding: str


class Changes(Frozen):
    """What the news changes, a sentence a line."""

    title: str
    lines: tuple[str, ...]


class Trust(Frozen):
    """What a reader has to know before he relies on the brief."""

    title: str
    notes: tuple[str, ...]


class Sources(Frozen):
    """What was read."""

    title: str
    lines: tuple[str, ...]


class Brief(Frozen):
    """A document's brief in one language. `original` is the text's own headline where `headline` was generated."""

    document: str
    language: BriefLanguage
    headline: str
    original: str | None = None
    dateline: str
    coder: str | None = None
    counts: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    nothing: str | None = None
    changes: Changes | None = None
    illustration: Illustration | None = None
    trust: Trust
    sources: Sources
