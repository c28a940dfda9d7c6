"""The stages that a page passes, from cheap to dear, and how many reach each."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from pydantic import Field

from dragoman.model import Frozen


class Stage(StrEnum):
    """What a page has shown to be when it has reached this; in the order in which it is shown."""

    record = "record"
    """A record of an archive, a row of a table, a file."""
    page = "page"
    """A page that was served as HTML or text, and is not too large."""
    evidence = "evidence"
    """Its bytes have words of defence, of an actor and of an act near each other."""
    text = "text"
    """Its plain text has such words too, not by the way."""
    language = "language"
    """The text is in that language."""
    wanted = "wanted"
    """Its text has a sentence that the coder would parse."""
    article = "article"
    """It holds an article that has such a sentence: all of this is kept."""
    original = "original"
    """No copy of another one."""
    stated = "stated"
    """A statement was coded from it."""


class Tally(Frozen):
    """How many reached each stage, in how many bytes, and what was found."""

    reached: dict[Stage, int] = Field(default_factory=dict)
    bytes: int = 0
    """Of the bodies of pages, decompressed."""
    statements: int = 0
    faults: int = 0
    seconds: float = 0.0
    """Of the processes that did it, together."""

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(
            reached=dict(Counter(self.reached) + Counter(other.reached)),
            bytes=self.bytes + other.bytes,
            statements=self.statements + other.statements,
            faults=self.faults + other.faults,
            seconds=self.seconds + other.seconds,
        )

    def at(self, stage: Stage) -> int:
        """How many reached a stage."""
        return self.reached.get(stage, 0)
