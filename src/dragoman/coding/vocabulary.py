"""The words without which hardly anything can be coded: what a filter that sees no sentences yet can look for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from dragoman.actors import Gazetteer
from dragoman.coding.lexicon import plain, raw_classes
from dragoman.coding.prefilter import MARKS, TOPIC, TRIGGER, prefilter
from dragoman.coding.weapons import weapons
from dragoman.languages import LanguagePack
from dragoman.model import Frozen
from dragoman.schema.load import checked
from dragoman.schema.located import read_located

NO_EVIDENCE = ("none", "city", "person")
"""Forms of names that are not looked for: what is no actor, and persons, whose state or office is named beside them."""
SHORTEST = 3
"""Letters of the shortest word that is evidence: shorter ones stand in markup and in every language."""


LONG_NAME = 5
"""Letters of a weapon's name from which on its ending may be left off."""


class Words(Frozen):
    """Words that are listed for one reason."""

    why: str
    words: str
    but: str = ""
    """Forms of these words that the reason does not hold for."""


class Lists(Frozen):
    """The shape of a pack's `evidence.yaml`."""

    little: str
    """Words of which any two or three sentences of the language have some, and those of other languages few."""
    endings: str = ""
    """Letters that an ending may begin with: they are left off a long name that may be declined."""
    everyday: tuple[Words, ...]
    phrases: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is evidence in a language, casefolded."""

    language: str
    topics: frozenset[str]
    """Forms of words of defence that ordinary pages do not have."""
    phrases: frozenset[str]
    """How phrases of defence and designations of weapons begin, words parted by a space."""
    little: frozenset[str]
    """Words without which hardly any sentence of the language does."""
    triggers: frozenset[str]
    """Forms of words that may name a type."""
    actors: Mapping[str, frozenset[str]]
    """Forms of names of one word of states, peoples, capitals, organisations and firms, and of the longest words of
    states' other names, each with their codes."""


@cache
def vocabulary(pack: LanguagePack) -> Vocabulary:
    """The vocabulary of a pack, from the data that its coder reads and `evidence.yaml`. Raises CodebookError."""
    listed = checked(read_located(pack.data / "evidence.yaml"), TypeAdapter(Lists))
    common = {form for word in _each(listed.everyday) for form in pack.forms(plain(pack, word))}
    common -= {plain(pack, form) for one in listed.everyday for form in one.but.split()}
    topics = _long(form for word in _topics(pack) for form in pack.forms(word))
    return Vocabulary(
        language=pack.language,
        topics=topics - common,
        phrases=frozenset(plain(pack, phrase).replace("_", " ") for phrase in _each(listed.phrases))
        | frozenset(_designations(pack, listed.endings)),
        little=frozenset(listed.little.split()),
        triggers=_long(form for form, kinds in prefilter(pack).kinds.items() if TRIGGER in kinds),
        actors=_actors(pack),
    )


def _each(lists: Iterable[Words]) -> Iterator[str]:
    return (word for one in lists for word in one.words.split())


def _long(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(form for form in forms if len(form) >= SHORTEST)


def _topics(pack: LanguagePack) -> set[str]:
    """The words of defence. Of phrases `evidence.yaml` has what the words alone do not find."""
    listed = raw_classes(pack)
    return {entry for name in MARKS[TOPIC] for entry in listed.get(name, ()) if "_" not in entry}


def _designations(pack: LanguagePack, endings: str) -> Iterator[str]:
    """Weapons by names of one word that is nothing else ("himars", "f-16"), without an ending that may change."""
    for weapon in weapons(pack).values():
        name = plain(pack, weapon.name)
        if not weapon.wary and " " not in name and len(name) > SHORTEST and ("-" in name or name.isalpha()):
            yield name.rstrip(endings) if len(name) > LONG_NAME else name


def _actors(pack: LanguagePack) -> dict[str, frozenset[str]]:
    gazetteer = Gazetteer.load(pack.language, pack.keys, pack.cut)
    found: dict[str, set[str]] = {}
    for patterns in gazetteer.actors.values():
        for pattern in patterns:
            if pattern.entry is None or pattern.entry.form in NO_EVIDENCE:
                continue
            if len(pattern.words) > 1 and pattern.entry.form != "name":
                continue  # of "European Union" or "Central Bank" no word is a name by itself
            rarest = max(pattern.words, key=lambda word: min(map(len, word.keys), default=0))
            for form in _long(form for key in rarest.keys for form in (key, *pack.forms(key))):
                found.setdefault(form, set()).update(pattern.entry.codes)
    return {form: frozenset(codes) for form, codes in found.items()}
