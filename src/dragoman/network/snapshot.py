"""The network as it stands on a day: who is tied to whom in each layer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.model import Layer
from dragoman.network.arcs import Arcs, arcs
from dragoman.network.arrays import Flags, Ints
from dragoman.network.columns import LAYERS
from dragoman.network.network import Network


@dataclass(slots=True, frozen=True)
class Snapshot:
    """`tied[layer, tail, head]`: by places in LAYERS and of actors. `rows` are those of the ties that stand."""

    tied: Flags
    rows: Ints

    def of(self, layer: Layer) -> Flags:
        """Who is tied to whom in a layer."""
        found: Flags = self.tied[LAYERS.index(layer)]
        return found


def snapshot(network: Network, on: int, without: Ints | tuple[int, ...] = ()) -> Snapshot:
    """What stands on a day (an ordinal), as far as it is sure: ties between states, `without` some rows."""
    columns = network.columns
    stands = network.among_states & network.sure & (columns.first <= on) & (network.counts_until >= on)
    rows = np.flatnonzero(stands)
    rows = rows[~np.isin(rows, without)] if len(without) else rows
    return Snapshot(_tied(network, arcs(network, rows)), rows)


def with_rows(network: Network, before: Snapshot, rows: Ints) -> Snapshot:
    """The snapshot with some more ties that are not in it, whatever their status."""
    found = arcs(network, rows[network.among_states[rows]])
    return Snapshot(before.tied | _tied(network, found), np.concatenate([before.rows, rows]))


def _tied(network: Network, found: Arcs) -> Flags:
    count = len(network.columns.actors)
    tied = np.zeros((len(LAYERS), count, count), np.bool_)
    tied[network.columns.layer[found.rows], found.tails, found.heads] = True
    return tied
