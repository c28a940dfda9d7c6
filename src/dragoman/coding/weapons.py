"""Weapons by their designation: `data/weapons.tsv`, the same for every language, in Latin and Cyrillic letters.

    kind    latin     cyrillic    wary
    drone   Lancet    Ланцет      latin cyrillic

`wary` names the spelling that is a word or a name of something else too (Patriot, Град): in a text of those letters it
counts only in quotation marks, behind a number, or beside a word for a weapon. A text may write a name with a space, a
hyphen or neither (Bayraktar TB2, TB-2).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.coding.function_words import function_words
from dragoman.errors import CodebookError
from dragoman.languages import LanguagePack, Token

CLASS = "designation"
"""The word class that a weapon's name has."""
ARMS = "arms"
"""The word class of what a weapon is called in general."""
BESIDE = 3
"""Words within which a general word for a weapon speaks for a wary name."""
LONGEST = 6
"""Tokens of a name at most: `S-300 PMU-2` may be five."""
COLUMNS = ["kind", "latin", "cyrillic", "wary"]
FILE = files("dragoman.coding") / "data" / "weapons.tsv"
SIGN = re.compile(r"[^\w\s]|_")
CYRILLIC = re.compile("[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Weapon:
    """A name as the data spells it, and the letters in which it is wary (`latin`, `cyrillic` or none)."""

    name: str
    kind: str
    wary: bool
    cyrillic: bool


@cache
def weapons(pack: LanguagePack) -> Mapping[str, Weapon]:
    """Every name by its letters and digits alone (`bayraktar tb2`, `с300`), as the words of this pack are compared.

    Raises CodebookError naming the line of an entry that is none.
    """
    found: dict[str, Weapon] = {}
    for row in listed():
        for weapon in spellings(*row):
            letters = bare(pack, weapon.name)
            found.setdefault(letters, weapon)
            found.setdefault(letters.replace(" ", ""), weapon)
    return found


@cache
def listed() -> tuple[tuple[str, str, str, str], ...]:
    """The rows of the file: kind, Latin name, Cyrillic names, where it is wary. Raises CodebookError."""
    found = []
    with FILE.open(encoding="utf-8") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if next(reader, []) != COLUMNS:
            raise CodebookError(f"the columns are not {COLUMNS}", source="weapons.tsv:1")
        for row in reader:
            if len(row) != len(COLUMNS) or not set(row[3].split()) <= {"latin", "cyrillic"}:
                raise CodebookError(
                    "not an entry: kind, latin, cyrillic, wary", source=f"weapons.tsv:{reader.line_num}"
                )
            kind, latin, other, wary = row
            found.append((kind, latin, other, wary))
    return tuple(found)


@cache
def begun(pack: LanguagePack) -> frozenset[str]:
    """How names begin: what is none of these goes on as no name."""
    return frozenset(name[:length] for name in weapons(pack) for length in range(len(name) + 1))


def spellings(kind: str, latin: str, cyrillic: str, wary: str) -> list[Weapon]:
    """The names of one row."""
    names = [(latin, False), *((name, True) for name in cyrillic.split("|") if name)]
    return [Weapon(name, kind, ("cyrillic" if other else "latin") in wary.split(), other) for name, other in names]


@lru_cache(maxsize=50_000)
def bare(pack: LanguagePack, text: str) -> str:
    """Letters and digits as the pack compares words; spaces stay."""
    return SIGN.sub("", function_words(pack).plain(text))


def designations(pack: LanguagePack, tokens: Sequence[Token], classes: Mapping[int, set[str]]) -> dict[int, Weapon]:
    """Index of the first token to the weapon that is named there, the longest name first.

    `classes` are those of the sentence's words: they tell what stands beside a wary name.
    """
    cyrillic = sum(bool(CYRILLIC.match(t.text)) for t in tokens) * 2 > sum(t.text[:1].isalpha() for t in tokens)
    found: dict[int, Weapon] = {}
    index = 0
    while index < len(tokens):
        weapon, length = longest(pack, tokens, index)
        if weapon and weapon.wary and weapon.cyrillic == cyrillic and not vouched(tokens, classes, index, length):
            weapon = None
        if weapon:
            found[index] = weapon
        index += length if weapon else 1
    return found


@cache
def makers(*, resold: bool = False) -> Mapping[str, str]:
    """The state that makes a weapon, by its name in Latin and Cyrillic letters: `data/makers.tsv`.

    `resold` adds those that other states often pass on: their name does not say who supplies them. Raises
    CodebookError.
    """
    with (files("dragoman.coding") / "data" / "makers.tsv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if rows[0] != ["state", "names", "resold"] or any(len(row) != 3 for row in rows):
        raise CodebookError("the columns are not state, names, resold", source="makers.tsv:1")
    found: dict[str, str] = {}
    for state, alone, passed_on in rows[1:]:
        for name in [*alone.split("|"), *(passed_on.split("|") if resold else ())]:
            found |= dict.fromkeys(map(plain_name, (name, *cyrillic().get(name, ()))), state)
    return found


@cache
def cyrillic() -> Mapping[str, tuple[str, ...]]:
    """How the name of a weapon is spelt in Cyrillic letters, by its Latin spelling."""
    return {latin: tuple(filter(None, other.split("|"))) for _, latin, other, _ in listed()}


def plain_name(text: str) -> str:
    """Letters and digits of a name, casefolded, without its plural ending ("Rafales")."""
    letters = SIGN.sub("", text.casefold())
    return letters[:-1] if len(letters) > 4 and letters.endswith("s") and letters[-2].isalpha() else letters


def made_in(tokens: Sequence[Token], index: int, *, resold: bool = False) -> str:
    """The state that makes what is named at a token, alone or with the next; empty where none is known."""
    known = makers(resold=resold)
    two = " ".join(t.text for t in tokens[index : index + 2])
    spelt = map(plain_name, (tokens[index].text, *tokens[index].keys, two))
    return next((known[name] for name in spelt if name in known), "")


def longest(pack: LanguagePack, tokens: Sequence[Token], start: int) -> tuple[Weapon | None, int]:
    """The longest name that begins at a token, and how many tokens it has."""
    first = tokens[start].text[:1]
    if not (first.isupper() or first.isdigit()):
        return None, 1
    known, best, length = weapons(pack), None, 1
    # The first word of a name may be declined; what follows it stands as it is.
    spelt = {bare(pack, tokens[start].keys[0]), bare(pack, tokens[start].keys[-1])}
    for end in range(start, min(start + LONGEST, len(tokens))):
        if end > start:
            gap = " " if tokens[end].start > tokens[end - 1].end else ""
            spelt = {s + gap + bare(pack, tokens[end].keys[-1]) for s in spelt}
        if begun(pack).isdisjoint(spelt):
            break
        hit = next((known[s] for s in sorted(spelt) if s in known), None)
        if hit and bare(pack, tokens[end].text):
            best, length = hit, end - start + 1
    return best, length


def vouched(tokens: Sequence[Token], classes: Mapping[int, set[str]], index: int, length: int) -> bool:
    """Whether quotation marks, a number before it or a word for a weapon beside it say that a name is a weapon's."""
    if tokens[index].quoted or (index and tokens[index - 1].pos == "NUM"):
        return True
    beside = (*range(index - BESIDE, index), *range(index + length, index + length + BESIDE))
    return any(ARMS in classes.get(i, ()) for i in beside)
