"""Who else may be meant in a window: regions, capitals as adjectives, groups; words that are no actors to a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.languages import Token, pack

FORM = "hint"
"""The form of such an argument."""
NOBODY = "none"
"""Stands in the data for phrases that only look like a hint."""
NAMES = ("name", "organisation")
"""Forms of arguments whose words mean nothing apart ("the United Arab Emirates")."""
DATA = Path(__file__).with_name("hints.yaml")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that may stand for an actor: for each word its lemmas, and whether it has a capital."""

    code: str
    words: tuple[tuple[frozenset[str], bool], ...]

    def fits(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether it stands in a sentence from `start` on."""
        found = tokens[start : start + len(self.words)]
        return len(found) == len(self.words) and all(
            not keys.isdisjoint(t.keys) and (not capital or t.text[:1].isupper())
            for t, (keys, capital) in zip(found, self.words, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Hints:
    """The phrases of a language by the lemmas of their first word, and its words for a region."""

    phrases: dict[str, tuple[Phrase, ...]]
    near: frozenset[str]

    def of_words(self, reading: Reading) -> Iterator[Argument]:
        """What the words of a sentence hint at, but for parts of names and for what an argument there names already."""
        tokens = reading.tokens
        named = {(i, code) for a in reading.arguments for i in range(a.first, a.last + 1) for code in a.codes}
        parts = {i for a in reading.arguments if a.form in NAMES and not a.kind for i in range(a.first, a.last + 1)}
        place = 0
        while place < len(tokens):
            starting = {p for key in tokens[place].keys for p in self.phrases.get(key, ())}
            fitting = [p for p in starting if p.fits(tokens, place)]
            size = max((len(p.words) for p in fitting), default=0)
            for code in sorted({p.code for p in fitting if len(p.words) == size}):
                if code != NOBODY and (place, code) not in named and place not in parts:
                    yield Argument((code,), place + size - 1, place, place + size - 1, FORM)
            place += max(size, 1)

    def of_region(self, reading: Reading, around: str) -> Iterator[Argument]:
        """The words for a region, which is `around`."""
        for token in reading.tokens:
            if not self.near.isdisjoint(token.keys):
                yield Argument((around,), token.index, token.index, token.index, FORM)


def hints(readings: Sequence[Reading], language: str) -> list[list[Argument]]:
    """For each sentence of a window what it hints at beside its arguments."""
    made = of_language(language)
    found = [list(made.of_words(r)) for r in readings]
    named = [code for r, more in zip(readings, found, strict=True) for a in (*r.arguments, *more) for code in a.codes]
    around = region(named)
    if around:
        for reading, more in zip(readings, found, strict=True):
            taken = {i for a in (*reading.arguments, *more) for i in range(a.first, a.last + 1) if a.codes}
            more += [a for a in made.of_region(reading, around) if a.first not in taken]
    return found


def region(codes: Sequence[str]) -> str:
    """The region that most of the named are of; empty if none is."""
    table: dict[str, list[str]] = data()["regions"]
    counts = {name: sum(code in states for code in codes) for name, states in table.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""


@cache
def data() -> dict[str, Any]:
    """The file of hints."""
    found: dict[str, Any] = yaml.safe_load(DATA.read_text("utf8"))
    return found


@cache
def of_language(language: str) -> Hints:
    """The hints of a language; none of one that has none."""
    listed = data().get(language)
    if listed is None:
        return Hints({}, frozenset())
    keys, cut = pack(language).keys, pack(language).cut
    found: dict[str, list[Phrase]] = {}
    for code, names in listed["words"].items():
        for name in names:
            words = tuple((frozenset(keys(w)), w[:1].isupper()) for w in cut(name))
            for key in words[0][0]:
                found.setdefault(key, []).append(Phrase(code, words))
    near = frozenset(key for word in listed["near"] for key in keys(word))
    return Hints({key: tuple(phrases) for key, phrases in found.items()}, near)
