"""What stands alongside a tie: with whom else its two ends had the same in those years, and how much each had of it.

Whoever reads that a state delivered weapons of some volume to another one asks next who else delivered to it then, and
to whom else it delivered. Counted is the dataset of the tie alone, since several tell of the same.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from dragoman.events.ties import CODED
from dragoman.model import Frozen, Tie
from dragoman.network.arrays import Floats, Ints, distinct
from dragoman.network.days import years_of
from dragoman.network.dossier import systematic
from dragoman.network.measure import covers
from dragoman.network.network import Network
from dragoman.network.nouns import Years
from dragoman.network.suppliers import SIZE


class End(StrEnum):
    """Where an actor stands in the ties that are counted; at either end where they have no direction."""

    source = "source"
    target = "target"
    either = "either"


class Ranked(Frozen):
    """One with whom the actor has such ties, and its place among them all: by weight, then by number.

    `ties` counts what is one thing once; `weight` is None where the ties have no unit; `share` is of the weight where
    there is one, else of the ties, and None where the dataset does not aim at every case.
    """

    rank: int
    actor: str
    ties: int
    weight: float | None
    share: float | None


class Alongside(Frozen):
    """What an actor had of one layer that began in some years, by one dataset. `ties` and `weight` are of them all, the
    weight in `unit`.
    """

    actor: str
    end: End
    years: Years
    partners: tuple[Ranked, ...]
    ties: int
    weight: float | None
    unit: str | None


def alongside(network: Network, tie: Tie) -> tuple[Alongside, ...]:
    """What both ends of a tie had with others in the five years up to the one in which it begins.

    First what its target got, then what its source gave. Nothing of a tie without a date, nor of an end that the
    dataset, an excerpt, is not cut to: it has but a part of what that one has.
    """
    if not tie.start:
        return ()
    last = int(tie.start[:4])
    years = Years(first=last - SIZE + 1, last=last)
    ends = ((End.target, tie.target), (End.source, tie.source))
    both = ((End.either, tie.source), (End.either, tie.target))
    told = ((end, actor) for end, actor in (ends if tie.directed else both) if covers(network, tie.dataset, actor))
    found = (_alongside(network, tie, end, actor, years) for end, actor in told)
    return tuple(one for one in found if one.partners)


def _alongside(network: Network, tie: Tie, end: End, actor: str, years: Years) -> Alongside:
    columns = network.columns
    rows = _rows(network, tie, end, actor, years)
    others, everybody = network.other_end(rows, actor), len(columns.actors)
    counts = np.bincount(_once(others, columns.thing[rows]), minlength=everybody)
    sums = np.bincount(others, weights=_weights(network, tie, rows), minlength=everybody)
    number, weight = int(counts.sum()), float(sums.sum())
    places = np.flatnonzero(counts)
    every = systematic(tie.dataset, tie.layer)
    order = places[np.lexsort((places, -counts[places], -sums[places]))].tolist()
    partners = (
        Ranked(
            rank=rank,
            actor=columns.actors[place],
            ties=int(counts[place]),
            weight=float(sums[place]) if weight else None,
            share=_share(sums[place], weight, counts[place], number) if every else None,
        )
        for rank, place in enumerate(order, 1)
    )
    return Alongside(
        actor=actor,
        end=end,
        years=years,
        partners=tuple(partners),
        ties=number,
        weight=weight or None,
        unit=tie.unit if weight else None,
    )


def _share(part: float, weight: float, count: int, number: int) -> float:
    return float(part / weight if weight else count / number)


def _once(others: Ints, things: Ints) -> Ints:
    """Those at the other end, each once for each thing that they share in."""
    size = int(things.max(initial=0)) + 1
    found: Ints = distinct(others.astype(np.int64) * size + things) // size
    return found


def _weights(network: Network, tie: Tie, rows: Ints) -> Floats:
    """The weights in the unit of the tie; 0 for rows without one. Amounts that were read are of different things."""
    columns = network.columns
    if tie.unit is None or tie.dataset == CODED:
        return np.zeros(len(rows))
    fit = (columns.unit.codes[rows] == columns.unit.code(tie.unit)) & ~np.isnan(columns.weight[rows])
    return np.where(fit, columns.weight[rows], 0.0)


def _rows(network: Network, tie: Tie, end: End, actor: str, years: Years) -> Ints:
    """The rows of the tie's own kind in which the actor stands at this end."""
    columns = network.columns
    rows = network.in_layers(network.received(actor) if end is End.target else network.out(actor), (tie.layer,))
    of_it = columns.dataset.codes[rows] == columns.dataset.code(tie.dataset)
    rows = rows[of_it & network.sure[rows] & (columns.directed[rows] == tie.directed)]
    begun = years_of(columns.first[rows])
    found: Ints = rows[(begun >= years.first) & (begun <= years.last)]
    return found
