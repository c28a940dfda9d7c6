"""The whole network in outline: which states are tied, in which layer, in which years; small enough to be sent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.network.arrays import Flags, Floats, Ints
from dragoman.network.columns import LAYERS
from dragoman.network.days import NEVER, years_of
from dragoman.network.layout import layout
from dragoman.network.network import Network

OPEN = 9999
"""The last year of what is not known to have ended."""
YEARS = 10_000


@dataclass(slots=True, frozen=True)
class Outline:
    """States as places in `actors`, with their coordinates in the plane (-1 to 1); pairs of them, and for each pair the
    spans of years in which ties of a layer stand.

    `pairs` are two places in `actors` a row, those with ties in most layers first. A row of `spans` is: place in
    `pairs`, place in LAYERS, first year, last year (OPEN), ties that began. They are in the order of the pairs, then of
    layers and years.
    """

    actors: tuple[str, ...]
    places: Floats
    pairs: Ints
    spans: Ints

    @property
    def years(self) -> tuple[int, int]:
        """The first year in which anything stands, the last in which anything begins or ends; (0, 0) for nothing."""
        if not len(self.spans):
            return 0, 0
        first, last = self.spans[:, 2], self.spans[:, 3]
        return int(first.min()), int(np.where(last == OPEN, first, last).max())

    def standing(self, year: int, layers: Flags) -> Ints:
        """The rows of `spans` that stand in a year, of the layers (by place in LAYERS) that are flagged."""
        _, layer, first, last = self.spans[:, :4].T
        found: Ints = np.flatnonzero(layers[layer] & (first <= year) & (last >= year))
        return found


def outline(network: Network) -> Outline:
    """The ties between states that have happened or go on, as long as each counts by its layer."""
    columns = network.columns
    rows = np.flatnonzero(network.sure & network.among_states)
    source, target = columns.source[rows].astype(np.int64), columns.target[rows].astype(np.int64)
    count = len(columns.actors)
    pair = np.minimum(source, target) * count + np.maximum(source, target)
    first = years_of(columns.first[rows]).astype(np.int64)
    until = network.counts_until[rows]
    last = np.full(len(rows), OPEN, np.int64)
    last[until != NEVER] = years_of(until[until != NEVER])
    keys, spans = _merged(pair * len(LAYERS) + columns.layer[rows], first, np.maximum(last, first))
    return _numbered(columns.actors, keys // len(LAYERS), keys % len(LAYERS), spans)


def _merged(key: Ints, first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Spans of the same key that touch as one: keys, and rows of first year, last year, how many they were."""
    order = np.lexsort((first, key))
    key, first, last = key[order], first[order], last[order]
    if not len(key):
        return key, np.zeros((0, 3), np.int64)
    ranks = np.cumsum(np.concatenate([[0], np.diff(key) != 0])) * 2 * YEARS
    reached = np.maximum.accumulate(ranks + last)
    begins = np.concatenate([[True], ranks[1:] + first[1:] > reached[:-1] + 1])
    starts = np.flatnonzero(begins)
    counts = np.diff(np.concatenate([starts, [len(key)]]))
    ends = reached[np.concatenate([starts[1:], [len(key)]]) - 1] - ranks[starts]
    return key[starts], np.stack([first[starts], ends, counts], axis=1)


def _numbered(actors: tuple[str, ...], pair: Ints, layer: Ints, spans: Ints) -> Outline:
    """The pairs with ties in most layers, then with most ties, first; only states that have one."""
    count = len(actors)
    pairs, which = np.unique(pair, return_inverse=True)
    kinds = np.bincount(np.unique(which * len(LAYERS) + layer) // len(LAYERS), minlength=len(pairs))
    ties = np.bincount(which, weights=spans[:, 2], minlength=len(pairs))
    order = np.lexsort((pairs, -ties, -kinds))
    rank = np.argsort(order)[which]
    sorting = np.lexsort((spans[:, 0], layer, rank))
    states, places = np.unique(np.stack([pairs // count, pairs % count], axis=1), return_inverse=True)
    drawn = places.reshape(-1, 2)[order]
    names = tuple(actors[place] for place in states.tolist())
    return Outline(
        actors=names,
        places=layout(names, drawn, kinds[order].astype(np.float64)),
        pairs=drawn,
        spans=np.column_stack([rank, layer, spans])[sorting],
    )
