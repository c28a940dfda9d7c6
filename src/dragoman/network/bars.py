"""Restrictions in force: of a state, and of the organisations that it is a member of."""

from __future__ import annotations

import numpy as np

from dragoman.model import Layer
from dragoman.network.arcs import fitting
from dragoman.network.arrays import Ints
from dragoman.network.network import Network
from dragoman.network.rules import Ties


def organisations_of(network: Network, state: str, on: int) -> tuple[str, ...]:
    """The organisations that the ledger has the state as a member of on a day (an ordinal)."""
    columns = network.columns
    rows = network.of_layers((Layer.membership,))
    rows = rows[columns.source[rows] == network.place(state)]
    rows = rows[network.sure[rows] & (columns.first[rows] <= on) & (columns.last[rows] >= on)]
    return tuple(sorted({columns.actors[target] for target in columns.target[rows]}))


def bars(network: Network, by: str, against: str, wanted: tuple[Ties, ...], on: int) -> Ints:
    """The rows of restrictions by a state, or an organisation of it, against another, in force on a day."""
    columns = network.columns
    rows = network.into(against)
    rows = rows[fitting(network, rows, wanted) & network.sure[rows]]
    rows = rows[(columns.first[rows] <= on) & (columns.last[rows] >= on)]
    who = [network.place(actor) for actor in (by, *organisations_of(network, by, on))]
    return rows[np.isin(columns.source[rows], who)]
