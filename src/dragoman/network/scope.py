"""How far the ledger sees in the layers that a question asks about."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model import Layer
from dragoman.network.days import year
from dragoman.network.network import Network, Reach
from dragoman.network.nouns import Scope, Seen, Years


def scope(network: Network, layers: Iterable[Layer]) -> Scope:
    """What the datasets of the ledger could tell of these layers."""
    asked = tuple(dict.fromkeys(layers))
    found = [reach for layer in asked for reach in network.reach if reach.layer is layer]
    names = dict.fromkeys(reach.dataset for reach in found)
    return Scope(
        seen=tuple(_seen(network, reach) for reach in found),
        unseen=tuple(layer for layer in asked if not any(reach.layer is layer for reach in found)),
        undated=sum(reach.undated for reach in found),
        datasets=tuple(network.datasets[name] for name in names if name in network.datasets),
    )


def _seen(network: Network, reach: Reach) -> Seen:
    span = Years(first=year(reach.span[0]), last=year(reach.span[1])) if reach.span else None
    only = network.only.get(reach.dataset, ())
    return Seen(dataset=reach.dataset, layer=reach.layer, ties=reach.ties, years=span, only=only)
