"""A time as a reviewer gives it: an ISO date, cut to what is known, or two with a slash between them."""

from __future__ import annotations

import re
from datetime import date

from dragoman.errors import ReviewError
from dragoman.events.spans import period
from dragoman.model import Precision, Time

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
PRECISIONS = {4: Precision.year, 7: Precision.month, 10: Precision.day}


def time_of(given: str, before: Time | None) -> Time | None:
    """The Time of `2024`, `2024-05`, `2024-05-13` or `2024-05-13/2024-05-20`; None of nothing.

    What the text says of it stays beside it. Raises ReviewError for anything else.
    """
    if not given:
        return None
    first, _, last = given.partition("/")
    days = [_days(part, given) for part in (first, last or first)]
    start, end = days[0][0], days[1][1]
    if start > end:
        raise ReviewError(f"{given!r} ends before it begins", advice="give the earlier date first")
    precision = PRECISIONS[min(len(first), len(last or first))]
    return Time(text=before.text if before else "", start=start, end=end, precision=precision)


def shown(time: Time | None) -> str:
    """The time as `time_of` takes it; empty where none is known."""
    if time is None or not (time.start or time.end):
        return ""
    first, last = time.start or time.end or "", time.end or time.start or ""
    for size in PRECISIONS:
        begins, ends = _days_or_none(first[:size]), _days_or_none(last[:size])
        if begins and ends and (begins[0], ends[1]) == (first[:10], last[:10]):
            return first[:size] if first[:size] == last[:size] else f"{first[:size]}/{last[:size]}"
    return f"{first[:10]}/{last[:10]}"


def _days(part: str, given: str) -> tuple[str, str]:
    found = _days_or_none(part)
    if found is None:
        raise ReviewError(f"{given!r} is no time", advice="write 2024, 2024-05, 2024-05-13 or 2024-05-13/2024-05-20")
    return found


def _days_or_none(part: str) -> tuple[str, str] | None:
    days = period(part) if DATE.fullmatch(part) else None
    return (date.fromordinal(days[0]).isoformat(), date.fromordinal(days[1]).isoformat()) if days else None
