"""What was read, and what a coder says it says: a Document with its Statements."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dragoman.model.frozen import Frozen
from dragoman.model.words import Kind, Polarity, Precision, Status

Span = tuple[int, int]


class Document(Frozen):
    """A text as it was published, with what its page says about it.

    `published` is ISO 8601 cut to what is known: `2024-10-30T14:25`, `2024-10-30`, `2024-10`, `2024`.
    `language` is ISO 639-1, None before it is identified.
    """

    id: str
    source: str
    text: str
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    headline: str | None = None
    author: str | None = None
    views: int | None = None

    @property
    def precision(self) -> Precision | None:
        """How exactly `published` is known."""
        by_length = {4: Precision.year, 7: Precision.month, 10: Precision.day}
        return by_length.get(len(self.published), Precision.minute) if self.published else None


class Participant(Frozen):
    """Who takes part, in which role. `actor` is an ISO 3166-1 alpha-3 or an organisation's code.

    None if not recovered.
    """

    actor: str | None
    role: str
    surface: str
    office: str | None = None
    person: str | None = None
    span: Span


class Goods(Frozen):
    """What is moved: a weapon's designation or kind, how many, for how much (`value` in units of `currency`)."""

    designation: str
    number: float | None = None
    value: float | None = None
    currency: str | None = None


class Time(Frozen):
    """When, as written (`text`) and as a closed interval of ISO dates where it can be resolved."""

    text: str
    start: str | None = None
    end: str | None = None
    precision: Precision | None = None


class Attribution(Frozen):
    """Who says it. A chain ("press service via agency") is a tuple of these in the order of the chain."""

    speaker: str
    actor: str | None = None
    span: Span
    verb: str | None = None


class Evidence(Frozen):
    """The very words: `document.text[start:end] == text`, always."""

    start: int
    end: int
    text: str


class Cues(Frozen):
    """What decided the coding: the trigger of the type, the cues of the status, the negations."""

    trigger: Span
    status: tuple[Span, ...] = ()
    negation: tuple[Span, ...] = ()


class Statement(Frozen):
    """One thing that a document says: a coded event, tie or inference."""

    id: str
    kind: Kind
    type: str
    mode: str | None = None
    status: Status
    polarity: Polarity | None = None
    participants: tuple[Participant, ...] = ()
    instrument: str | None = None
    matter: tuple[str, ...] = ()
    goods: tuple[Goods, ...] = ()
    time: Time | None = None
    place: str | None = None
    attribution: tuple[Attribution, ...] = ()
    evidence: Evidence
    cues: Cues
    confidence: Annotated[float, Field(ge=0.0, le=1.0)]
    coder: str
    rule: str

    def actors(self, *roles: str) -> tuple[str, ...]:
        """The actors in these roles (all roles if none is given), each once, in order of mention."""
        found = (p.actor for p in self.participants if p.actor and (not roles or p.role in roles))
        return tuple(dict.fromkeys(found))


class Coding(Frozen):
    """A document with all that was coded from it. `note` says why nothing was coded, where there is a reason to
    give.
    """

    document: Document
    statements: tuple[Statement, ...] = ()
    note: str | None = None
