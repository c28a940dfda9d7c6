"""The roles of brokers by Gould and Fernandez (1989): between whom a state stands, by groups of states."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.network.arrays import Flags, Floats, Ints


@dataclass(slots=True, frozen=True)
class Roles:
    """How often each state stands between two others that are not tied themselves (a to it, it to b, not a to b).

    `coordinator`: all three are of one group. `consultant`: the others are of one group, it is not. `gatekeeper`: it
    takes into its group from outside. `representative`: it gives out of its group. `liaison`: three groups.
    """

    coordinator: Ints
    consultant: Ints
    gatekeeper: Ints
    representative: Ints
    liaison: Ints

    @property
    def total(self) -> Ints:
        """All of them."""
        return self.coordinator + self.consultant + self.gatekeeper + self.representative + self.liaison


def roles(matrix: Flags, groups: Ints) -> Roles:
    """The roles of each state in a graph (`[tail, head]`), whose groups are numbered."""
    arcs = matrix.astype(np.float64)
    apart = 1.0 - arcs
    np.fill_diagonal(apart, 0.0)
    same = (groups[:, None] == groups[None, :]).astype(np.float64)
    own, foreign = arcs * same, arcs * (1.0 - same)
    across = _open(foreign, apart * same, foreign)
    return Roles(
        coordinator=_whole(_open(own, apart, own)),
        consultant=_whole(across),
        gatekeeper=_whole(_open(foreign, apart, own)),
        representative=_whole(_open(own, apart, foreign)),
        liaison=_whole(_open(foreign, apart, foreign) - across),
    )


def _open(incoming: Floats, apart: Floats, outgoing: Floats) -> Floats:
    """For each j the number of pairs (a, b) with a to j, j to b, and a to b apart."""
    found: Floats = ((incoming.T @ apart) * outgoing).sum(axis=1)
    return found


def _whole(found: Floats) -> Ints:
    return np.rint(found).astype(np.int64)
