"""Dates as datasets give them: parts that may be missing, cut to what is known."""

from __future__ import annotations

from datetime import date


def iso_date(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """`2010-05-31`, `2010-05` or `2010`: as far as the parts are known and possible; None without a year.

    A part that no calendar has (month 0 or 99, 31 June) ends the date before it.
    """
    if year is None or not 1 <= year <= 9999:
        return None
    if month is None or not 1 <= month <= 12:
        return f"{year:04}"
    try:
        return date(year, month, day or 0).isoformat()
    except (ValueError, OverflowError):
        return f"{year:04}-{month:02}"
