"""Words: their lemmas by the tables of the packaged lemmatiser, and the forms of a lemma, without loading a model.

Spellings are brought together ("defense" and "defence" have one lemma, the British one), and a noun that means
something else in the plural ("arms", "talks") is a lemma of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import srsly
from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.languages.en import models
from dragoman.schema.located import read_located

NOUN, VERB, ADJ, ADV = 16833663260455505849, 6360137228241296794, 12401032943472870168, 10054248821341768113
"""spaCy's hashes of the parts of speech, by which its tables are keyed."""

TABLES = {"NOUN": NOUN, "PROPN": NOUN, "VERB": VERB, "AUX": VERB, "ADJ": ADJ, "ADV": ADV}
"""Universal part of speech to the table that holds its words."""

VOWELS = frozenset("aeiou")
SINGULAR = ("ss", "us", "is", "ics")
"""Endings in -s of nouns that are no plurals."""


class Spellings(BaseModel):
    """The shape of `spellings.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    british: dict[str, str]
    contracted: dict[str, str]
    pronouns: dict[str, str]
    plural_only: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """What the lemmatiser knows, by part of speech: irregular forms, endings, lemmas."""

    irregular: dict[int, dict[str, list[str]]]
    endings: dict[int, list[list[str]]]
    known: dict[int, frozenset[str]]


@cache
def spellings() -> Spellings:
    """Spellings, contractions, pronouns and plurals of their own. Raises CodebookError with file and line."""
    located = read_located(Path(__file__).parent / "data" / "spellings.yaml")
    try:
        return Spellings.model_validate(located.content)
    except ValidationError as error:
        first = error.errors()[0]
        raise located.error(f"{first['msg']}: {first['input']!r}", tuple(first["loc"])) from error


@cache
def tables() -> Tables:
    """The tables of the packaged lemmatiser, pinned like the model."""
    listed = srsly.msgpack_loads(models.file("lemmatizer/lookups/lookups.bin").read_bytes())
    return Tables(
        listed["lemma_exc"], listed["lemma_rules"],
        {part: frozenset(words) for part, words in listed["lemma_index"].items()},
    )  # fmt: skip


def plain(word: str) -> str:
    """Casefolded, with one apostrophe: how words are compared."""
    return word.casefold().replace("’", "'")


@lru_cache(maxsize=50_000)
def lemma(word: str, pos: str) -> str:
    """The lemma of a form that is a certain part of speech."""
    form = plain(word)
    listed = spellings()
    if form in listed.contracted and pos in ("AUX", "VERB", "PART"):
        return listed.contracted[form]
    if pos in ("PRON", "DET"):
        return listed.pronouns.get(form, form)
    if pos in ("NOUN", "PROPN") and form in listed.plural_only:
        return form
    part = TABLES.get(pos)
    found = next(readings(form, part), None) if part is not None else None
    return british(found or form)


def readings(form: str, part: int) -> Iterator[str]:
    """The lemmas of a form as one part of speech: irregular ones, else those of the endings that give a known word."""
    known = tables()
    yield from known.irregular[part].get(form, ())
    if part == NOUN and form.endswith("s") and not form.endswith(SINGULAR):
        yield from (stem for stem in (form[:-1], f"{form[:-3]}y", form[:-2]) if plural(stem, form))
    if form in known.known[part]:
        yield form
    for old, new in known.endings[part]:
        if form.endswith(old) and len(form) > len(old) + 1 and (stem := form[: len(form) - len(old)] + new):
            if stem in known.known[part]:
                yield stem
            elif british(stem) in known.known[part]:
                yield british(stem)
    yield from hyphened(form, part)


def plural(stem: str, form: str) -> bool:
    """Whether a form is the plural of a noun, whatever else the tables know it for ("sales", "allies", "chips")."""
    return stem in tables().known[NOUN] and next(inflected(stem), "") == form and form not in ("news", "means")


def hyphened(form: str, part: int) -> Iterator[str]:
    """The lemmas of a compound by those of its last half ("warplane-carriers"); of a plural that no list has."""
    if "-" in form:
        head, _, last = form.rpartition("-")
        yield from (f"{head}-{found}" for found in readings(last, part))
    elif part == NOUN and form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 4:
        yield form[:-1]


@lru_cache(maxsize=50_000)
def keys(word: str) -> tuple[str, ...]:
    """Every lemma the form may have, the likely one first, the form itself last (twice where it is a lemma too)."""
    form = plain(word)
    listed = spellings()
    if form in listed.contracted or form in listed.pronouns:
        return (listed.contracted.get(form) or listed.pronouns[form], form)
    if form in listed.plural_only:
        return (form, form)
    found = [british(r) for part in (VERB, NOUN, ADJ, ADV) for r in readings(form, part)]
    first = [f for f in found if f != form]
    itself = [form] if form in found or not found else []
    return (*dict.fromkeys([*itself, *first]), form) if itself else (*dict.fromkeys(first), form)


@lru_cache(maxsize=50_000)
def british(word: str) -> str:
    """The British spelling of a lemma, by which all are compared."""
    listed = spellings().british
    if word in listed:
        return listed[word]
    if word.endswith("ize") and len(word) > 5:
        return f"{word[:-3]}ise"
    return f"{word[:-7]}isation" if word.endswith("ization") else word


@cache
def american() -> dict[str, tuple[str, ...]]:
    """British spelling to the American ones."""
    found: dict[str, tuple[str, ...]] = {}
    for old, new in spellings().british.items():
        found[new] = (*found.get(new, ()), old)
    return found


@cache
def irregular() -> dict[str, frozenset[str]]:
    """Lemma to its irregular forms, of any part of speech."""
    found: dict[str, set[str]] = {}
    for listed in tables().irregular.values():
        for form, lemmas in listed.items():
            for one in lemmas:
                found.setdefault(one, set()).add(form)
    return {one: frozenset(forms) for one, forms in found.items()}


@lru_cache(maxsize=20_000)
def forms(lemma: str) -> frozenset[str]:
    """Every form of a lemma, casefolded, in both spellings; one form too many does no harm."""
    word = plain(lemma)
    found: set[str] = set()
    for spelt in {word, british(word), *american().get(word, ()), *ized(word)}:
        found |= {spelt} | irregular().get(spelt, frozenset())
        found |= set(inflected(spelt)) if spelt.isalpha() or "-" in spelt else set()
    return frozenset(found)


def ized(word: str) -> tuple[str, ...]:
    """The American spelling of a verb in -ise."""
    return (f"{word[:-3]}ize",) if word.endswith("ise") and len(word) > 5 else ()


def inflected(word: str) -> Iterator[str]:
    """Regular plural, third person, past and -ing form."""
    last, before = word[-1:], word[-2:-1]
    if last == "y" and before not in VOWELS:
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    elif last == "e":
        yield from (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        yield from (f"{word}es", f"{word}ed", f"{word}ing")
    else:
        yield from (f"{word}s", f"{word}ed", f"{word}ing")
    if last not in VOWELS | set("wxy") and before in VOWELS and len(word) > 2:
        yield from (f"{word}{last}ed", f"{word}{last}ing")
