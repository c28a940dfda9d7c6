"""Where the words that were searched for stand in a text, and what stands around the first of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages.lemmas import WORD
from dragoman.ledger.search import Wanted
from dragoman.model import Span

AROUND = 70
"""Characters that are shown on either side of a word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and whether they are what was searched for."""

    text: str
    hit: bool


def hits(text: str, language: str | None, asked: Wanted) -> Iterator[Span]:
    """The words of the text that are searched for, in whatever form they stand."""
    return (found.span() for found in WORD.finditer(text) if asked.reads(found[0], language))


def around(text: str, language: str | None, asked: Wanted) -> Span | None:
    """The words around the first hit, without pieces of words at the ends; None where the text has no hit."""
    first = next(hits(text, language, asked), None)
    if first is None:
        return None
    start, end = max(first[0] - AROUND, 0), min(first[0] + (first[1] - first[0]) + AROUND, len(text))
    if start and (space := text.find(" ", start, first[0])) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", first[1], end)) >= 0:
        end = space
    return start, end


def pieces(text: str, language: str | None, asked: Wanted) -> Iterator[Piece]:
    """The text in pieces, hits and what is between them."""
    at = 0
    for start, end in hits(text, language, asked):
        if at < start:
            yield Piece(text[at:start], hit=False)
        yield Piece(text[start:end], hit=True)
        at = end
    if at < len(text):
        yield Piece(text[at:], hit=False)
