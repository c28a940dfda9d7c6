"""The words around a statement, in pieces that know what they are to it: who, what, how sure, who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from dragoman.languages.paragraphs import paragraphs
from dragoman.model import Span, Statement

LONGEST = 900
"""Characters of the words around a statement, unless its evidence itself is longer."""


class Part(StrEnum):
    """What words are to a statement."""

    evidence = "evidence"
    trigger = "trigger"
    status = "status"
    negation = "negation"
    participant = "participant"
    speaker = "speaker"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the document's text and what it is; `number` counts participants and speakers from 1."""

    part: Part
    span: Span
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words with all that they are, the widest mark first."""

    start: int
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words around a statement in pieces; `before` and `after` say whether its paragraph goes on there."""

    pieces: tuple[Piece, ...]
    before: bool
    after: bool


def passage(statement: Statement, text: str, longest: int = LONGEST) -> Passage:
    """The paragraphs of the evidence, cut at spaces around it where they are too long."""
    start, end = around(statement, text)
    first, last = _cut(text, start, end, (statement.evidence.start, statement.evidence.end), longest)
    found = [mark for mark in marks(statement) if mark.span[0] < last and mark.span[1] > first]
    return Passage(tuple(_pieces(text, first, last, found)), first > start, last < end)


def around(statement: Statement, text: str) -> Span:
    """The paragraphs that the evidence lies in."""
    first, last = statement.evidence.start, statement.evidence.end
    own = [span for span in paragraphs(text) if span[0] < last and span[1] > first]
    return (min(own[0][0], first), max(own[-1][1], last)) if own else (first, last)


def marks(statement: Statement) -> Iterator[Mark]:
    """Every mark of a statement; spans may lie in one another."""
    yield Mark(Part.evidence, (statement.evidence.start, statement.evidence.end))
    for number, participant in enumerate(statement.participants, 1):
        yield Mark(Part.participant, participant.span, number)
    for number, said in enumerate(statement.attribution, 1):
        yield Mark(Part.speaker, said.span, number)
    yield Mark(Part.trigger, statement.cues.trigger)
    yield from (Mark(Part.status, span) for span in statement.cues.status)
    yield from (Mark(Part.negation, span) for span in statement.cues.negation)


def _cut(text: str, start: int, end: int, evidence: Span, longest: int) -> Span:
    room = max(0, longest - (evidence[1] - evidence[0])) // 2
    if end - start <= longest:
        return start, end
    first, last = max(start, evidence[0] - room), min(end, evidence[1] + room)
    while start < first < evidence[0] and not text[first - 1].isspace():
        first += 1
    while evidence[1] < last < end and not text[last].isspace():
        last -= 1
    return first, last


def _pieces(text: str, first: int, last: int, found: list[Mark]) -> Iterator[Piece]:
    edges = {first, last} | {edge for mark in found for edge in mark.span if first < edge < last}
    for start, end in pairwise(sorted(edges)):
        here = [mark for mark in found if mark.span[0] <= start and end <= mark.span[1]]
        here.sort(key=lambda mark: mark.span[0] - mark.span[1])
        yield Piece(start, text[start:end], tuple(here))
