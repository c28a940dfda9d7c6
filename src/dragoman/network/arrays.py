"""The kinds of arrays that the network is made of."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
"""Codes, places of actors, days, years, or places of rows: see the names."""
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def distinct(values: Ints) -> Ints:
    """The values, each once, sorted. By sorting: `np.unique` hashes first, which takes ten times as long on codes."""
    ordered = np.sort(values)
    fresh = np.ones(len(ordered), np.bool_)
    fresh[1:] = ordered[1:] != ordered[:-1]
    found: Ints = ordered[fresh]
    return found
