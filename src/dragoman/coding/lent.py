"""What the object of a verb says of an act where the verb itself says nothing: "gave its consent to the delivery"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dragoman.coding.reading import Reading

DESCRIBING = ("amod", "compound")
"""Relations of the words before a noun that belong to its name ("green light")."""

BESIDE = ("obl", "nmod", "advcl", "xcomp")
"""Relations by which the parser hangs what a consent is about on the verb that gives it."""


def lent(reading: Reading, path: Sequence[int], names: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Class, word and verb of each object that bears on what hangs beside it on a light verb above a trigger."""
    for below, verb in pairwise(path):
        beside = reading.tokens[below].head == verb and reading.tokens[below].relation.startswith(BESIDE)
        if not beside or not reading.has(verb, "gives_anything"):
            continue
        for index in said_of(reading, verb, below):
            yield from ((name, index, verb) for name in names if reading.has(index, name))


def said_of(reading: Reading, verb: int, below: int) -> list[int]:
    """The object of a verb that stands before another of its phrases, with the words of its name."""
    objects = [t.index for t in reading.tokens[:below] if t.head == verb and t.relation == "obj" and t.pos == "NOUN"]
    parts = [t.index for t in reading.tokens if t.head in objects and t.relation in DESCRIBING]
    return [*objects, *parts]
