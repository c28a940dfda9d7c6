"""Paragraphs before sentences: a line break always ends a sentence, a full stop only where razdel says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from razdel import sentenize

from dragoman.languages.ru.joints import JOINTS
from dragoman.languages.ru.morphology import known
from dragoman.languages.shape import Sentence
from dragoman.sources import repair

Locate = Callable[[int, int], tuple[int, int]]
"""Maps a span of the repaired text to the stored one."""

PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")

LONGEST = 2_000
"""Characters after which a sentence is cut at a space: no news sentence is longer, and parsing time grows with length."""


def pieces(start: int, text: str) -> Iterator[tuple[int, str]]:
    """A sentence as it is, or cut at spaces where it is longer than any sentence can be."""
    while len(text) > LONGEST:
        cut = text.rfind(" ", LONGEST // 2, LONGEST)
        cut = cut if cut > 0 else LONGEST
        yield start, text[:cut]
        start, text = start + cut, text[cut:]
    if text.strip():
        yield start, text


def split(text: str) -> list[Sentence]:
    """The sentences of a text, unparsed, with spans in the stored text."""
    repaired = repair(text, known=known, joints=JOINTS)
    found: list[Sentence] = []
    for number, paragraph in enumerate(PARAGRAPH.finditer(repaired.text)):
        for piece in sentenize(paragraph.group()):
            for start, part in pieces(paragraph.start() + piece.start, piece.text):
                found.append(_sentence(repaired.to_source, start, part, number, len(found)))
    return found


def _sentence(to_source: Locate, start: int, text: str, paragraph: int, index: int) -> Sentence:
    def locate(first: int, last: int) -> tuple[int, int]:
        return to_source(start + first, start + last)

    begin, end = locate(0, len(text))
    return Sentence(text=text, start=begin, end=end, paragraph=paragraph, index=index, locate=locate)
