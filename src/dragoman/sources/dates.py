"""Dates as pages write them. Found by our own patterns; a date that needs today to be understood is not read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.sources.furniture import furniture

CLOCK = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d(?:\.\d+)?)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
GAP = r"(?:\s*(?:[,|/•·#T—–-]|в|at)?\s*){0,2}"
ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?!\d))?)?(?!\d)", re.ASCII)
YEAR = re.compile(r"(?:19|20)\d\d")
"""What every full date has: a line without it need not be searched for one."""
EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a line: `iso` cut to what is known, and where it stands."""

    iso: str
    start: int
    end: int


@cache
def _months() -> dict[str, int]:
    named = ((name, number) for one in furniture() for number, names in enumerate(one.months, 1) for name in names)
    return dict(named)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day, year = r"(?<!\d)(?P<day>0?[1-9]|[12]\d|3[01])", r"(?P<year>(?:19|20)\d\d)(?!\d)"
    month = rf"(?P<name>{names})\b\.?"
    spoken = (
        rf"{day}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{month},?[\s-]+{year}",
        rf"\b{month}\s+{day}(?:st|nd|rd|th)?,?\s+{year}",
        rf"{day}[./](?P<month>0?[1-9]|1[0-2])[./]{year}",
        r"(?<![\d-])(?P<year>(?:19|20)\d\d)[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    )
    # A year's letter or word may stand between the date and the clock: "30 октября 2024 г., 14:25".
    return tuple(re.compile(rf"{one}(?:{_year_word()}{GAP}{CLOCK})?", re.I) for one in spoken)


def _year_word() -> str:
    return r"(?:\s*(?:г\.?|года)(?=\W))?"


CLOCK_ALONE = re.compile(rf"(?<![\d:.]){CLOCK}", re.I)


def find_date(line: str) -> Dated | None:
    """The first full date (day, month, year) in the line, with the clock time that follows it.

    `04/05/2024` is left alone, because it is May in one country and April in another; a date without a year is too.
    """
    if not YEAR.search(line):
        return None
    found = [dated for pattern in _patterns() for match in pattern.finditer(line) if (dated := _read(match))]
    return min(found, key=lambda one: (one.start, -one.end), default=None)


def find_clock(line: str) -> Dated | None:
    """The first clock time in the line, `iso` as `14:25`."""
    match = CLOCK_ALONE.search(line)
    return Dated(_clock(match), match.start(), match.end()) if match else None


def cut_iso(value: str) -> str | None:
    """A machine's date (`2024-10-30T14:25:07+04:00`) cut to the minute, on the page's own clock; None if it is none.

    Midnight to the second is what a site writes that knows only the day, so it is cut to the day.
    """
    value = value.strip()
    match = ISO.match(value)
    if match is None:
        dated = find_date(value)
        return dated.iso if dated else None
    day = "-".join(part for part in match.group("year", "month", "day") if part)
    if not _real(*(int(part or 1) for part in match.group("year", "month", "day"))):
        return None
    clock = re.compile(rf"[T\s]\s*{CLOCK}").match(value, match.end())
    if not match["day"] or clock is None or re.match(r"[T\s]\s*00:00(?::00|$|\D)", value[match.end() :]):
        return day
    return f"{day}T{_clock(clock)}"


def _read(match: re.Match[str]) -> Dated | None:
    parts = match.groupdict()
    month = _months()[parts["name"].casefold()] if parts.get("name") else int(parts["month"])
    year, day = int(parts["year"]), int(parts["day"])
    slashed = f"{parts['day']}/{parts.get('month')}/" in match[0]
    if not _real(year, month, day) or (slashed and day <= 12 and day != month):
        return None
    clock = f"T{_clock(match)}" if parts["hour"] else ""
    return Dated(f"{year:04}-{month:02}-{day:02}{clock}", match.start(), match.end())


def _real(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= EARLIEST


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"].casefold() == "p" else 0)
    return f"{hour:02}:{match['minute']}"
