"""The network of some layers over some time as a simple graph: who is tied to whom, whatever the number of ties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dragoman.model import Layer
from dragoman.network.arcs import Arcs, arcs
from dragoman.network.arrays import Flags, Floats, Ints, distinct
from dragoman.network.columns import STATUSES
from dragoman.network.network import Network
from dragoman.network.settings import layers as layer_settings
from dragoman.network.settings import statuses

PROBABILITIES = np.array([statuses()[status].probability for status in STATUSES])


@dataclass(frozen=True)
class Projection:
    """The states that have a tie, as places of actors, and the arcs between them as places in `states`.

    `chances` says how likely each arc is there, by the status of its tie; arcs with the same `thing` come and go
    together. `rows` are those of the ties.
    """

    states: Ints
    arcs: Arcs
    tails: Ints
    heads: Ints
    chances: Floats
    things: Ints

    @cached_property
    def sure(self) -> Flags:
        """Who is tied to whom by what has happened or goes on: `[tail, head]`."""
        return self.with_arcs(self.chances >= 1.0)

    def with_arcs(self, kept: Flags) -> Flags:
        """Who is tied to whom by these arcs."""
        count = len(self.states)
        matrix = np.zeros((count, count), np.bool_)
        matrix[self.tails[kept], self.heads[kept]] = True
        return matrix


def carrying() -> tuple[Layer, ...]:
    """The layers along whose ties something passes."""
    return tuple(layer for layer in Layer if layer_settings()[layer].carries)


def projection(network: Network, layers: Iterable[Layer], first: int, last: int) -> Projection:
    """The graph of the ties of these layers between states that hold on a day from `first` to `last` (ordinals)."""
    columns = network.columns
    rows = network.of_layers(layers)
    held = columns.holds[rows] & (columns.first[rows] <= last) & (columns.last[rows] >= first)
    rows = rows[held & network.among_states[rows] & (PROBABILITIES[columns.status[rows]] > 0.0)]
    found = arcs(network, rows)
    states = distinct(np.concatenate([found.tails, found.heads]))
    places = np.full(len(columns.actors), -1, np.int64)
    places[states] = np.arange(len(states))
    return Projection(
        states=states,
        arcs=found,
        tails=places[found.tails],
        heads=places[found.heads],
        chances=PROBABILITIES[columns.status[found.rows]],
        things=columns.thing[found.rows],
    )
