"""English: spaCy with its small model, turned into Universal Dependencies with cases by function."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.languages.en import words
from dragoman.languages.en.names import cut
from dragoman.languages.en.split import split
from dragoman.languages.shape import Sentence

if TYPE_CHECKING:
    from dragoman.languages.en.tagged import Tagger


class EnglishPack:
    """The English language pack; spaCy and its model are loaded at the first sentence that is parsed."""

    language = "en"
    data = Path(__file__).parent / "data"

    @cached_property
    def tagger(self) -> Tagger:
        """Tagger and parser, loaded once."""
        from dragoman.languages.en.models import load
        from dragoman.languages.en.tagged import Tagger

        return Tagger(load())

    def split(self, text: str, only: Container[int] | None = None) -> list[Sentence]:
        """Sentences of `text`, or of some of its paragraphs, unparsed."""
        return split(text, only)

    def parse(self, sentences: Sequence[Sentence]) -> None:
        """Fill tokens and clauses of these sentences in place."""
        if sentences:
            from dragoman.languages.en.parse import parse

            parse(self.tagger, sentences)

    def cut(self, name: str) -> list[str]:
        """The words of a name, as `parse` cuts them."""
        return cut(name)

    def keys(self, word: str) -> tuple[str, ...]:
        """Every lemma `word` may have, the likely one first, the form itself last."""
        return words.keys(word)

    def forms(self, lemma: str) -> frozenset[str]:
        """Every form of `lemma`, casefolded."""
        return words.forms(lemma)
