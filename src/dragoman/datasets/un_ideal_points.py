"""Ideal points in the UN General Assembly: a figure for each state and session."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.datasets.reading import Reading
from dragoman.model import Measure, Tie

BEFORE_FIRST = 1945
"""The first session voted in 1946."""
UNIT = "ideal point"
NO_STATE = "the number stands for no state in that year"


def read(reading: Reading) -> Iterator[Tie | Measure]:
    """A measure a row; its note has the number of roll calls behind it."""
    for row in reading.rows():
        session, value = row.whole("session"), row.decimal("IdealPoint")
        if session is None or value is None:
            raise row.error("no session or no ideal point")
        year = BEFORE_FIRST + session
        state = reading.by_cow(row.needed("ccode"), str(year))
        if state is None:
            reading.skip(NO_STATE)
            continue
        votes = row.whole("NVotes")
        note = f"{votes} roll calls" if votes is not None else None
        yield reading.measure("ideal_point", state, year, value, UNIT, note)
