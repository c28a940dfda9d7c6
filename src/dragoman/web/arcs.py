"""Ties as arcs between capitals, and the capitals as dots, in the plane of the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

from dragoman.actors import seat
from dragoman.web.projection import project
from dragoman.web.view import Pair

BOW = 0.18
"""How far an arc leaves the straight line, in parts of its length."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A pair with the path that draws it. `width` is in units of the map."""

    pair: Pair
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A state at its capital: how many of the pairs that are drawn it is in."""

    actor: str
    x: float
    y: float
    partners: int
    radius: float


def arcs(pairs: Iterable[Pair]) -> tuple[Arc, ...]:
    """The arcs of the pairs that have two capitals, those in fewest layers first, so that the others lie above."""
    drawn = (_arc(pair) for pair in pairs)
    return tuple(sorted((arc for arc in drawn if arc), key=lambda arc: arc.width))


def dots(pairs: Iterable[Pair]) -> tuple[Dot, ...]:
    """The states of the pairs, the largest first, so that the small ones lie above."""
    counts = Counter(code for pair in pairs for code in (pair.a, pair.b))
    most = max(counts.values(), default=1)
    found = []
    for code, number in counts.most_common():
        there = seat(code)
        if there:
            x, y = project(there.longitude, there.latitude)
            found.append(Dot(code, round(x, 1), round(y, 1), number, round(1.4 + 3.6 * (number / most) ** 0.5, 1)))
    return tuple(found)


def _arc(pair: Pair) -> Arc | None:
    here, there = seat(pair.a), seat(pair.b)
    if here is None or there is None:
        return None
    (x, y), (u, v) = (project(one.longitude, one.latitude) for one in (here, there))
    if x > u:
        (x, y), (u, v) = (u, v), (x, y)
    length = hypot(u - x, v - y)
    bow = BOW * length
    # To the north of the straight line, as great circles go in the half of the earth where most capitals are.
    over, up = (v - y) / max(length, 1e-9) * bow, -(u - x) / max(length, 1e-9) * bow
    path = f"M{x:.1f} {y:.1f}Q{(x + u) / 2 + over:.1f} {(y + v) / 2 + up:.1f} {u:.1f} {v:.1f}"
    return Arc(pair, path, round(0.35 + 0.3 * len(pair.layers), 2))
