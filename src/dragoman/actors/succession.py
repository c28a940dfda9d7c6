"""The states that a number of the field's lists stood for, one after the other, over an interval."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from dragoman.actors.historic import historic
from dragoman.actors.states import states

LISTS_BEGIN = "1816"
"""A state that the lists have from their first year on was there before (Prussia, Sardinia-Piedmont)."""


class Holder(NamedTuple):
    """A state and the time, within what was asked, in which the number was its own. Both dates are inclusive ISO
    dates, cut to what is known; None where the interval is open.
    """

    state: str
    start: str | None
    end: str | None


def holders_of_cow(number: int, start: str | None = None, end: str | None = None) -> tuple[Holder, ...]:
    """Who had a Correlates of War number between two ISO dates: 365 from 1971 to 2001 is SUN, then RUS.

    None for either date leaves that side open; it is closed where the last state is no more (315 from 1920: CSK to the
    end of 1992). Where the number was nobody's, the state before (or else after) it stands for that time. A year of
    change that the interval starts or ends with is the state's that the year began with, as in `by_cow`. Empty for a
    number that is nobody's.
    """
    turns, gone = _turns(number)
    if not turns:
        return ()
    lasts = [_day_before(since) for since, _ in turns[1:]]
    first = sum(1 for last in lasts if start is not None and _after(start, last))
    final = max(first, sum(1 for last in lasts if end is None or _after(end, last)))
    if gone and final == len(lasts) and not (start and _after(start, gone)) and (end is None or _after(end, gone)):
        end = gone
    return tuple(
        Holder(turns[at][1], start if at == first else turns[at][0], end if at == final else lasts[at])
        for at in range(first, final + 1)
    )


@cache
def _turns(number: int) -> tuple[tuple[tuple[str, str], ...], str | None]:
    """From when on (empty: always) the number is which state's, and the last day of the last one if it is no more."""
    current = next((state.iso3 for state in states().values() if state.cow == number), None)
    former = sorted((state for state in historic() if state.cow == number), key=lambda state: state.first)
    if not former:
        return ((("", current),) if current else ()), None
    before = former[0].code if former[0].first <= LISTS_BEGIN or current is None else current
    turns = {"": before}
    for state in former:
        turns[state.first] = state.code
        if current:
            turns[_day_after(state.last)] = current
    kept: list[tuple[str, str]] = []
    for since, state_then in sorted(turns.items()):
        if not kept or kept[-1][1] != state_then:
            kept.append((since, state_then))
    return tuple(kept), None if kept[-1][1] in states() else former[-1].last


def _after(one: str, other: str) -> bool:
    """Whether a date lies after another, as far as both are known."""
    known = min(len(one), len(other))
    return one[:known] > other[:known]


def _day_after(text: str) -> str:
    return _moved(text, 1)


def _day_before(text: str) -> str:
    return _moved(text, -1)


def _moved(text: str, by: int) -> str:
    """The next (1) or last (-1) day, month or year, as exactly as the date is given."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return (date(*parts) + timedelta(by)).isoformat()
    if len(parts) == 1:
        return f"{parts[0] + by:04}"
    months = parts[0] * 12 + parts[1] - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"
