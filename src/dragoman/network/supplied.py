"""What is told of who supplies a state."""

from __future__ import annotations

from dragoman.model import Frozen
from dragoman.network.nouns import Measured, Scope, Years


class Share(Frozen):
    """What a supplier delivered in a window: its share of the volume, the volume, and how many deliveries that were.

    `produced` of the volume was made in the recipient state under licence.
    """

    supplier: str
    share: Measured
    volume: Measured
    deliveries: int
    produced: float


class Supplier(Frozen):
    """A supplier over the whole record: its first and last year of delivery, volume and deliveries."""

    supplier: str
    years: Years
    volume: float
    deliveries: int


class SupplierWindow(Frozen):
    """The supply of a state in some years.

    `index` (HHI) is between the least and the greatest value that it takes with one delivery left out; `effective` is
    1 / HHI. `change` is that of the index since the window before, `changed` whether it is large enough, and rests on
    enough deliveries in both, to be told as one. `enough`: whether there are as many deliveries as a conclusion needs.
    `unknown` is the volume from suppliers that nobody knows. `peers` is the median index of the `recipients` (so many)
    that have enough deliveries, between the quartiles.
    """

    years: Years
    volume: Measured
    deliveries: Measured
    shares: tuple[Share, ...]
    unknown: Measured | None = None
    index: Measured | None = None
    effective: Measured | None = None
    concentrated: str | None = None
    change: Measured | None = None
    changed: bool = False
    enough: bool = False
    peers: Measured | None = None
    recipients: int = 0


class Suppliers(Frozen):
    """The answer: windows, oldest first; who ever supplied, by volume; by which dataset (None: none covers the state).

    `fewest` is the number of deliveries from which a window is enough.
    """

    recipient: str
    dataset: str | None
    size: int
    fewest: int
    windows: tuple[SupplierWindow, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    scope: Scope
