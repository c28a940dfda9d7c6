"""From a text to its sentences: paragraphs first, then the cuts of the language, then a limit of length."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from dragoman.languages.paragraphs import paragraphs
from dragoman.languages.shape import Sentence
from dragoman.sources import repair

Locate = Callable[[int, int], tuple[int, int]]
"""Maps a span of the repaired text to the stored one."""

Cut = Callable[[str], Iterator[tuple[int, str]]]
"""A paragraph to its sentences, each with where it starts."""

LONGEST = 2_000
"""Characters after which a sentence is cut at a space.

No news sentence is longer, and parsing time grows with length.
"""
GAP = 5
"""How far apart the numbers of two sentences are when paragraphs between them were left out: not next to each other."""


def sentences(
    text: str, only: Container[int] | None, cut: Cut, *, known: Callable[[str], bool], joints: Container[str]
) -> list[Sentence]:
    """The sentences of a text, unparsed, with spans in the stored text; of the paragraphs with these numbers only.

    `known` and `joints` are what the repair of glued words asks a language for.
    """
    found: list[Sentence] = []
    left_out = 0
    for number, (begin, end) in enumerate(paragraphs(text)):
        if only is not None and number not in only:
            left_out += GAP
            continue
        repaired = repair(text[begin:end], known=known, joints=joints)
        for first, whole in cut(repaired.text):
            for start, part in pieces(first, whole):
                found.append(_sentence(repaired.to_source, begin, start, part, number, len(found) + left_out))
    return found


def pieces(start: int, text: str) -> Iterator[tuple[int, str]]:
    """A sentence as it is, or cut at spaces where it is longer than any sentence can be."""
    while len(text) > LONGEST:
        cut = text.rfind(" ", LONGEST // 2, LONGEST)
        cut = cut if cut > 0 else LONGEST
        yield start, text[:cut]
        start, text = start + cut, text[cut:]
    if text.strip():
        yield start, text


def _sentence(to_source: Locate, base: int, start: int, text: str, paragraph: int, index: int) -> Sentence:
    def locate(first: int, last: int) -> tuple[int, int]:
        begin, end = to_source(start + first, start + last)
        return base + begin, base + end

    begin, end = locate(0, len(text))
    return Sentence(text=text, start=begin, end=end, paragraph=paragraph, index=index, locate=locate)
