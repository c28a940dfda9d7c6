"""A statement while it is being coded: token indices instead of spans, open to be merged, inherited and judged."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.coding.attribution import Saying
from dragoman.coding.frames import Frame
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.slots import Filled
from dragoman.model import Status

GIVERS = ("supplier", "donor", "trainer", "licensor", "provider", "source", "user", "visitor")
ASIDE = ("origin", "place")
"""Roles of whom something is from and where it is: no main actors."""
TAKERS = ("recipient", "trainee", "licensee", "receiver", "target", "host")


@dataclass(frozen=True, slots=True)
class Link:
    """Actors that the learned part put into a role, with the features that weighed most."""

    role: str
    codes: tuple[str, ...]
    probability: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(slots=True)
class Draft:
    """One statement in the making."""

    reading: Reading
    frame: Frame
    trigger: int
    filled: Filled
    status: Status
    cues: list[int] = field(default_factory=list)
    negations: list[int] = field(default_factory=list)
    sayings: list[tuple[Reading, Saying]] = field(default_factory=list)
    extra: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Role to codes that come from the context (an earlier statement), without words of their own here."""
    links: list[Link] = field(default_factory=list)
    likelihood: float = 1.0
    """How likely it is to what read it, where that was no frame: its confidence is no greater."""

    @property
    def roles(self) -> set[tuple[str, str]]:
        """(role, actor) pairs, each once."""
        own = {(role, code) for role, arguments in self.filled.items() for a in arguments for code in a.codes}
        return own | {(role, code) for role, codes in self.extra.items() for code in codes}

    @property
    def actors(self) -> frozenset[str]:
        """All actors of the statement."""
        return frozenset(code for _, code in self.roles)

    @property
    def main_actors(self) -> frozenset[str]:
        """The actors that are no mere origin or place."""
        own = [
            code for role, arguments in self.filled.items() if role not in ASIDE for a in arguments for code in a.codes
        ]
        return frozenset(own + [code for role, codes in self.extra.items() if role not in ASIDE for code in codes])

    def codes(self, *names: str) -> tuple[str, ...]:
        """The actors in these roles, in order."""
        found = [code for name in names for a in self.filled.get(name, ()) for code in a.codes]
        found += [code for name in names for code in self.extra.get(name, ())]
        return tuple(dict.fromkeys(found))

    def arguments(self) -> list[Argument]:
        """All arguments of the statement."""
        return [a for arguments in self.filled.values() for a in arguments]
