"""What is the same for every text that is put to one state of the record, so that it is read once for many texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection

from dragoman.datasets.coverage import Coverage, coverages
from dragoman.events.ties import CODED
from dragoman.ledger import ties as kept
from dragoman.model import Layer, Tie
from dragoman.network import Network, load
from dragoman.network.settings import layers

BARS = frozenset({Layer.restriction})
"""Layers that bar what others carry."""
HELD = 200_000
"""Ties that are kept in memory at once: some hundred megabytes."""


@dataclass
class Holdings:
    """The datasets of a ledger; each part is read when it is first asked for. Nothing that was coded is among them."""

    _coverages: tuple[Coverage, ...] | None = None
    _network: Network | None = None
    _names: tuple[str, ...] | None = None
    _ties: dict[tuple[str, str | None], tuple[Tie, ...]] = field(default_factory=dict)
    _held: int = 0

    def coverages(self, connection: Connection) -> tuple[Coverage, ...]:
        """What each dataset could have told."""
        if self._coverages is None:
            self._coverages = coverages(connection)
        return self._coverages

    def network(self, connection: Connection) -> Network:
        """The network of the layers along which things pass, and of those that bar them."""
        if self._network is None:
            carrying: Iterable[Layer] = (layer for layer, told in layers().items() if told.carries or layer in BARS)
            self._network = load(connection, carrying, without=(CODED,))
        return self._network

    def ties(self, connection: Connection, a: str, b: str | None = None) -> tuple[Tie, ...]:
        """The ties of an actor, or of two with each other, the latest first."""
        key = (a, None) if b is None else (min(a, b), max(a, b))
        if key not in self._ties:
            if self._held > HELD:
                self._ties.clear()
                self._held = 0
            self._ties[key] = self._found(connection, *key)
            self._held += len(self._ties[key])
        return self._ties[key]

    def _found(self, connection: Connection, a: str, b: str | None) -> tuple[Tie, ...]:
        if self._names is None:
            self._names = tuple(name for name in kept.imported(connection) if name != CODED)
        return tuple(kept.find(connection, a, b, datasets_named=self._names)) if self._names else ()
