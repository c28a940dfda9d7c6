"""Russian tokens for the tests of this room: words with the lemmas that pymorphy3 knows for them."""

from __future__ import annotations

from functools import cache

import pymorphy3
import pytest
from razdel import tokenize

from dragoman.actors import Gazetteer, Mention, find_carriers, find_mentions
from dragoman.languages.shape import Token

MORPH = pymorphy3.MorphAnalyzer()


@cache
def lemmas(word: str) -> tuple[str, ...]:
    """Every lemma of a Russian word, the form itself last."""
    try:
        found = [parse.normal_form.replace("ё", "е") for parse in MORPH.parse(word)]
    except ValueError:  # pymorphy3 asks for the Unicode name of every letter, and some have none
        found = []
    return tuple(dict.fromkeys([*found, word.casefold().replace("ё", "е")]))


def cut(name: str) -> list[str]:
    """The words of a name, cut as those of a sentence."""
    return [word.text for word in tokenize(name)]


class Reader:
    """Reads a sentence with the Russian gazetteer."""

    def load(self) -> Gazetteer:
        return Gazetteer.load("ru", lemmas, cut)

    def tokens(self, text: str) -> list[Token]:
        words = enumerate(tokenize(text))
        return [Token(word.text, word.start, word.stop, index, keys=lemmas(word.text)) for index, word in words]

    def mentions(self, text: str) -> list[Mention]:
        return find_mentions(self.tokens(text), self.load())

    def found(self, text: str) -> list[tuple[str, ...]]:
        """The codes of every mention."""
        return [mention.codes for mention in self.mentions(text)]

    def carriers(self, text: str) -> list[tuple[str, str]]:
        return [(carrier.normal, carrier.kind) for carrier in find_carriers(self.tokens(text), self.load())]


@pytest.fixture(scope="session")
def ru() -> Reader:
    return Reader()
