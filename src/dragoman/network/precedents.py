"""Precedents: the same pattern through other intermediaries, things of an origin that a third state passed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np

from dragoman.model import Frozen, Layer
from dragoman.network.days import final_day, iso, year
from dragoman.network.items import Item, Passed, item, passed
from dragoman.network.network import Network
from dragoman.network.nouns import Scope, Years
from dragoman.network.rules import Shape, path_rules
from dragoman.network.scope import scope

TOLD = 50
"""Items of the same origin and intermediary that are told one by one; all are counted."""


class Through(Frozen):
    """What passed through one intermediary from an origin: how many items, of them how many that have happened, in
    which shapes, to whom, in which years they begin. `licensed`: a tie of licensed production from the origin is on
    record.
    """

    origin: str
    intermediary: str
    items: int
    happened: int
    shapes: dict[Shape, int]
    beneficiaries: tuple[str, ...]
    years: Years
    licensed: bool
    datasets: tuple[str, ...]
    evidence: tuple[str, ...]


class Precedents(Frozen):
    """The answer, by what each item has in common with the pattern that is asked about.

    `itself`: all three states. `same_beneficiary`: origin and beneficiary, through another. `same_intermediary`: origin
    and intermediary, to another, the latest of them. `through`: everybody through whom things of the origin passed, the
    most items first (without an origin the intermediary alone, if one is named). `items` counts all of the origin.
    """

    origin: str | None
    via: str | None
    beneficiary: str | None
    as_of: str
    items: int
    itself: tuple[Item, ...] = ()
    same_beneficiary: tuple[Item, ...] = ()
    same_intermediary: tuple[Item, ...] = ()
    same_intermediary_count: int = 0
    through: tuple[Through, ...] = ()
    scope: Scope


def precedents(
    network: Network,
    *,
    origin: str | None = None,
    via: str | None = None,
    beneficiary: str | None = None,
    as_of: str,
) -> Precedents:
    """What on record is like a thing of `origin` that reaches `beneficiary` through `via`; None: through any state."""
    day = final_day(as_of)
    found = passed(network, day, origin=origin)
    to_it = [one for one in found if beneficiary is not None and one.beneficiary == beneficiary]
    through_it = [one for one in found if via is not None and one.intermediary == via]
    elsewhere = [one for one in through_it if beneficiary is None or one.beneficiary != beneficiary]

    def told(some: Iterable[Passed]) -> tuple[Item, ...]:
        return tuple(item(network, one) for one in some)

    return Precedents(
        origin=origin,
        via=via,
        beneficiary=beneficiary,
        as_of=iso(day),
        items=len(found),
        itself=told(one for one in to_it if one.intermediary == via),
        same_beneficiary=told(one for one in to_it if one.intermediary != via),
        same_intermediary=told(elsewhere[-TOLD:]),
        same_intermediary_count=len(elsewhere),
        through=_through(network, found if origin or not via else through_it),
        scope=scope(network, path_rules().re_exports.layers),
    )


def _through(network: Network, items: Iterable[Passed]) -> tuple[Through, ...]:
    by_way: dict[tuple[str, str], list[Passed]] = {}
    for one in items:
        by_way.setdefault((one.origin, one.intermediary), []).append(one)
    told = [_summary(network, *way, own) for way, own in by_way.items()]
    return tuple(sorted(told, key=lambda one: (-one.items, one.origin, one.intermediary)))


def _summary(network: Network, origin: str, middle: str, items: list[Passed]) -> Through:
    rows = np.array([one.row for one in items], np.int64)
    begun = network.columns.first[rows]
    got = network.in_layers(network.between(origin, middle), (Layer.licensed_production,))
    both = dict.fromkeys(row for one in items for row in (one.row, one.got) if row is not None)
    return Through(
        origin=origin,
        intermediary=middle,
        items=len(items),
        happened=int(network.sure[rows].sum()),
        shapes=dict(Counter(one.shape for one in items)),
        beneficiaries=tuple(sorted({one.beneficiary for one in items})),
        years=Years(first=year(int(begun.min())), last=year(int(begun.max()))),
        licensed=bool(network.on_record[got].any()),
        datasets=network.datasets_of(np.array([*both], np.int64)),
        evidence=network.ids(np.array([*both], np.int64)),
    )
