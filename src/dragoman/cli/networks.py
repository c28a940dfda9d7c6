"""The network that a command asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.model import Layer
    from dragoman.network import Network


def loaded(ledger: str | None, layers: Iterable[Layer] = ()) -> Network:
    """The ties of these layers (of all) out of the ledger. Raises LedgerError."""
    from dragoman.ledger import opened
    from dragoman.network import load

    with opened(ledger) as kept, kept.reading() as connection:
        return load(connection, layers)
