"""Dates cut to what is known, as the days that they begin and end with."""

from __future__ import annotations

import calendar
import re
from datetime import date

_CUT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|T)")


def known(text: str | None) -> tuple[int, ...]:
    """Year, month and day of an ISO date, as many as it has; empty for what is no date."""
    found = _CUT.match(text or "")
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    try:
        return parts if parts and _first(parts) else ()
    except ValueError:
        return ()


def _first(parts: tuple[int, ...]) -> date:
    year, month, day = (*parts, 1, 1)[:3]
    return date(year, month, day)


def first_day(text: str | None) -> str | None:
    """The first day of a date that may be cut: `1999` is `1999-01-01`. None for what is no date."""
    parts = known(text)
    return _first(parts).isoformat() if parts else None


def last_day(text: str | None) -> str | None:
    """The last day of a date that may be cut: `1999-02` is `1999-02-28`. None for what is no date."""
    parts = known(text)
    if not parts:
        return None
    year, month, day = (*parts, 12, 31)[:3] if len(parts) != 2 else (*parts, calendar.monthrange(*parts[:2])[1])
    return date(year, month, day).isoformat()


def interval(start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """First and last day, None where open. An end before its start is a slip of the source: it is left open."""
    first, last = first_day(start), last_day(end)
    return (first, None) if first and last and last < first else (first, last)
