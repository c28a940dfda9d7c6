"""Where Russian sentences end: a full stop only where razdel says so, and not behind a listed abbreviation."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from razdel import sentenize

from dragoman.languages.ru.joints import ABBREVIATIONS, JOINTS
from dragoman.languages.ru.morphology import known
from dragoman.languages.sentences import sentences
from dragoman.languages.shape import Sentence

ABBREVIATED = re.compile(rf"(?<![\w-])(?:{'|'.join(ABBREVIATIONS)})\.$", re.IGNORECASE)
"""A sentence that ends so has not ended."""


def split(text: str, only: Container[int] | None = None) -> list[Sentence]:
    """The sentences of a text, unparsed, with spans in the stored text; of the paragraphs with these numbers only."""
    return sentences(text, only, rejoined, known=known, joints=JOINTS)


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
