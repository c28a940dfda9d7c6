"""Word classes of a language pack: what is a weapon, what defers, what denies. Data, indexed for look-up by lemma."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.coding.function_words import function_words
from dragoman.languages import LanguagePack, Token
from dragoman.schema.located import read_located

Phrase = tuple[frozenset[str], ...]
"""The words of a fixed phrase, each as the lemmas it may have."""


def phrase(pack: LanguagePack, entry: str) -> Phrase:
    """A phrase as data writes it (`word_word`), each word by its lemmas."""
    return tuple(frozenset(pack.keys(plain(pack, word))) for word in entry.split("_"))


PEOPLE = frozenset({"soldiers", "trainees", "men", "force_in", "strike_object"})
"""Classes of men, of which an adjective before its noun is none: "the military" are soldiers, "military aid" is not."""


@dataclass(frozen=True, slots=True)
class Classes:
    """Words by class; `phrases` are the entries of several words, by their first lemma."""

    words: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[Phrase, str], ...]]

    def of(self, token: Token) -> frozenset[str]:
        """The classes of a word by its likely lemma, else by its form; of an adjective by both ("bigger", "closer")."""
        by_lemma, by_form = self.words.get(token.lemma, frozenset()), self.words.get(token.keys[-1], frozenset())
        return by_lemma | by_form if token.pos == "ADJ" else by_lemma or by_form

    def spans(self, tokens: Sequence[Token]) -> dict[int, set[str]]:
        """Token index to its classes, phrases included (counted at their first word)."""
        found: dict[int, set[str]] = {}
        for token in tokens:
            classes = set(self.of(token))
            if "military_adj" in classes and token.pos == "ADJ" and token.relation == "amod":
                classes -= PEOPLE
            for key in token.keys:
                for words, name in self.phrases.get(key, ()):
                    if matches(tokens, token.index, words):
                        classes.add(name)
            if classes:
                found[token.index] = classes
        return found


def matches(tokens: Sequence[Token], start: int, words: Phrase) -> bool:
    """Whether the words of a phrase stand at `start`, each as written or in any form of that lemma."""
    if start + len(words) > len(tokens):
        return False
    for place, word in enumerate(words, start):  # noqa: SIM110  (asked a thousand times an article)
        if word.isdisjoint(tokens[place].keys):
            return False
    return True


@cache
def classes(pack: LanguagePack) -> Classes:
    """The classes of a pack from `classes/*.yaml`: `name: "word word two_words"`, comments after `#`."""
    words: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[Phrase, str]]] = {}
    for name, entries in raw_classes(pack).items():
        for entry in entries:
            if "_" not in entry:
                for word in (plain(pack, entry), *lemma_of_form(pack, entry)):
                    words.setdefault(word, set()).add(name)
                continue
            # "Air-defence systems" and "air defence systems" are the same.
            words.setdefault(plain(pack, entry.replace("_", "-")), set()).add(name)
            parts = phrase(pack, entry)
            for key in parts[0]:
                phrases.setdefault(key, []).append((parts, name))
    return Classes(
        {word: frozenset(names) for word, names in words.items()},
        {first: tuple(found) for first, found in phrases.items()},
    )


def lemma_of_form(pack: LanguagePack, entry: str) -> tuple[str, ...]:
    """The lemma of an entry that is written in a form of its own ("должен"), nothing where it is a lemma already."""
    found = pack.keys(plain(pack, entry))
    return found[:1] if plain(pack, entry) not in found[:-1] else ()


@cache
def raw_classes(pack: LanguagePack) -> dict[str, tuple[str, ...]]:
    """Every class of a pack with its entries as written."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted((pack.data / "classes").glob("*.yaml")):
        for name, entries in entry_lists(path):
            found[name] = (*found.get(name, ()), *entries)
    return found


def entry_lists(path: Path) -> Iterable[tuple[str, list[str]]]:
    """The classes of one file, each with its entries."""
    located = read_located(path)
    if not isinstance(located.content, dict):
        raise located.error("the file holds no classes")
    for name, value in located.content.items():
        if not isinstance(value, str):
            raise located.error(f"class {name!r} is not a string of words", (name,))
        yield name, value.split()


def plain(pack: LanguagePack, word: str) -> str:
    """A word as the pack's `Token.keys` spell it."""
    return function_words(pack).plain(word)
