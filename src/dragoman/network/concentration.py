"""Concentration of a supply: the Herfindahl-Hirschman index, and how far a single delivery moves it.

HHI = sum of squared shares (Hirschman 1945, Herfindahl 1950), 1 for a single supplier; 1 / HHI is the number of
suppliers of equal size that would give the same index (Adelman 1969).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.network.arrays import Floats, Ints


@dataclass(slots=True, frozen=True)
class Concentration:
    """The index of one supply. `low` and `high` are the least and the greatest index with one delivery left out."""

    index: float
    low: float
    high: float

    @property
    def effective(self) -> float:
        """How many suppliers of equal size give this index."""
        return 1.0 / self.index


def concentration(suppliers: Ints, volumes: Floats, unknown: float = 0.0) -> Concentration | None:
    """The index of deliveries by supplier and volume; None where there is no volume of a known supplier.

    `unknown` is volume from nobody known: it belongs to the total and counts as infinitely many suppliers.
    """
    by_supplier = np.bincount(suppliers, weights=volumes) if len(suppliers) else np.zeros(1)
    total = float(by_supplier.sum()) + unknown
    squares = float((by_supplier**2).sum())
    if squares <= 0.0:
        return None
    index = squares / total**2
    rest = total - volumes
    of_supplier = by_supplier[suppliers]
    without = squares - of_supplier**2 + (of_supplier - volumes) ** 2
    kept = (rest > 1e-9) & (without > 1e-12)
    moved = without[kept] / rest[kept] ** 2
    return (
        Concentration(index, min(index, *moved), max(index, *moved))
        if len(moved)
        else Concentration(index, index, index)
    )
