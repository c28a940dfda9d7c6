"""A draft before it is decided whether it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.coding.draft import Draft
from dragoman.coding.learned.candidates import Scene


@dataclass(frozen=True, slots=True)
class Attempt:
    """A draft of an event with what the rules hold against it."""

    draft: Draft
    doubt: str = ""
    """Which actors it lacks, in words; empty where the rules let it stand."""


class Reviser(Protocol):
    """What the rules coder asks once a sentence, when its frames have done what they can."""

    def revise(self, attempts: Sequence[Attempt], scene: Scene) -> list[Attempt]:
        """The attempts that stand, their roles mended in place; those with fewest doubts come first in `attempts`."""
        ...
