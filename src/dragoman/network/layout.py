"""Where the states of a network are drawn: those with many kinds of ties close together, and nobody on top of another.

The forces are those of the LinLog model (Noack 2009), which sets groups apart: every two repel each other, and a tie
pulls by the logarithm of its length. The states begin at their capitals, so that the picture is the same each time, and
east stays east of west where the ties leave that open.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dragoman.actors import seat
from dragoman.network.arrays import Floats, Ints

STEPS = 150
PUSH, GRAVITY = 0.003, 0.02
"""How strongly every two repel each other, and how strongly the middle draws, beside a tie of two who have no other."""
NEAR = 0.3
"""Below this length a tie pulls about as a spring does."""
ROOM = 0.05
"""The least distance between two states, in the unit of the result."""


def layout(actors: Sequence[str], pairs: Ints, weights: Floats) -> Floats:
    """A point for each actor, between -1 and 1. `pairs` are two places in `actors` a row, with a weight each."""
    count = len(actors)
    if count < 2:
        return np.zeros((count, 2))
    pull = np.zeros((count, count))
    pull[pairs[:, 0], pairs[:, 1]] = pull[pairs[:, 1], pairs[:, 0]] = weights**2
    # A tie counts by what it is to the two: to a state with few partners each is much.
    total = np.sqrt(np.maximum(pull.sum(axis=1), 1.0))
    pull /= total[:, None] * total[None]
    x, y = _begun(actors).T
    for step in range(STEPS):
        away, up = _forces(x, y, pull)
        force = np.hypot(away, up) + 1e-9
        most = 0.1 * (1.0 - step / STEPS) + 0.003
        share = np.minimum(0.3 * force, most) / force
        x, y = x + share * away, y + share * up
    return _apart(np.stack([_filling(x), _filling(y)], axis=1))


def _begun(actors: Sequence[str]) -> Floats:
    """The capitals; who has none is put on a circle around all."""
    found = np.zeros((len(actors), 2))
    for place, actor in enumerate(actors):
        there = seat(actor)
        turn = 2 * np.pi * place / len(actors)
        found[place] = (
            (there.longitude / 180, there.latitude / 90) if there else (1.2 * np.cos(turn), 1.2 * np.sin(turn))
        )
    # Two capitals at one place would push each other nowhere.
    spread: Floats = np.arange(len(actors))[:, None] * np.array([[1e-4, -7e-5]])
    return found + spread


def _forces(x: Floats, y: Floats, pull: Floats) -> tuple[Floats, Floats]:
    """What moves each state, along both axes."""
    across, along = x[:, None] - x, y[:, None] - y
    square = across**2 + along**2 + 1e-4
    length = np.sqrt(square)
    moved = PUSH / square - pull * np.log1p(length / NEAR) / length
    np.fill_diagonal(moved, 0.0)
    middle = GRAVITY / (np.hypot(x, y) + 1e-3)
    return (moved * across).sum(axis=1) - middle * x, (moved * along).sum(axis=1) - middle * y


def _filling(values: Floats) -> Floats:
    """An axis from -1 to 1, halfway between what it was and equal steps: the few that lie far out leave room to the
    many.
    """
    low, high = np.quantile(values, [0.03, 0.97])
    plain = np.clip((values - low) / max(float(high - low), 1e-9) * 2 - 1, -1.2, 1.2) / 1.2
    ranks = np.argsort(np.argsort(values, kind="stable"), kind="stable") / max(len(values) - 1, 1) * 2 - 1
    found: Floats = (plain + ranks) / 2
    return found


def _apart(points: Floats) -> Floats:
    """No two closer than ROOM, as far as some rounds of moving each pair apart bring it."""
    for _ in range(30):
        apart = points[:, None] - points[None]
        distance = np.linalg.norm(apart, axis=2)
        np.fill_diagonal(distance, np.inf)
        short = np.maximum(ROOM - distance, 0.0)
        if not short.any():
            break
        points = points + (apart / np.maximum(distance, 1e-9)[:, :, None] * (short / 2)[:, :, None]).sum(axis=1)
    fitted: Floats = points / max(float(np.abs(points).max()), 1.0)
    return fitted
