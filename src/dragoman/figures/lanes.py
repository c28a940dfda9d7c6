"""Lanes: bars that overlap in time lie below each other."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 14
"""Lanes of a row; what finds none free lies over others in the last one."""


def lanes(spans: Sequence[tuple[float, float]]) -> tuple[list[int], int]:
    """The lane of each span, the first that is free, and how many lanes there are. Spans are in the order of their
    beginnings.
    """
    ends: list[float] = []
    found: list[int] = []
    for begin, end in spans:
        free = next((lane for lane, last in enumerate(ends) if last <= begin), None)
        if free is None and len(ends) < MOST:
            free = len(ends)
            ends.append(end)
        lane = MOST - 1 if free is None else free
        ends[lane] = max(ends[lane], end)
        found.append(lane)
    return found, len(ends)
