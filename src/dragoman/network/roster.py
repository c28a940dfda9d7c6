"""Everybody who has a tie, with how much is on record of each: what a list to choose from needs."""

from __future__ import annotations

import numpy as np

from dragoman.model import Frozen, Layer
from dragoman.network.arrays import Ints
from dragoman.network.columns import LAYERS
from dragoman.network.days import NEVER, year
from dragoman.network.network import Network
from dragoman.network.nouns import Years


class Listed(Frozen):
    """An actor with the number of those whom it has ties with, the layers of these, the number of rows that tell of
    them, and the years in which they begin. Rows of several datasets may tell of one thing.
    """

    actor: str
    state: bool
    partners: int
    layers: tuple[Layer, ...]
    records: int
    years: Years | None


def roster(network: Network) -> tuple[Listed, ...]:
    """Every actor of the network, those with most partners first."""
    columns = network.columns
    count = len(columns.actors)
    source, target = columns.source.astype(np.int64), columns.target.astype(np.int64)
    ends = np.concatenate([source, target[source != target]])
    rows = np.concatenate([np.arange(len(source)), np.flatnonzero(source != target)])
    pairs = np.unique(np.concatenate([source * count + target, target * count + source]))
    partners = np.bincount(pairs[pairs // count != pairs % count] // count, minlength=count)
    layers = np.zeros((count, len(LAYERS)), np.bool_)
    layers[ends, columns.layer[rows]] = True
    records = np.bincount(ends, minlength=count)
    first, last = _span(columns.first[rows], ends, count)
    found = [
        Listed(
            actor=actor,
            state=bool(network.states[place]),
            partners=int(partners[place]),
            layers=tuple(LAYERS[layer] for layer in np.flatnonzero(layers[place])),
            records=int(records[place]),
            years=Years(first=year(int(first[place])), last=year(int(last[place]))) if last[place] else None,
        )
        for place, actor in enumerate(columns.actors)
    ]
    return tuple(sorted(found, key=lambda one: (-one.partners, -one.records, one.actor)))


def _span(days: Ints, ends: Ints, count: int) -> tuple[Ints, Ints]:
    """The first and the last day on which a tie of each actor begins; 0 where none has a date."""
    dated = days != NEVER
    first, last = np.full(count, NEVER), np.zeros(count, np.int64)
    np.minimum.at(first, ends[dated], days[dated])
    np.maximum.at(last, ends[dated], days[dated])
    return first, last
