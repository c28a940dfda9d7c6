"""What every language pack offers to the rooms below it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from pathlib import Path
from typing import Protocol

from dragoman.languages.shape import Sentence


class LanguagePack(Protocol):
    """A language, ready to be read: its tools are loaded when the pack is made."""

    language: str
    """ISO 639-1."""
    data: Path
    """Folder with what a speaker of the language could correct: frames, cues, word classes."""

    def __hash__(self) -> int:
        """Packs are kept as keys of what is built from their data, once each."""
        ...

    def split(self, text: str, only: Container[int] | None = None) -> list[Sentence]:
        """Sentences of `text` with their spans, not yet parsed (no tokens): the cheap step.

        `only` names the paragraphs that are wanted, by their numbers in `paragraphs(text)`; all where it is None.
        """
        ...

    def parse(self, sentences: Sequence[Sentence]) -> None:
        """Fill tokens and clauses of these sentences in place: the dear step."""
        ...

    def cut(self, name: str) -> list[str]:
        """The words of a name that stands in data, cut as `parse` cuts them in a sentence."""
        ...

    def keys(self, word: str) -> tuple[str, ...]:
        """Every lemma `word` may have, casefolded, the likely one first, the form itself last."""
        ...

    def forms(self, lemma: str) -> frozenset[str]:
        """Every form of `lemma`, casefolded: what a prefilter looks for."""
        ...
