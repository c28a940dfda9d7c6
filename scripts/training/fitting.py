"""The regression: labels from the annotations, weights by L-BFGS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from dragoman.coding.learned.candidates import Candidate, side
from dragoman.coding.learned.model import Model
from training.data import Recorded

RARE = 4
"""A feature seen less often is left out."""

DECAY = 3.0
"""Strength of the L2 penalty, chosen by cross-validation."""

ROUNDS = 2
"""Of several phrases for one actor only the likeliest is taken to name the role; found anew so many times."""

Row = tuple[list[str], bool]


def fitted(drafts: Sequence[Recorded], decay: float = DECAY) -> dict[str, float]:
    """Feature to weight, from the drafts of annotated events."""
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        weights = regression([row for d in drafts if d.gold for row in rows(d, weights)], decay)
    return weights


def rows(recorded: Recorded, weights: dict[str, float]) -> list[Row]:
    """The candidates of a draft, those that name an annotated role as true; of equals all before there are weights."""
    model = Model(weights, {})
    best: dict[tuple[str, tuple[str, ...]], float] = {}
    spelt = [(candidate, features.spelt_out()) for candidate, features in recorded.candidates]
    for candidate, names in spelt:
        key = side(candidate.role), candidate.codes
        best[key] = max(best.get(key, 0.0), model.score(names))
    found = []
    for candidate, names in spelt:
        if not fills(recorded, candidate):
            found.append((names, False))
        elif model.score(names) >= best[side(candidate.role), candidate.codes]:
            found.append((names, True))
    return found


def fills(recorded: Recorded, candidate: Candidate) -> bool:
    """Whether an annotation gives the candidate its role."""
    assert recorded.gold is not None
    return all((side(candidate.role), code) in recorded.gold.roles for code in candidate.codes)


def regression(rows: Sequence[Row], decay: float) -> dict[str, float]:
    """Weights that minimise log loss and penalty, rounded to four decimals so that machines agree."""
    counts = Counter(name for names, _ in rows for name in set(names))
    known = {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= RARE))}
    indices = [[known[n] for n in dict.fromkeys(names) if n in known] for names, _ in rows]
    flat = np.array([i for own in indices for i in own])
    row_of = np.repeat(np.arange(len(rows)), [len(own) for own in indices])
    truth = np.array([float(t) for _, t in rows])
    size = len(known)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        total = w[size] + np.bincount(row_of, w[flat], len(rows))
        chance = 1 / (1 + np.exp(-total))
        value = float(np.logaddexp(0, total).sum() - truth @ total + 0.5 * decay * (w[:size] @ w[:size]))
        slope = np.append(np.bincount(flat, (chance - truth)[row_of], size) + decay * w[:size], (chance - truth).sum())
        return value, slope

    found = minimised(loss, np.zeros(size + 1))
    weights = {name: round(float(found[i]), 4) for name, i in known.items() if abs(found[i]) >= 0.005}
    return {"bias": round(float(found[size]), 4), **weights}


def minimised(loss, start: np.ndarray, steps: int = 120, memory: int = 10) -> np.ndarray:  # type: ignore[no-untyped-def]
    """The minimum of a smooth convex function by L-BFGS with backtracking (Nocedal & Wright, algorithm 7.4)."""
    here, pairs = start, []
    value, slope = loss(here)
    for _ in range(steps):
        step = -direction(slope, pairs)
        rate = 1.0 if pairs else 1.0 / max(1.0, float(np.abs(slope).sum()))
        while True:
            there = here + rate * step
            lower, turned = loss(there)
            if lower <= value + 1e-4 * rate * float(slope @ step) or rate < 1e-10:
                break
            rate /= 2
        moved, change = there - here, turned - slope
        if float(moved @ change) > 1e-12:
            pairs = [*pairs[-memory + 1 :], (moved, change)]
        done = value - lower < 1e-7 * max(1.0, abs(value))
        here, value, slope = there, lower, turned
        if done:
            break
    return here


def direction(slope: np.ndarray, pairs: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """The slope times the approximate inverse Hessian."""
    found, shares = slope.copy(), []
    for moved, change in reversed(pairs):
        share = float(moved @ found) / float(moved @ change)
        shares.append(share)
        found -= share * change
    if pairs:
        moved, change = pairs[-1]
        found *= float(moved @ change) / float(change @ change)
    for (moved, change), share in zip(pairs, reversed(shares), strict=True):
        found += moved * (share - float(change @ found) / float(moved @ change))
    return found
