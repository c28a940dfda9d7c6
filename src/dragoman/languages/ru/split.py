"""Paragraphs before sentences: a line break always ends a sentence, a full stop only where razdel says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from razdel import sentenize

from dragoman.languages.paragraphs import paragraphs
from dragoman.languages.ru.joints import ABBREVIATIONS, JOINTS
from dragoman.languages.ru.morphology import known
from dragoman.languages.shape import Sentence
from dragoman.sources import repair

Locate = Callable[[int, int], tuple[int, int]]
"""Maps a span of the repaired text to the stored one."""

LONGEST = 2_000
"""Characters after which a sentence is cut at a space.

No news sentence is longer, and parsing time grows with length.
"""


def pieces(start: int, text: str) -> Iterator[tuple[int, str]]:
    """A sentence as it is, or cut at spaces where it is longer than any sentence can be."""
    while len(text) > LONGEST:
        cut = text.rfind(" ", LONGEST // 2, LONGEST)
        cut = cut if cut > 0 else LONGEST
        yield start, text[:cut]
        start, text = start + cut, text[cut:]
    if text.strip():
        yield start, text


ABBREVIATED = re.compile(rf"(?<![\w-])(?:{'|'.join(ABBREVIATIONS)})\.$", re.IGNORECASE)
"""A sentence that ends so has not ended."""
GAP = 5
"""How far apart the numbers of two sentences are when paragraphs between them were left out: not next to each other."""


def split(text: str, only: Container[int] | None = None) -> list[Sentence]:
    """The sentences of a text, unparsed, with spans in the stored text; of the paragraphs with these numbers only."""
    found: list[Sentence] = []
    left_out = 0
    for number, (begin, end) in enumerate(paragraphs(text)):
        if only is not None and number not in only:
            left_out += GAP
            continue
        repaired = repair(text[begin:end], known=known, joints=JOINTS)
        for first, whole in rejoined(repaired.text):
            for start, part in pieces(first, whole):
                found.append(_sentence(repaired.to_source, begin, start, part, number, len(found) + left_out))
    return found


def rejoined(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of razdel, joined where one ends in an abbreviation that stands before a name ("ген.", "долл.")."""
    start = end = 0
    for piece in sentenize(text):
        if end and not ABBREVIATED.search(text[start:end]):
            yield start, text[start:end]
            start = piece.start
        elif not end:
            start = piece.start
        end = piece.stop
    if end:
        yield start, text[start:end]


def _sentence(to_source: Locate, base: int, start: int, text: str, paragraph: int, index: int) -> Sentence:
    def locate(first: int, last: int) -> tuple[int, int]:
        begin, end = to_source(start + first, start + last)
        return base + begin, base + end

    begin, end = locate(0, len(text))
    return Sentence(text=text, start=begin, end=end, paragraph=paragraph, index=index, locate=locate)
