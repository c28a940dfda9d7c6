"""Pairs of states that a dataset gives by their Correlates of War numbers, for a time."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.datasets.reading import Reading

NO_STATE = "a party is no state"
SAME = "both parties are one state"


class Dyad(NamedTuple):
    """Two states, in the order of their numbers in the row, and the time in which both numbers were theirs."""

    one: str
    other: str
    start: str | None
    end: str | None


def dyads(reading: Reading, one: str, other: str, start: str | None, end: str | None) -> tuple[Dyad, ...]:
    """The states behind two numbers between two ISO dates: more than one pair where a number passed on (365 was the
    Soviet Union's and is Russia's). None, and counted as skipped, where a number is no state's.
    """
    first, second = reading.holders(one, start, end), reading.holders(other, start, end)
    if not (first and second):
        reading.skip(NO_STATE)
        return ()
    found = tuple(
        Dyad(left.state, right.state, right.start, right.end)
        for left in first
        for right in reading.holders(other, left.start, left.end)
    )
    apart = tuple(pair for pair in found if pair.one != pair.other)
    if len(apart) < len(found):
        reading.skip(SAME)
    return apart
