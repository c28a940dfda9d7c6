"""What merging works on: one statement with what is known of the document that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model import Kind, Statement

REMEMBERED = 1 << 15
"""Of how many reports what is worked out once for all comparisons is remembered, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One report of a happening.

    `key` names the statement in the ledger, `document` its text, both unique. `published` is ISO 8601 cut to what is
    known. `copies` names the group of near-duplicate documents that the text belongs to, None where it stands alone.
    A report is equal to itself alone, so that what is worked out for it (days, parties, goods) can be remembered.
    """

    key: str
    statement: Statement
    document: str
    language: str | None = None
    published: str | None = None
    outlet: str | None = None
    copies: str | None = None

    @property
    def mergeable(self) -> bool:
        """Whether it reports an event with somebody in it; nothing else is merged."""
        return self.statement.kind is Kind.event and bool(self.statement.actors())

    @property
    def text_group(self) -> str:
        """The copies it belongs to, else its own document: reports of one group are one voice."""
        return self.copies or self.document


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reviewer's word on two statements, by their keys: that they are, or are not, of one happening."""

    a: str
    b: str
    reviewer: str
    reason: str = ""
