"""What a dataset could have told: over which years, in which layers, of whom, and if its silence is an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.datasets.entries import entries
from dragoman.datasets.packaged import packaged
from dragoman.datasets.storing import PACKAGED
from dragoman.ledger.tables import datasets
from dragoman.model import Layer


@dataclass(slots=True, frozen=True)
class Coverage:
    """A dataset that the ledger holds. `since` and `until` are years, both included.

    `systematic` are the layers in which it aims at every case: there, and only there, its silence is an answer. `only`
    are the actors that it is confined to, or that an excerpt is cut to; empty: all.
    """

    dataset: str
    since: int
    until: int
    layers: tuple[str, ...]
    systematic: tuple[str, ...]
    only: tuple[str, ...] = ()

    def answers(self, layer: Layer, *actors: str) -> bool:
        """Whether a tie of one of these actors in this layer would be in it: where it has none, there is none."""
        return layer.value in self.systematic and (not self.only or bool(set(self.only) & set(actors)))


def coverages(connection: Connection) -> tuple[Coverage, ...]:
    """Of every dataset in the ledger that this version of Dragoman knows; what was coded is no dataset here."""
    return tuple(_known(connection))


def _known(connection: Connection) -> Iterator[Coverage]:
    cut = {item.name: item.only for item in packaged()}
    asked = select(datasets.c.name, datasets.c.first_year, datasets.c.last_year, datasets.c.file)
    for row in connection.execute(asked.order_by(datasets.c.name)):
        known = entries().get(row.name)
        if known is None:
            continue
        excerpt = row.file.startswith(PACKAGED)
        yield Coverage(
            dataset=row.name,
            since=row.first_year,
            until=row.last_year,
            layers=known.layers,
            systematic=known.systematic,
            only=(cut.get(row.name) if excerpt else None) or known.only,
        )
