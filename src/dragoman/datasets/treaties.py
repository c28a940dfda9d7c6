"""Alliances as datasets tell them, member by member: a tie for every two members, with what they promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dragoman.datasets.dyads import Dyad, dyads
from dragoman.datasets.reading import Reading
from dragoman.datasets.spans import Span, shared
from dragoman.model import Layer, Tie

PLEDGES = ("defence", "offence", "neutrality", "nonaggression", "consultation")
"""What a member may promise, in the order in which a pact is named after it."""
ACTIVE = frozenset(PLEDGES[:2])
"""Promises of active military support: with one of them a tie has the mode `alliance`."""
AT_LEAST = frozenset(PLEDGES) - {"nonaggression"}
"""Without one of these it is no alliance but an agreement: ATOP offers its files without the pacts in which states
promise only not to attack each other, which the Helsinki Final Act makes of every two states of Europe.
"""
NO_PLEDGE = "no pledge to each other"
APART = "two members that were never in it at one time"


@dataclass(slots=True, frozen=True)
class Member:
    """A member by its Correlates of War number, when it was one, and what it promised."""

    number: str
    span: Span
    pledges: tuple[str, ...]
    details: dict[str, str] = field(default_factory=dict)


def pact(pledges: Sequence[str]) -> str:
    """What a pact with these promises is called: `defence, nonaggression and consultation pact`."""
    named = [pledge for pledge in PLEDGES if pledge in pledges]
    if not named:
        return NO_PLEDGE
    head = ", ".join(named[:-1])
    return f"{head} and {named[-1]} pact" if head else f"{named[0]} pact"


def treaty_ties(reading: Reading, record: str, group: str, members: Sequence[Member]) -> Iterator[Tie]:
    """The ties of every two members for the time in which both were. Details are those of either member."""
    for one, other in combinations(members, 2):
        if one.number == other.number:
            continue
        both = shared(one.span, other.span)
        if both is None:
            reading.skip(APART)
            continue
        first, second = sorted((one, other), key=lambda member: int(member.number))
        key = f"{record}/{first.number}/{second.number}"
        for dyad in dyads(reading, first.number, second.number, *both):
            yield pact_tie(reading, key, group, dyad, (first.pledges, second.pledges), {**other.details, **one.details})


def pact_tie(
    reading: Reading,
    record: str,
    group: str | None,
    dyad: Dyad,
    pledges: tuple[tuple[str, ...], tuple[str, ...]],
    details: dict[str, str],
) -> Tie:
    """The tie of two states of which the first and the second promise these things, named after what either does."""
    either = [pledge for pledge in PLEDGES if pledge in pledges[0] or pledge in pledges[1]]
    apart: dict[str, str] = {}
    if set(pledges[0]) != set(pledges[1]):
        source, target = pledges if dyad.one < dyad.other else pledges[::-1]
        apart = {"pledges_source": _listed(source), "pledges_target": _listed(target)}
    allied = not AT_LEAST.isdisjoint(either)
    return reading.tie(
        record=record,
        layer=Layer.alliance if allied else Layer.agreement,
        type="partnership" if allied else "agreement",
        mode=("alliance" if ACTIVE.intersection(either) else None) if allied else "signed",
        source=dyad.one,
        target=dyad.other,
        directed=False,
        start=dyad.start,
        end=dyad.end,
        subject=pact(either),
        group=group,
        details={"pledges": _listed(either), **apart, **details},
    )


def _listed(pledges: Sequence[str]) -> str:
    return ", ".join(pledge for pledge in PLEDGES if pledge in pledges) or "none"
