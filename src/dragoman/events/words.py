"""Words compared across spellings: titles of instruments, and what goods are, in whatever language they are named."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from dragoman.coding.weapons import FILE, spellings
from dragoman.events.report import REMEMBERED
from dragoman.events.tables import kinds_of_goods, words_of_titles
from dragoman.model import Goods

PARTS = re.compile(r"[^\W\d_]+|\d+")
STEM = 6
SHORT = 3
"""Letters: a word is compared by its first six, one of three and fewer not at all."""
LONGEST = 6
"""Parts of a weapon's name at most: letters and digits are parts of their own (`TB2` is two)."""


def fold(text: str) -> str:
    """The text in lower case, without accents: so that spellings of one word compare alike."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    bare = (c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", "".join(bare))


def parts(text: str) -> tuple[str, ...]:
    """The words and the numbers of a text, folded: `Т-72Б3` is `т`, `72`, `б`, `3`."""
    return tuple(PARTS.findall(fold(text)))


def title_likeness(one: str, other: str) -> float:
    """Between 0 and 1: the Dice coefficient of the telling words of two titles in one script, by their beginnings."""
    a, b = title_words(one), title_words(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def named_goods(goods: Iterable[Goods]) -> frozenset[str]:
    """The weapons that a list names, each by its name in Latin letters."""
    return frozenset().union(*(_named(item.designation) for item in goods))


def goods_kinds(goods: Iterable[Goods]) -> frozenset[str]:
    """The kinds (tank, drone, …) of a list of goods, from the weapons it names and the words it uses."""
    return frozenset().union(*(_kinds(item.designation) for item in goods))


@lru_cache(maxsize=REMEMBERED)
def _named(designation: str) -> frozenset[str]:
    return frozenset(name for name, _ in _found(designation))


@lru_cache(maxsize=REMEMBERED)
def _kinds(designation: str) -> frozenset[str]:
    words = parts(designation)
    kinds = {kind for kind, stems in kinds_of_goods().items() if any(word.startswith(stems) for word in words)}
    return frozenset(kinds | {kind for _, kind in _found(designation)})


def _found(designation: str) -> set[tuple[str, str]]:
    """The weapons, name and kind, whose spellings stand in a designation, the longest first."""
    known, words = _weapons(), parts(designation)
    found = set()
    start = 0
    while start < len(words):
        ends = range(min(start + LONGEST, len(words)), start, -1)
        end = next((e for e in ends if "".join(words[start:e]) in known), None)
        if end is not None:
            found.add(known["".join(words[start:end])])
        start = end or start + 1
    return found


@cache
def _weapons() -> Mapping[str, tuple[str, str]]:
    """Every spelling, its parts joined, to the weapon's Latin name and kind; short ones are no name by themselves."""
    found: dict[str, tuple[str, str]] = {}
    with FILE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for weapon in spellings(row["kind"], row["latin"], row["cyrillic"], row["wary"]):
                key = "".join(parts(weapon.name))
                if len(key) > 1:
                    found.setdefault(key, (row["latin"], row["kind"]))
    return found


@cache
def title_words(title: str) -> frozenset[str]:
    """The beginnings of the words that tell a title from others of its sort; none of "defence agreement"."""
    words = (word[:STEM] for word in parts(title) if len(word) > SHORT or word.isdigit())
    return frozenset(words) - words_of_titles()
