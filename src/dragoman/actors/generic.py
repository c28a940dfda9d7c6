"""The carriers: words that name an office, institution, force or person and need a state to mean an actor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Literal

from dragoman.actors.tables import entries
from dragoman.model import Frozen

CarrierKind = Literal["office", "institution", "force", "state", "person", "company", "none"]


class Generic(Frozen):
    """Words that mean the same carrier; `normal` is its English name. A name is a word, or a head with what it is of.

    `none` are phrases that only look like carriers ("со стороны"): they take their words and give nothing.
    """

    normal: str
    kind: CarrierKind
    words: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    """Word forms that share a lemma with the first word and are something else ("после", посол)."""
    substantive: bool = False
    """An adjective that is the carrier only where it stands for a noun ("военные заявили", not "военные учения")."""
    usual: str = ""
    """The state that is meant where the text has named nobody in office ("Congress")."""
    example: str = ""

    def names(self) -> Iterator[str]:
        """Every name of the carrier, as written in nominative."""
        yield from self.words
        for head, of in product(self.heads, self.of):
            yield f"{head} {of}"


@cache
def generics(language: str) -> tuple[Generic, ...]:
    """The carriers of a language."""
    return tuple(entries("generic.yaml", Generic, section=language))
