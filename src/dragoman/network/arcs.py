"""Ties as arcs: a tie without direction leads both ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dragoman.model import Layer
from dragoman.network.arrays import Flags, Ints
from dragoman.network.columns import LAYERS
from dragoman.network.network import Network, layer_flags
from dragoman.network.rules import Ties


@dataclass(slots=True, frozen=True)
class Arcs:
    """The ways of ties: `rows` in the columns, `tails` and `heads` as places of actors."""

    rows: Ints
    tails: Ints
    heads: Ints

    def where(self, kept: Flags) -> Arcs:
        """Those that are flagged."""
        return Arcs(self.rows[kept], self.tails[kept], self.heads[kept])


def arcs(network: Network, rows: Ints) -> Arcs:
    """The arcs of rows: those of a tie without direction once each way."""
    columns = network.columns
    back = rows[~columns.directed[rows]]
    return Arcs(
        rows=np.concatenate([rows, back]),
        tails=np.concatenate([columns.source[rows], columns.target[back]]),
        heads=np.concatenate([columns.target[rows], columns.source[back]]),
    )


def fitting(network: Network, rows: Ints, wanted: Iterable[Ties]) -> Flags:
    """Which of the rows are in one of the layers, with one of its modes where some are named."""
    columns = network.columns
    chosen = tuple(wanted)
    layer = columns.layer[rows]
    found: Flags = layer_flags(ties.layer for ties in chosen if not ties.modes)[layer]
    for ties in chosen:
        if ties.modes:
            modes = columns.mode.codes_of(ties.modes)
            found |= (layer == LAYERS.index(ties.layer)) & np.isin(columns.mode.codes[rows], modes)
    return found


def of_layers(layers: Iterable[Layer]) -> tuple[Ties, ...]:
    """Ties of these layers with any mode."""
    return tuple(Ties(layer=layer) for layer in layers)
