"""Dates in the words of the brief's language."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date, format_time

from dragoman.briefs.tables import Interface
from dragoman.model import Precision, Time


def moment(published: str | None, words: Interface) -> str:
    """When a document was published, as exactly as it says."""
    if not published:
        return words.undated
    shown = _date(published, words) or published
    try:
        clock = datetime.fromisoformat(published).time() if len(published) > len("2024-10-30") else None
    except ValueError:
        return shown
    if clock is None:
        return shown
    return words.time_of_day.format(date=shown, clock=format_time(clock, words.date["clock"], locale=words.locale))


def interval(time: Time | None, words: Interface) -> str:
    """When a statement's act takes place; empty where it was not resolved to a date."""
    if time is None or not time.start:
        return ""
    start, end = time.start, time.end or time.start
    size = _precision(time)
    length = _LENGTHS[size]
    first, last = _date(start[:length], words), _date(end[:length], words)
    if start[:length] == end[:length]:
        return words.time[size.value].format(start=first) if first else ""
    pattern = "between" if size is Precision.day else "span"
    return words.time[pattern].format(start=first, end=last) if first and last else ""


def over(time: Time | None, published: str | None) -> bool:
    """Whether the time of an act lies before the day of the report."""
    end = time and (time.end or time.start)
    return bool(end and published and end[: len(published[:10])] < published[:10][: len(end)])


_LENGTHS = {Precision.year: 4, Precision.month: 7, Precision.day: 10}
_SIZES = {4: Precision.year, 7: Precision.month}


def _precision(time: Time) -> Precision:
    if time.precision is not None:
        return Precision.day if time.precision is Precision.minute else time.precision
    return _SIZES.get(len(time.start or ""), Precision.day)


def _date(iso: str, words: Interface) -> str:
    """A date of any precision; empty if it is none."""
    whole = iso[:10] + "2000-01-01"[len(iso[:10]) :]
    size = _SIZES.get(len(iso[:10]), Precision.day)
    try:
        return format_date(date.fromisoformat(whole), words.date[size.value], locale=words.locale)
    except ValueError:
        return ""
