"""Militarized interstate disputes as dyads and years: a row a dispute, pair, direction and year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.datasets.mids import Side, dispute_details, mid_ties, side
from dragoman.datasets.reading import Reading
from dragoman.datasets.spans import Span, runs
from dragoman.model import Tie


@dataclass(slots=True)
class Pair:
    """Two opponents in a dispute, and the years in which they were."""

    one: Side
    other: Side
    details: dict[str, str]
    years: set[int] = field(default_factory=set)


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for every two opponents of a dispute and run of years."""
    return read_dyads(reading, "dyads")


def read_dyads(reading: Reading, layout: str) -> Iterator[Tie]:
    """The same for the tables in a layout: each pair stands there twice, of which the first direction is taken."""
    found: dict[tuple[int, int, int], Pair] = {}
    for row in reading.rows(layout):
        dispute, one, other, year = (row.whole(column) for column in ("dispnum", "ccode1", "ccode2", "year"))
        if dispute is None or one is None or other is None or year is None:
            raise row.error("no number of the dispute or of a state, or no year")
        key = (dispute, min(one, other), max(one, other))
        if key not in found:
            found[key] = Pair(side(row, str(one), "1"), side(row, str(other), "2"), dispute_details(row))
        found[key].years.add(year)
    for key, pair in found.items():
        for first, last in runs(pair.years):
            span = Span(str(first), str(last))
            yield from mid_ties(reading, str(key[0]), pair.one, pair.other, span, pair.details)
