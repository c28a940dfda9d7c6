"""Which outlets hedge what they argue and which assert it, and what the record says to it: counts, and shares of them.

A share of few claims says little: each has the interval of Wilson (1927) for 95 % beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import sqrt

from dragoman.ledger.claims import ASSERTED, HEDGED, Tally
from dragoman.model import Frozen, Status, Verdict

Z = 1.959964
"""Of the normal distribution, for 95 %."""


class SharedOut(Frozen):
    """A share, 0 to 1, with the interval that it lies in with 95 %."""

    share: float
    low: float
    high: float


class OutletClaims(Frozen):
    """The claims of an outlet (None: of documents without one), by how they are put and by verdict.

    `hedged` and `asserted` count what is possible and what is so; the other statuses (aims, calls, denials) are
    neither. `quoted` counts claims that are only those of speakers. `hedged_share` is of hedged and asserted together,
    None where there are none.
    """

    outlet: str | None
    claims: int
    quoted: int
    hedged: int
    asserted: int
    hedged_share: SharedOut | None
    statuses: dict[Status, int]
    verdicts: dict[Verdict, int]


def outlets(tallies: Iterable[Tally]) -> list[OutletClaims]:
    """The claims of each outlet, those with the most first."""
    by_outlet: dict[str | None, list[Tally]] = {}
    for one in tallies:
        by_outlet.setdefault(one.outlet, []).append(one)
    found = [_of(outlet, some) for outlet, some in by_outlet.items()]
    return sorted(found, key=lambda one: (-one.claims, one.outlet or ""))


def every(tallies: Iterable[Tally]) -> OutletClaims:
    """The claims of all outlets together."""
    return _of(None, list(tallies))


def wilson(part: int, whole: int) -> SharedOut:
    """The share `part` of `whole` (more than 0) with Wilson's interval."""
    share = part / whole
    middle = (share + Z**2 / (2 * whole)) / (1 + Z**2 / whole)
    half = Z / (1 + Z**2 / whole) * sqrt(share * (1 - share) / whole + Z**2 / (4 * whole**2))
    return SharedOut(share=share, low=max(0.0, middle - half), high=min(1.0, middle + half))


def _of(outlet: str | None, tallies: list[Tally]) -> OutletClaims:
    statuses, verdicts = Counter[Status](), Counter[Verdict]()
    for one in tallies:
        statuses[one.status] += one.claims
        verdicts[Verdict(one.verdict)] += one.claims
    hedged, asserted = (sum(statuses[status] for status in group) for group in (HEDGED, ASSERTED))
    return OutletClaims(
        outlet=outlet,
        claims=sum(one.claims for one in tallies),
        quoted=sum(one.claims for one in tallies if one.quoted),
        hedged=hedged,
        asserted=asserted,
        hedged_share=wilson(hedged, hedged + asserted) if hedged + asserted else None,
        statuses={status: statuses[status] for status in Status if statuses[status]},
        verdicts={verdict: verdicts[verdict] for verdict in Verdict if verdicts[verdict]},
    )
