"""How alike two states voted: the share of equal votes, and how far that is above what chance would make equal.

The share is the plain index of agreement: of the roll calls in which both took part (yes, no or abstention), those in
which both did the same. (Lijphart 1963, The Analysis of Bloc Voting in the General Assembly, American Political Science
Review 57(4), counts half an agreement where one of them abstains; abstaining is a position here, so it is none.)

Most resolutions pass with most states in favour, so that nearly any two of them agree on most. Chance agreement is what
Scott's pi takes off: pi = (share - expected) / (1 - expected), where expected is the sum over the three votes of the
square of how often the two, taken together, cast it (Scott 1955, Reliability of Content Analysis, Public Opinion
Quarterly 19(3); recommended for states by Häge 2011, Choice or Circumstance, Political Analysis 19(3)). Pi is 1 for two
that always vote alike, 0 for two that agree as often as chance has it, and below 0 for two that part more often.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

VOTES = ("yes", "abstain", "no")
Vote = tuple[str, str, str]
"""A roll call, a state, and what it cast."""


@dataclass(slots=True, frozen=True)
class Pair:
    """Two states in alphabetical order: roll calls in which both took part, those with equal votes, and pi."""

    one: str
    other: str
    common: int
    equal: int
    pi: float

    @property
    def share(self) -> float:
        """Of the common roll calls, those with equal votes: 0 to 1."""
        return self.equal / self.common


@dataclass(slots=True, frozen=True)
class Agreement:
    """How alike the states voted in some roll calls: for each two of them three figures, in matrices of states."""

    states: tuple[str, ...]
    at: dict[str, int]
    common: Any
    equal: Any
    pi: Any

    def pair(self, one: str, other: str) -> Pair | None:
        """Two states in alphabetical order, None where they had no roll call in common."""
        if one not in self.at or other not in self.at:
            return None
        cell = (self.at[one], self.at[other])
        common = int(self.common[cell])
        return Pair(one, other, common, int(self.equal[cell]), float(self.pi[cell])) if common else None

    def pairs(self, *, least: int, above: float) -> Iterator[Pair]:
        """Those with at least `least` common roll calls (one at the least) and a pi of at least `above`, in order."""
        import numpy as np

        found = np.triu((self.common >= max(least, 1)) & (self.pi >= above), k=1)
        for one, other in np.argwhere(found).tolist():
            pair = self.pair(self.states[one], self.states[other])
            if pair is not None:
                yield pair


def agreement(votes: Sequence[Vote]) -> Agreement:
    """Of all states that cast one of these votes. Raises ValueError where one cast two in a roll call.

    Of two that always cast one and the same vote pi is not defined, as nothing tells their agreement from chance: it is
    taken as 0.
    """
    import numpy as np

    states = tuple(sorted({state for _, state, _ in votes}))
    at = {state: number for number, state in enumerate(states)}
    column = {call: number for number, call in enumerate(dict.fromkeys(call for call, _, _ in votes))}
    kind = {vote: number for number, vote in enumerate(VOTES)}
    cast = np.zeros((len(VOTES), len(states), len(column)), dtype=np.float32)
    if votes:
        cells = zip(*((kind[vote], at[state], column[call]) for call, state, vote in votes), strict=True)
        cast[tuple(map(list, cells))] = 1
    took_part = cast.sum(axis=0)
    for state, call in np.argwhere(took_part > 1).tolist():
        raise ValueError(f"{states[state]} voted twice in the roll call {list(column)[call]}")
    common = took_part @ took_part.T
    equal = sum(of_kind @ of_kind.T for of_kind in cast)
    with np.errstate(divide="ignore", invalid="ignore"):
        together = [of_kind @ took_part.T for of_kind in cast]
        expected = sum(((of_kind + of_kind.T) / (2 * common)) ** 2 for of_kind in together)
        pi = np.nan_to_num((equal / common - expected) / (1 - expected), nan=0.0, posinf=0.0, neginf=0.0)
    return Agreement(states, at, common, equal, pi)
