"""Ties in force at the end of a year, and who has them: what ego networks, maps and timelines are drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.actors import states
from dragoman.model import Layer, Status, Tie
from dragoman.network.settings import layers

STANDING = frozenset({Status.happened, Status.ongoing})


@dataclass(slots=True, frozen=True)
class Partner:
    """A state that ties in force bind to the one who is asked about, with their layers in the order of the model, and
    the names of the datasets that the ties are of.
    """

    actor: str
    layers: tuple[Layer, ...]
    datasets: frozenset[str]


def partners(ties: Iterable[Tie], actor: str, year: int) -> tuple[Partner, ...]:
    """The states with which `actor` has ties in force, in the layers along which something passes; most layers first.

    A tie counts for some years after its end, as `network` has it for its layer: a weapon outlives its delivery.
    """
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        if actor in (tie.source, tie.target) and _holds(tie, year):
            other = tie.target if tie.source == actor else tie.source
            if other != actor and other in states():
                found.setdefault(other, []).append(tie)
    told = [_partner(other, own) for other, own in found.items()]
    return tuple(sorted(told, key=lambda one: (-len(one.layers), one.actor)))


def datasets_of(found: Iterable[Partner]) -> frozenset[str]:
    """The names of the datasets that these partners are on record in."""
    return frozenset(name for one in found for name in one.datasets)


def as_table(found: Iterable[Partner], actor: str, year: int) -> list[dict[str, Any]]:
    """The partners of `actor` as rows of a table."""
    return [
        {
            "actor": actor, "year": year, "partner": one.actor,
            "layers": [layer.value for layer in one.layers], "datasets": sorted(one.datasets),
        }
        for one in found
    ]  # fmt: skip


def _partner(actor: str, ties: list[Tie]) -> Partner:
    held = {tie.layer for tie in ties}
    return Partner(actor, tuple(layer for layer in Layer if layer in held), frozenset(tie.dataset for tie in ties))


def _holds(tie: Tie, year: int) -> bool:
    setting = layers()[tie.layer]
    if not setting.carries or tie.status not in STANDING or tie.start is None or int(tie.start[:4]) > year:
        return False
    return tie.end is None or int(tie.end[:4]) + setting.recent >= year
