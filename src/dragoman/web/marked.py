"""The text of an article in pieces that know which statements they are evidence, trigger, participant or cue of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.languages import paragraphs
from dragoman.model import Span, Statement
from dragoman.review.marking import Mark, Part, marks


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement as the page numbers it, from 1 in the order of the text."""

    number: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words. `inner` is the statement whose evidence lies closest around them, None outside all evidence.

    `depth` is how many statements have them as evidence, `begins` those whose evidence begins here, and `marks` all
    that the words are: `3.evidence 3.participant.1`, for the script that marks one statement at a time.
    """

    text: str
    inner: Numbered | None
    depth: int
    begins: tuple[Numbered, ...]
    marks: str


Paragraph = tuple[Piece, ...]


def marked(text: str, told: Sequence[Numbered]) -> list[Paragraph]:
    """The paragraphs of the text, each cut wherever some mark of a statement begins or ends."""
    spans = sorted(_spans(text, told), key=lambda one: (one[1].span[0], -one[1].span[1], one[0].number))
    edges = sorted({edge for _, mark in spans for edge in mark.span})
    made, at, open_marks = [], 0, list[tuple[Numbered, Mark]]()
    edge = 0
    for start, end in paragraphs(text):
        while edge < len(edges) and edges[edge] <= start:
            edge += 1
        inside = edge
        while inside < len(edges) and edges[inside] < end:
            inside += 1
        pieces = []
        for span in pairwise([start, *edges[edge:inside], end]):
            open_marks = [one for one in open_marks if one[1].span[1] > span[0]]
            while at < len(spans) and spans[at][1].span[0] <= span[0]:
                if spans[at][1].span[1] > span[0]:
                    open_marks.append(spans[at])
                at += 1
            pieces.append(_piece(text, span, open_marks, start))
        edge = inside
        made.append(tuple(pieces))
    return made


def _spans(text: str, told: Sequence[Numbered]) -> Iterator[tuple[Numbered, Mark]]:
    """Every mark that lies in the text; a span without words marks nothing."""
    for one in told:
        for mark in marks(one.statement):
            start, end = max(mark.span[0], 0), min(mark.span[1], len(text))
            if start < end:
                yield one, Mark(mark.part, (start, end), mark.number)


def _piece(text: str, span: Span, here: Sequence[tuple[Numbered, Mark]], paragraph: int) -> Piece:
    evidence = [(one, mark) for one, mark in here if mark.part is Part.evidence]
    inner = min(evidence, key=lambda one: (one[1].span[1] - one[1].span[0], one[0].number), default=None)
    # Evidence that began between two paragraphs is shown to begin with the words that follow.
    begins = [one for one, mark in evidence if mark.span[0] == span[0] or _just_before(text, mark, span, paragraph)]
    return Piece(
        text[slice(*span)],
        inner[0] if inner else None,
        len(evidence),
        tuple(sorted(begins, key=lambda one: one.number)),
        " ".join(_told(one, mark) for one, mark in here),
    )


def _just_before(text: str, mark: Mark, span: Span, paragraph: int) -> bool:
    return span[0] == paragraph and mark.span[0] < paragraph and not text[mark.span[0] : paragraph].strip()


def _told(one: Numbered, mark: Mark) -> str:
    number = f".{mark.number}" if mark.number else ""
    return f"{one.number}.{mark.part}{number}"
