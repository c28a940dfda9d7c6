"""What of the network is looked at: a year, some layers, a state. Network and map have it in their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

import numpy as np
from fastapi import Depends, Query

from dragoman.model import Layer
from dragoman.network.arrays import Flags, Ints, distinct
from dragoman.network.columns import LAYERS
from dragoman.network.outline import Outline
from dragoman.web.actors import Named, code_of
from dragoman.web.held import Weighed
from dragoman.web.outlines import layers_of, outlined

COLUMNS = ("a", "b", "year", "layers", "records")
"""Of the table of pairs."""


@dataclass(frozen=True, slots=True)
class View:
    """The outline, and what of it is looked at. `layers` are those that are on; `state` the one in the middle, or none.

    `known` are the layers that have anything, `first` and `last` the years that can be chosen.
    """

    outline: Outline
    year: int
    layers: tuple[Layer, ...]
    state: str | None
    known: tuple[Layer, ...]
    first: int
    last: int

    def rows(self) -> Ints:
        """The spans of the outline that are looked at."""
        found = self.outline
        rows = found.standing(self.year, self._flags())
        if self.state is None:
            return rows
        place = found.actors.index(self.state) if self.state in found.actors else -1
        own: Ints = rows[(found.pairs[found.spans[rows, 0]] == place).any(axis=1)]
        return own

    def pairs(self, most: int | None = None) -> tuple[Pair, ...]:
        """The pairs that are tied in the year, those with most layers first; so many of them, or all."""
        spans = self.outline.spans[self.rows()]
        ranked = _ranked(spans)[:most]
        own: dict[int, list[tuple[int, int]]] = {}
        for pair, layer, _, _, ties in spans[np.isin(spans[:, 0], ranked)].tolist():
            own.setdefault(pair, []).append((layer, ties))
        return tuple(self._pair(pair, own[pair]) for pair in ranked)

    def _pair(self, pair: int, told: list[tuple[int, int]]) -> Pair:
        a, b = self.outline.pairs[pair].tolist()
        layers = tuple(LAYERS[place] for place in sorted({layer for layer, _ in told}))
        return Pair(self.outline.actors[a], self.outline.actors[b], layers, sum(ties for _, ties in told))

    def table(self) -> Iterator[dict[str, object]]:
        """All pairs, as rows of COLUMNS."""
        for one in self.pairs():
            yield {"a": one.a, "b": one.b, "year": self.year, "layers": one.layers, "records": one.ties}

    def count(self) -> int:
        """How many pairs are tied."""
        return len(distinct(self.outline.spans[self.rows(), 0]))

    def _flags(self) -> Flags:
        return np.isin(np.arange(len(LAYERS)), [LAYERS.index(layer) for layer in self.layers])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states that are tied: in which layers, by how many rows of datasets."""

    a: str
    b: str
    layers: tuple[Layer, ...]
    ties: int


def _ranked(spans: Ints) -> list[int]:
    """The pairs of these spans: those with most layers first, then with most ties."""
    if not len(spans):
        return []
    pairs, which = np.unique(spans[:, 0], return_inverse=True)
    kinds = np.bincount(np.unique(which * len(LAYERS) + spans[:, 1]) // len(LAYERS), minlength=len(pairs))
    ties = np.bincount(which, weights=spans[:, 4])
    found: list[int] = pairs[np.lexsort((pairs, -ties, -kinds))].tolist()
    return found


def view(
    record: Weighed,
    year: Annotated[int | None, Query(ge=0, le=9999)] = None,
    layer: Annotated[list[Layer] | None, Query(max_length=len(LAYERS))] = None,
    state: Named = "",
) -> View:
    """What the address asks for; without a year the present one, without layers all."""
    found = outlined(record)
    known = layers_of(found)
    first, last = found.years
    last = max(min(last, datetime.now(UTC).year), first)
    chosen = tuple(one for one in known if layer is None or one in layer)
    code = code_of(state.strip(), record.network) if state.strip() else None
    return View(found, max(first, min(year or last, last)), chosen or known, code, known, first, last)


Looking = Annotated[View, Depends(view)]
"""`looking: Looking` in a handler."""
