"""What is moved: the weapons that a trigger's reach names, with their number and the value in money."""

from __future__ import annotations

import re

from dragoman.coding.reading import Reading
from dragoman.model import Goods

DESIGNATION = re.compile(r"^(?:[A-ZА-ЯЁ]{1,6}[a-zа-я]{0,3}-?\d{1,4}[A-ZА-Яa-zа-я0-9/-]*|[A-Z][A-Za-z]+-?\d*)$")
"""A designation by its shape: letters with digits (F-16, Т-72Б3) or a name in Latin letters after its kind."""


def goods(reading: Reading, trigger: int) -> tuple[Goods, ...]:
    """The weapons in the trigger's reach, each once, in order."""
    found: dict[str, Goods] = {}
    for index in reading.reach(trigger):
        if not reading.has(index, "arms", "designation") or reading.tokens[index].form:
            continue
        words = named(reading, index)
        found.setdefault(words, Goods(designation=words, number=number(reading, index)))
    return tuple(found.values())[:6]


def named(reading: Reading, index: int) -> str:
    """The kind with the designation right behind it: "танков M60", "Patriot"."""
    tokens = reading.tokens
    end = index
    while (
        end + 1 < len(tokens)
        and (tokens[end + 1].text in '«»"' or DESIGNATION.match(tokens[end + 1].text))
        and end - index < 3
    ):
        end += 1
    return " ".join(t.text for t in tokens[index : end + 1] if t.text not in '«»"')


def number(reading: Reading, index: int) -> float | None:
    """How many: digits shortly before the noun, adjectives between."""
    for token in reversed(reading.tokens[max(0, index - 4) : index]):
        if token.text.isdigit():
            return float(token.text)
        if token.pos not in ("ADJ", "NUM", "DET"):
            return None
    return None
