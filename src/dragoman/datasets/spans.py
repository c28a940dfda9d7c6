"""Intervals of ISO dates that may be cut to what is known: what two of them share, and runs of years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """From `start` to `end`, both inclusive, each cut to what is known; None where that side is open."""

    start: str | None
    end: str | None


def shared(one: Span, other: Span) -> Span | None:
    """The time that is in both; None where one ends before the other starts, as far as the dates tell.

    Of two starts the later counts, of two ends the earlier. Of `1990` and `1990-05` the exact one is the later, and
    the other the earlier.
    """
    start = max((span.start for span in (one, other) if span.start), default=None)
    end = min((span.end for span in (one, other) if span.end), default=None)
    if start and end:
        known = min(len(start), len(end))
        if end[:known] < start[:known]:
            return None
    return Span(start, end)


def runs(years: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last year of every run of years without a gap, in order."""
    found = sorted(set(years))
    if not found:
        return
    first = found[0]
    for year, following in pairwise(found):
        if following > year + 1:
            yield first, year
            first = following
    yield first, found[-1]
