"""The names of a language, compiled to patterns over lemmas and indexed by their first word."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dragoman.actors.entries import FORMS, Entry, entries, hints
from dragoman.actors.generic import Generic, generics
from dragoman.actors.tables import exists, rows

Lemmatise = Callable[[str], tuple[str, ...]]
Split = Callable[[str], list[str]]
QUOTES = frozenset('«»„“”"‘‚')
_FOLDED = str.maketrans({"ё": "е", "’": "'", "ʼ": "'", "–": "-"})
_RUSSIAN_ADJECTIVE = re.compile(r"^([а-я-]+[сц]к)ий$")


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """The word as keys are compared: casefolded, with one spelling of ё, dash and apostrophe."""
    return word.casefold().translate(_FOLDED)


@dataclass(slots=True, frozen=True)
class Word:
    """A word of a name: the lemmas that it may have, and how it must be written (`any`, `capital`, `capitals`)."""

    keys: frozenset[str]
    case: str


@dataclass(slots=True, frozen=True)
class Pattern:
    """A name ready to be matched. `wary` names are common words too: never where a sentence begins."""

    words: tuple[Word, ...]
    rank: int
    wary: bool
    entry: Entry | None = None
    generic: Generic | None = None


@dataclass(slots=True)
class Gazetteer:
    """All that is known by name in a language: actors, carriers, hints, and the first halves of compound adjectives."""

    language: str
    actors: dict[str, list[Pattern]] = field(default_factory=dict)
    carriers: dict[str, list[Pattern]] = field(default_factory=dict)
    hints: dict[str, list[Pattern]] = field(default_factory=dict)
    combining: dict[str, str] = field(default_factory=dict)
    """`американо` -> USA."""
    joined: frozenset[str] = frozenset()
    """Second halves of compounds that say nothing but whose ("US-led", "Swedish-built")."""

    @staticmethod
    def load(language: str, lemmatise: Lemmatise, split: Split) -> Gazetteer:
        """The gazetteer of a language with data here, built once for each lemmatiser.

        `lemmatise` gives the keys of a word as the language pack gives those of a token, the word form last;
        `split` cuts a name into words as the pack cuts a sentence.
        """
        return _load(language, lemmatise, split)


@cache
def _load(language: str, lemmatise: Lemmatise, split: Split) -> Gazetteer:
    compiler = Compiler(lemmatise, split)
    gazetteer = Gazetteer(language, combining=_combining(language), joined=_joined(language))
    for entry in entries(language):
        pattern = compiler.pattern(entry.text, rank=_rank(entry), entry=entry)
        _add(gazetteer.actors, pattern)
    for entry in hints(language):
        _add(gazetteer.hints, compiler.pattern(entry.text, entry=entry))
    for generic in generics(language):
        for name in dict.fromkeys(generic.names()):
            _add(gazetteer.carriers, compiler.pattern(name, generic=generic))
    for index in (gazetteer.actors, gazetteer.carriers, gazetteer.hints):
        for patterns in index.values():
            patterns.sort(key=lambda pattern: (-len(pattern.words), pattern.rank))
    return gazetteer


def _rank(entry: Entry) -> int:
    """The place of an entry among those of one name: a surname alone comes last ("Montenegro", "Saab")."""
    surname = entry.person is not None and entry.person.surname
    return len(FORMS) if surname else FORMS.index(entry.form)


@dataclass(slots=True)
class Compiler:
    """Turns names into patterns; remembers the words it has lemmatised."""

    lemmatise: Lemmatise
    split: Split
    seen: dict[str, frozenset[str]] = field(default_factory=dict)

    def pattern(
        self, text: str, *, rank: int = 0, entry: Entry | None = None, generic: Generic | None = None
    ) -> Pattern:
        """The pattern of a name as the data writes it, marks included."""
        bare = text.lstrip("=!")
        marks = text[: len(text) - len(bare)]
        written = [word for word in self.split(bare) if word not in QUOTES]
        words = tuple(Word(self._keys(word, exact="=" in marks), _case(word)) for word in written)
        if entry is not None and entry.person is not None and entry.person.surname:
            words = tuple(
                Word(_of_surname(fold(w), word.keys), word.case) for w, word in zip(written, words, strict=True)
            )
        return Pattern(words, rank, "!" in marks, entry, generic)

    def _keys(self, word: str, *, exact: bool) -> frozenset[str]:
        if exact:
            return frozenset({fold(word)})
        if word not in self.seen:
            self.seen[word] = _lemmas(word, self.lemmatise)
        return self.seen[word]


def _lemmas(word: str, lemmatise: Lemmatise) -> frozenset[str]:
    form = fold(word)
    keys = [fold(key) for key in lemmatise(word)]
    # A name is written in nominative: where its form is one of its own lemmas, the other lemmas are other words.
    return frozenset({form}) if form in keys[:-1] or not keys else frozenset(keys)


def _of_surname(form: str, keys: frozenset[str]) -> frozenset[str]:
    """The lemmas of a surname without those it only has as the plural of a shorter one ("Асадов" is no "Асад")."""
    return frozenset(key for key in keys if len(key) >= len(form) - 1)


def _case(word: str) -> str:
    if len(word) > 1 and word.isupper():
        return "capitals"
    return "capital" if word[0].isupper() else "any"


def _add(index: dict[str, list[Pattern]], pattern: Pattern) -> None:
    for key in pattern.words[0].keys:
        index.setdefault(key, []).append(pattern)


def _joined(language: str) -> frozenset[str]:
    name = f"curated/joined.{language}.tsv"
    return frozenset(row["word"] for row in rows(name, "word", "what")) if exists(name) else frozenset()


def _combining(language: str) -> dict[str, str]:
    """First halves of compounds: those of regular adjectives (-ский gives -ско), and the curated ones over them."""
    name = f"curated/combining.{language}.tsv"
    if not exists(name):
        return {}
    found: dict[str, str] = {}
    for entry in entries(language):
        regular = _RUSSIAN_ADJECTIVE.match(fold(entry.text)) if entry.form in ("adjective", "organisation") else None
        if regular:
            found.setdefault(regular[1] + "о", entry.codes[0])
    return found | {fold(row["form"]): row["code"] for row in rows(name, "form", "code")}
