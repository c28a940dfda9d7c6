"""Dates that are cut to what is known, as numbers of days that can be compared by the million."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from functools import cache, lru_cache

import numpy as np

from dragoman.exports.dates import first_day, last_day
from dragoman.network.arrays import Ints

NEVER = int(np.iinfo(np.int32).max)
"""Of a start: it has no date, so that it lies in no span. Of an end: it is not known to have ended."""


# A million ties have some ten thousand dates, the same when they are read again.


@lru_cache(maxsize=1 << 16)
def day(text: str) -> int:
    """The first day that a date may mean, as a proleptic ordinal; NEVER for what is no date."""
    found = first_day(text)
    return date.fromisoformat(found).toordinal() if found else NEVER


@lru_cache(maxsize=1 << 16)
def final_day(text: str) -> int:
    """The last day that a date may mean; NEVER for what is no date."""
    found = last_day(text)
    return date.fromisoformat(found).toordinal() if found else NEVER


def iso(ordinal: int) -> str:
    """The date of an ordinal."""
    return date.fromordinal(ordinal).isoformat()


def year(ordinal: int) -> int:
    """The year of an ordinal."""
    return date.fromordinal(ordinal).year


def years_of(ordinals: Ints) -> Ints:
    """The years of many ordinals; NEVER has none and stays what it is."""
    known = np.where(ordinals == NEVER, 1, ordinals)
    return np.where(ordinals == NEVER, np.int32(NEVER), _of_days()[known])


@cache
def _of_days() -> Ints:
    """The year of every day that there is, by its ordinal: to look it up takes a tenth of what numpy's dates take."""
    firsts = [date(year, 1, 1).toordinal() for year in range(MINYEAR, MAXYEAR + 1)]
    lasting = np.diff([*firsts, date.max.toordinal() + 1])
    return np.concatenate([[0], np.repeat(np.arange(MINYEAR, MAXYEAR + 1), lasting)]).astype(np.int16)


def span(first: int, last: int) -> tuple[int, int]:
    """The first and the last day of the years from `first` to `last`."""
    return date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
