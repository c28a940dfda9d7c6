"""A paragraph as the network reads it: pieces of words, those of actors marked, and where each actor is named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.actors import Gazetteer
from dragoman.coding.neural.hints import FORM as HINT
from dragoman.coding.neural.hints import hints
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

OPENS, CLOSES = 0, 2
"""The pieces before and after a text."""

LONGEST = 254
"""Pieces of a window between those two: what the network was made for is 512, what it was trained on is shorter."""

SENTENCES, WORDS = 3, 110
"""A window ends after so many sentences, or before one with which it had more words."""

MENTIONS = 24
"""Mentions of actors that are looked at in a window: the first ones."""

SPACE = "\u2581"
"""How a piece says that a space stands before it."""


class Mark(IntEnum):
    """What a piece is of: nothing, the name of an actor, a city, a word that stands for one, an adjective, a hint."""

    none = 0
    actor = 1
    city = 2
    resolved = 3
    adjective = 4
    hint = 5


class Pieces:
    """Cuts words into the pieces that the network knows."""

    def __init__(self, processor: SentencePieceProcessor) -> None:
        self.processor = processor
        self.cut = lru_cache(20_000)(self.uncached)

    def uncached(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The pieces of one word, which a space stands before or not."""
        plain = unicodedata.normalize("NFKC", word)
        return tuple(self.processor.encode((SPACE if spaced else "") + plain, out_type=int))


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of an actor in a window; `pieces` are the places of its pieces."""

    argument: Argument
    reading: Reading
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A run of sentences laid out for the network. `words` says for each piece whose word it is."""

    readings: tuple[Reading, ...]
    ids: tuple[int, ...]
    marks: tuple[int, ...]
    words: tuple[tuple[Reading, int] | None, ...]
    mentions: tuple[Mention, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Everybody who is named, in alphabetical order."""
        return tuple(sorted({code for m in self.mentions for code in m.argument.codes}))

    def naming(self, code: str) -> list[int]:
        """The numbers of the mentions of an actor."""
        return [i for i, m in enumerate(self.mentions) if code in m.argument.codes]


def windows(readings: Sequence[Reading], pieces: Pieces, gazetteer: Gazetteer) -> Iterator[Window]:
    """The windows of a document: sentences of one paragraph that follow each other, where an actor is named."""
    for group in grouped(readings):
        window = laid_out(group, pieces, gazetteer)
        if window.mentions:
            yield window


def grouped(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """The readings in runs of at most SENTENCES sentences and about WORDS words, none across a gap or a paragraph."""
    group: list[Reading] = []
    for reading in readings:
        before = group[-1].sentence if group else None
        full = len(group) == SENTENCES or sum(len(r.tokens) for r in group) + len(reading.tokens) > WORDS
        apart = before is not None and (
            reading.sentence.paragraph != before.paragraph or reading.sentence.index != before.index + 1
        )
        if group and (full or apart):
            yield group
            group = []
        group.append(reading)
    if group:
        yield group


def laid_out(readings: Sequence[Reading], pieces: Pieces, gazetteer: Gazetteer) -> Window:
    """One window of these sentences."""
    ids, words = [OPENS], [None]  # type: tuple[list[int], list[tuple[Reading, int] | None]]
    places: dict[tuple[int, int], list[int]] = {}
    end = -1
    for number, reading in enumerate(readings):
        for token in reading.tokens:
            cut = pieces.cut(token.text, token.start != end)
            end = token.end
            if len(ids) + len(cut) > LONGEST:
                break
            places[number, token.index] = list(range(len(ids), len(ids) + len(cut)))
            ids += cut
            words += [(reading, token.index)] * len(cut)
    marks = [0] * len(ids)
    mentions = []
    for number, (reading, hinted) in enumerate(zip(readings, hints(readings, gazetteer), strict=True)):
        cities = len(reading.arguments)
        for order, argument in enumerate((*reading.arguments, *reading.places, *hinted)):
            found = [p for i in range(argument.first, argument.last + 1) for p in places.get((number, i), ())]
            if not argument.codes or not found:
                continue
            mark = mark_of(argument, city=order >= cities)
            for place in found:
                marks[place] = marks[place] or mark
            mentions.append(Mention(argument, reading, tuple(found)))
    return Window(tuple(readings), (*ids, CLOSES), (*marks, 0), (*words, None), tuple(mentions[:MENTIONS]))


def mark_of(argument: Argument, *, city: bool) -> Mark:
    """How the pieces of an argument are marked."""
    if argument.resolved:
        return Mark.resolved
    if argument.form == HINT:
        return Mark.hint
    if city:
        return Mark.city
    return Mark.adjective if argument.form == "adjective" else Mark.actor
