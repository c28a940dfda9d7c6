"""Russian: razdel, slovnet, navec and pymorphy3 on the model files of the natasha package."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property
from pathlib import Path

from dragoman.languages.ru import morphology
from dragoman.languages.ru.models import Models, load
from dragoman.languages.ru.parse import cut, parse
from dragoman.languages.ru.split import split
from dragoman.languages.shape import Sentence


class RussianPack:
    """The Russian language pack; the neural models are loaded at the first sentence that is parsed."""

    language = "ru"
    data = Path(__file__).parent / "data"

    @cached_property
    def models(self) -> Models:
        """Tagger and parser, loaded once."""
        return load()

    def split(self, text: str, only: Container[int] | None = None) -> list[Sentence]:
        """Sentences of `text`, or of some of its paragraphs, unparsed."""
        return split(text, only)

    def parse(self, sentences: Sequence[Sentence]) -> None:
        """Fill tokens and clauses of these sentences in place."""
        parse(self.models, sentences)

    def cut(self, name: str) -> list[str]:
        """The words of a name, as `parse` cuts them."""
        return cut(name)

    def keys(self, word: str) -> tuple[str, ...]:
        """Every lemma `word` may have, the likely one first, the form itself last."""
        return morphology.keys(word)

    def forms(self, lemma: str) -> frozenset[str]:
        """Every form of `lemma`, casefolded."""
        return morphology.forms(lemma)
