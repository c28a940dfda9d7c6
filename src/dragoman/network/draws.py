"""How far a measure depends on ties that are not sure: drawn again and again, each by its probability."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from dragoman.network.arrays import Flags, Floats
from dragoman.network.projection import Projection

Measure = Callable[[Flags], Floats]


@dataclass(slots=True, frozen=True)
class Spread:
    """The interval of a measure for each state, over the draws; NaN where no draw had a value."""

    low: Floats
    high: Floats


def spread(
    graph: Projection,
    measures: Mapping[str, Measure],
    certain: Mapping[str, Floats],
    *,
    draws: int,
    interval: float,
    seed: int,
) -> dict[str, Spread]:
    """Measure so many networks in which each uncertain tie is there or not; the middle `interval` of the values.

    `certain` are the values of the ties that are sure. Ties that are one thing are there or not together. The same seed
    gives the same draws.
    """
    unsure = (graph.chances < 1.0) & ~graph.sure[graph.tails, graph.heads]
    if not unsure.any() or draws < 1:
        return {name: Spread(values, values) for name, values in certain.items()}
    random = np.random.default_rng(seed)
    things, which = np.unique(graph.things, return_inverse=True)
    values: dict[str, list[Floats]] = {name: [] for name in measures}
    for _ in range(draws):
        matrix = graph.with_arcs(random.random(len(things))[which] < graph.chances)
        for name, measure in measures.items():
            values[name].append(measure(matrix))
    return {name: _middle(np.array(drawn), interval) for name, drawn in values.items()}


def _middle(values: Floats, interval: float) -> Spread:
    """The quantiles of each column, leaving out draws without a value."""
    tail = (1.0 - interval) / 2.0
    known = ~np.isnan(values)
    found = np.full((2, values.shape[1]), np.nan)
    for place in np.flatnonzero(known.any(axis=0)):
        found[:, place] = np.quantile(values[known[:, place], place], (tail, 1.0 - tail))
    return Spread(found[0], found[1])
