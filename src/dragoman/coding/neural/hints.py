"""Who else may be meant in a window: regions, capitals as adjectives, weapons; words that are no actors to a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors import HERE, Gazetteer, Mention, collectives, find_hints
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.weapons import CLASS, made_in

FORM = "hint"
"""The form of such an argument."""
NAMES = ("name", "organisation")
"""Forms of arguments whose words mean nothing apart ("the United Arab Emirates")."""


def hints(readings: Sequence[Reading], gazetteer: Gazetteer) -> list[list[Argument]]:
    """For each sentence of a window what it hints at beside its arguments."""
    mentions = [find_hints(reading.tokens, gazetteer) for reading in readings]
    hinted = [list(of_words(r, m)) for r, m in zip(readings, mentions, strict=True)]
    around = region([c for r, own in zip(readings, hinted, strict=True) for a in (*r.arguments, *own) for c in a.codes])
    found = []
    for reading, listed, own in zip(readings, mentions, hinted, strict=True):
        taken = {i for a in (*reading.arguments, *own) for i in range(a.first, a.last + 1) if a.codes}
        here = (m for m in listed if around and m.codes == (HERE,) and m.start_token not in taken)
        found.append([*own, *of_weapons(reading), *(hint(around, m.start_token, m.end_token) for m in here)])
    return found


def of_words(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Argument]:
    """What the words of a sentence hint at, but for parts of names and for what an argument there names already."""
    named = {(i, code) for a in reading.arguments for i in range(a.first, a.last + 1) for code in a.codes}
    parts = {i for a in reading.arguments if a.form in NAMES and not a.kind for i in range(a.first, a.last + 1)}
    for mention in mentions:
        (code,) = mention.codes
        if code != HERE and (mention.start_token, code) not in named and mention.start_token not in parts:
            yield hint(code, mention.start_token, mention.end_token)


def of_weapons(reading: Reading) -> Iterator[Argument]:
    """The states that make the weapons of a sentence, also those that others often pass on."""
    for index, classes in sorted(reading.classes.items()):
        code = made_in(reading.tokens, index, resold=True) if CLASS in classes else ""
        if code:
            yield hint(code, index, index + 1)


def hint(code: str, start: int, end: int) -> Argument:
    """The argument of a hint in the tokens `[start, end)`."""
    return Argument((code,), end - 1, start, end - 1, FORM)


def region(codes: Sequence[str]) -> str:
    """The region that most of the named are of; empty if none is."""
    counts = {c.code: sum(code == c.code or code in c.states for code in codes) for c in collectives().values()}
    return max(counts, key=lambda code: counts[code]) if any(counts.values()) else ""
