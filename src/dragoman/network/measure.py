"""Which dataset measures deliveries: decided here, once, for every question."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.model import Dataset
from dragoman.network.arrays import Floats, Ints
from dragoman.network.days import NEVER, years_of
from dragoman.network.network import Network
from dragoman.network.nouns import Years
from dragoman.network.settings import deliveries


@dataclass(slots=True, frozen=True)
class Deliveries:
    """The rows of one dataset that tell of deliveries, with the year of each (of the last, where a row has several)."""

    dataset: Dataset
    rows: Ints
    suppliers: Ints
    recipients: Ints
    volumes: Floats
    years: Ints

    def within(self, first: int, last: int) -> Ints:
        """The places of the deliveries in these years."""
        return np.flatnonzero((self.years >= first) & (self.years <= last))


def measure(network: Network, recipient: str | None = None, since: int | None = None) -> Deliveries | None:
    """The deliveries to a state (to all) by the best dataset that covers it; None where no dataset does.

    Of those that cover it the first that has any delivery in it and, where a first year is asked for, reaches back to
    that year. An excerpt covers the states that it is cut to, never all.
    """
    found = (
        _deliveries(network, network.datasets[known.dataset], recipient)
        for known in deliveries().measures
        if known.dataset in network.datasets and covers(network, known.dataset, recipient)
    )
    best: tuple[bool, Deliveries] | None = None
    for one in found:
        any_on_record = len(one.rows) > 0
        if any_on_record and (since is None or one.dataset.first_year <= since):
            return one
        if best is None or (any_on_record and not best[0]):
            best = any_on_record, one
    return best[1] if best else None


def covers(network: Network, dataset: str, actor: str | None) -> bool:
    """Whether a dataset has all of an actor (of all, where none is named): an excerpt only of those it is cut to."""
    only = network.only.get(dataset, ())
    return not only or actor in only


def _deliveries(network: Network, dataset: Dataset, recipient: str | None) -> Deliveries:
    columns = network.columns
    rows = network.received(recipient) if recipient else np.flatnonzero(network.sure & columns.directed)
    rows = network.in_layers(rows, deliveries().layers)
    of_it = columns.dataset.codes[rows] == columns.dataset.code(dataset.name)
    of_it &= network.sure[rows] & (columns.unit.codes[rows] == columns.unit.code(deliveries().unit))
    rows = rows[of_it & ~np.isnan(columns.weight[rows])]
    return Deliveries(
        dataset=dataset,
        rows=rows,
        suppliers=columns.source[rows],
        recipients=columns.target[rows],
        volumes=columns.weight[rows],
        years=years_of(np.where(columns.last[rows] == NEVER, columns.first[rows], columns.last[rows])),
    )


def unknown(network: Network, dataset: str, state: str, years: Years) -> tuple[float, float]:
    """The volume that a state got from nobody known in some years, and in how many deliveries."""
    told = [0.0, 0.0]
    for measured in network.measures:
        if (measured.dataset, measured.actor) == (dataset, state) and years.first <= measured.year <= years.last:
            told[0] += measured.value if measured.name == deliveries().unknown else 0.0
            told[1] += measured.value if measured.name == deliveries().unknown_count else 0.0
    return told[0], told[1]
