"""What a happening opens: states that its parties reach in two steps that they did not reach before, and the pairs that
a party newly stands between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dragoman.model import Layer
from dragoman.network.arrays import Flags, Ints
from dragoman.network.happenings import Occurrence
from dragoman.network.network import Network
from dragoman.network.projection import carrying
from dragoman.network.snapshot import Snapshot, with_rows


@dataclass(slots=True, frozen=True)
class Opened:
    """What `party` gets by its new tie to others: in `layer` it reached so many states in two steps `before`, and now
    the `new` ones too (places of actors), by way of `through`.
    """

    party: int
    layer: Layer
    before: int
    new: tuple[int, ...]
    through: tuple[int, ...]


@dataclass(slots=True, frozen=True)
class Bridged:
    """`broker` stands newly between `other` and each of `beyond`, who are not tied in the layer of the happening."""

    broker: int
    other: int
    beyond: tuple[int, ...]


def new_arcs(network: Network, before: Snapshot, what: Occurrence) -> Flags:
    """The arcs of the happening in its layer that were not there before."""
    after = with_rows(network, before, what.rows).of(what.layer)
    found: Flags = after & ~before.of(what.layer)
    return found


def opened(network: Network, before: Snapshot, what: Occurrence) -> Iterator[Opened]:
    """For each party and layer along which something passes, what is new.

    First a tie of the layer from a state to another party, then that of the happening from there: so a new agreement
    opens the suppliers of the partner. Without direction both count each way.
    """
    fresh = new_arcs(network, before, what)
    held = before.of(what.layer)
    for party in what.parties:
        partners = np.flatnonzero(fresh[:, party])
        if not len(partners):
            continue
        old = np.flatnonzero(held[:, party])
        for layer in carrying():
            tied = before.of(layer)
            reached = _to_any(tied, old)
            reached[party] = False
            gained = _to_any(tied, partners) & ~reached & ~tied[:, party]
            gained[[party, *what.parties]] = False
            new = tuple(np.flatnonzero(gained).tolist())
            if new:
                ways = tuple(place for place in partners.tolist() if tied[list(new), place].any())
                yield Opened(party, layer, int(reached.sum()), new, ways)


def bridged(network: Network, before: Snapshot, what: Occurrence) -> Iterator[Bridged]:
    """The pairs that each party newly stands between in the layer of the happening."""
    fresh = new_arcs(network, before, what)
    held = before.of(what.layer)
    tied = held | held.T | fresh | fresh.T
    for broker in what.parties:
        for other in what.parties:
            beyond = np.zeros(len(held), np.bool_)
            if fresh[broker, other]:
                beyond |= held[:, broker] & ~tied[:, other]
            if fresh[other, broker]:
                beyond |= held[broker] & ~tied[other]
            beyond[[*what.parties]] = False
            if beyond.any():
                yield Bridged(broker, other, tuple(np.flatnonzero(beyond).tolist()))


def _to_any(tied: Flags, heads: Ints) -> Flags:
    """Who is tied to one of these."""
    return np.asarray(tied[:, heads].any(axis=1))
