"""Indirect access: the ways by which something of one state can reach another through a third, in the order of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

import numpy as np

from dragoman.model import Frozen, Status, What
from dragoman.network.days import final_day, iso, year
from dragoman.network.items import Item, item, passed
from dragoman.network.legs import Leg, Need, Order, Outcome, Question, in_order, leg, rested
from dragoman.network.network import Network
from dragoman.network.nouns import Rested, Scope, Years
from dragoman.network.rules import LegKind, path_rules
from dragoman.network.scope import scope
from dragoman.network.search import names, search

LIMIT = 10
"""Paths that an answer tells in full."""
LONGEST = 3
"""Legs of the longest path: in a record of a few hundred states nearly every two are tied through three others, so that
a longer way tells nothing.
"""

DONE = (Status.happened, Status.ongoing)
Items = Mapping[str, Sequence[Item]]


class Standing(StrEnum):
    """How far a path is on record, best first.

    `realised`: a thing of the origin has reached the beneficiary through the intermediary; `ordered`: it is on order;
    `complete`: every essential need is met; `partial`: every leg has a tie, an essential need is not met; `broken`: a
    leg has no tie, or the legs cannot follow each other in time.
    """

    realised = "realised"
    ordered = "ordered"
    complete = "complete"
    partial = "partial"
    broken = "broken"


class Path(Frozen):
    """One way from the origin through `via` to the beneficiary. `missing` are the needs of its legs that the record
    does not show, or speaks against; `rank` counts from 1.
    """

    rank: int
    via: tuple[str, ...]
    standing: Standing
    order: Order
    legs: tuple[Leg, ...]
    items: tuple[Item, ...] = ()
    missing: tuple[Need, ...] = ()


class Direct(Frozen):
    """What went from the origin to the beneficiary without an intermediary on record: its ties by layer."""

    rests_on: tuple[Rested, ...] = ()
    years: Years | None = None
    evidence: tuple[str, ...] = ()


class Paths(Frozen):
    """The answer. `found` counts all ways that have a tie on every leg, of which the best are told; `as_of` is the day
    whose record was asked.
    """

    beneficiary: str
    origin: str
    what: What
    as_of: str
    via: tuple[str, ...] = ()
    found: int
    paths: tuple[Path, ...]
    direct: Direct
    scope: Scope


def paths(
    network: Network,
    beneficiary: str,
    origin: str,
    *,
    what: What = What.technology,
    as_of: str,
    legs: int = 2,
    via: Sequence[str] = (),
    limit: int = LIMIT,
) -> Paths:
    """The ways from `origin` to `beneficiary` in at most so many legs (2 or 3), best first.

    With `via` only the way through these intermediaries, whether or not the record shows its legs.
    """
    question = Question(network, what, origin, beneficiary, final_day(as_of))
    items = _items(question)
    ways, found = ([tuple(via)], 0) if via else _ranked(question, items, legs, limit)
    told = [_path(question, rank, way, items) for rank, way in enumerate(ways, 1)]
    return Paths(
        beneficiary=beneficiary,
        origin=origin,
        what=what,
        as_of=iso(question.on),
        via=tuple(via),
        found=found if not via else sum(path.standing is not Standing.broken for path in told),
        paths=tuple(told),
        direct=_direct(question, items),
        scope=scope(network, path_rules().layers(what)),
    )


def _items(question: Question) -> dict[str, tuple[Item, ...]]:
    """What passed between the two ends, by intermediary."""
    network = question.network
    if question.what is What.intelligence:
        return {}
    found: dict[str, tuple[Item, ...]] = {}
    for one in passed(network, question.on, origin=question.origin, beneficiary=question.beneficiary):
        found[one.intermediary] = (*found.get(one.intermediary, ()), item(network, one))
    return found


def _ranked(question: Question, items: Items, legs: int, limit: int) -> tuple[list[tuple[str, ...]], int]:
    """The best ways, and how many there are in all. A thing that passed makes a way even without other ties.

    By standing, then fewer needs that are not met, then fewer legs, then the latest last leg, then the codes of states.
    """
    keyed: dict[tuple[str, ...], tuple[int, int, int]] = {}
    count = 0
    for between in range(1, legs):
        found = search(question, between)
        count += len(found.middles)
        order = np.lexsort((*found.middles.T[::-1], -found.latest, found.unmet))[: limit + len(items)]
        for way, place in zip(names(question.network, found.middles[order]), order, strict=True):
            keyed[way] = (int(found.unmet[place]), between, -int(found.latest[place]))
    bare = [middle for middle in items if not _on_every_leg(question, middle)]
    keyed |= {(middle,): (0, 1, 0) for middle in items if (middle,) not in keyed}
    ordered = sorted(keyed, key=lambda way: (_standing_of(items, way), *keyed[way], way))
    return ordered[:limit], count + len(bare)


def _on_every_leg(question: Question, middle: str) -> bool:
    legs, order = in_order(question, (question.origin, middle, question.beneficiary))
    return order is not Order.backwards and all(len(rows) for rows in legs)


def _standing_of(items: Items, way: tuple[str, ...]) -> int:
    """0 where a thing has passed this way, 1 where it is on order, 2 where none is on record."""
    own = items.get(way[0], ()) if len(way) == 1 else ()
    return 2 if not own else int(not any(one.status in DONE for one in own))


def _path(question: Question, rank: int, via: tuple[str, ...], items: Items) -> Path:
    nodes = (question.origin, *via, question.beneficiary)
    rows, order = in_order(question, nodes)
    kinds = [LegKind.obtain] * len(via) + [LegKind.pass_on]
    legs = tuple(
        leg(question, source, target, kind, own)
        for source, target, kind, own in zip(nodes, nodes[1:], kinds, rows, strict=False)
    )
    passed_on = items.get(via[0], ()) if len(via) == 1 else ()
    return Path(
        rank=rank,
        via=via,
        standing=_standing(legs, order, passed_on),
        order=order,
        legs=legs,
        items=passed_on,
        missing=tuple(need for one in legs for need in _missing(one.needs)),
    )


def _standing(legs: Sequence[Leg], order: Order, items: Sequence[Item]) -> Standing:
    if items:
        return Standing.realised if any(one.status in DONE for one in items) else Standing.ordered
    if order is Order.backwards or not all(one.evidence for one in legs):
        return Standing.broken
    essential = [need for one in legs for need in _missing(one.needs) if need.essential]
    return Standing.partial if essential else Standing.complete


def _missing(needs: Sequence[Need]) -> list[Need]:
    """The needs that are not met; of those with the same choice none where one of them is."""
    met = {need.choice for need in needs if need.choice and need.outcome is Outcome.met}
    return [need for need in needs if need.outcome is not Outcome.met and need.choice not in met]


def _direct(question: Question, items: Items) -> Direct:
    """The ties from the origin to the beneficiary that tell of nothing which passed through an intermediary."""
    network = question.network
    through = {name for own in items.values() for one in own for name in (one.tie.id, *one.also)}
    rows = question.rows(question.origin, question.beneficiary, LegKind.obtain)
    rows = rows[[name not in through for name in network.ids(rows)]] if len(rows) else rows
    if not len(rows):
        return Direct()
    first = network.columns.first[rows]
    years = Years(first=year(int(first.min())), last=year(int(first.max())))
    return Direct(rests_on=rested(network, rows), years=years, evidence=network.ids(rows))
