"""When: dates as the language writes them, found by patterns of our own and resolved against the day of publication.

The patterns find the spans (searching libraries see dates everywhere); numbers become ISO dates with what is known.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.coding.calendars import Calendar, words
from dragoman.languages import LanguagePack
from dragoman.model import Precision, Time

DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class When:
    """A date expression in a sentence: span in characters of the sentence's text, and what it resolves to."""

    first: int
    last: int
    text: str
    start: date | None
    end: date | None
    precision: Precision | None
    future: bool = False
    """Whether the words themselves point to the future ("tomorrow", a coming date)."""
    yearless: bool = False
    """Whether the year was not said: the nearest is taken until the verb's tense is known."""
    weekday: int | None = None
    """The day of the week where only that was said; Monday is 0."""

    def time(self) -> Time:
        """As a field of a Statement."""
        return Time(
            text=self.text,
            start=self.start.isoformat() if self.start else None,
            end=self.end.isoformat() if self.end else None,
            precision=self.precision,
        )


def find(pack: LanguagePack, text: str, published: str | None) -> list[When]:
    """The date expressions of a sentence in order; overlapping ones once, the exacter first."""
    known, today = words(pack), anchor(published)
    numbered = DIGIT.search(text) is not None  # without one there is no day and no year
    found = [
        *(days(known, m, today) for pattern in known.day if numbered for m in pattern.finditer(text)),
        *(months(known, m, today) for m in known.month.finditer(text)),
        *(season(known, m, today) for m in known.season.finditer(text)),
        *(years(known, m, today) for m in (known.year.finditer(text) if numbered else ())),
        *(period(known, m, today) for m in known.period.finditer(text)),
        *(weekday(known, m, today) for m in known.weekday.finditer(text)),
        *(relative(known, m, today) for m in known.near.finditer(text)),
    ]
    kept: list[When] = []
    for when in found:
        if not any(k.first < when.last and when.first < k.last for k in kept):
            kept.append(when)
    return sorted(kept, key=lambda w: w.first)


def anchor(published: str | None) -> date | None:
    """The day of publication, where it is known to the day; None for a month, a span of months and the like."""
    try:
        return date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
    except ValueError:
        return None


def exact(year: int, month: int, day: int) -> date | None:
    """A date, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(known: Calendar, match: re.Match[str], today: date | None) -> int | None:
    """The year that an expression says, in digits or as seen from publication ("of last year")."""
    if match["year"]:
        return int(match["year"])
    return today.year + shift(known.listed.periods["year"], match["told"]) if match["told"] and today else None


def shift(phrases: Mapping[int, str], text: str) -> int:
    """How far from publication a phrase points, in its own unit."""
    return next(far for far, pattern in phrases.items() if re.fullmatch(pattern, text, re.I))


def days(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "5 May", "from 5 to 12 May 2024"; without a year, the one nearest to publication."""
    number, said = known.months[match["month"].casefold()], year_of(known, match, today)
    chosen = said or nearest_year(number, int(match["first"]), today)
    if chosen is None:
        return when(match, None, None, None, today)
    last = known.months[match["last"].casefold()] if match["last"] else number
    until = int(match["until"] or match["second"] or match["first"])
    turn = last < number
    start = exact(chosen - (1 if turn and said else 0), number, int(match["first"]))
    end = exact(chosen + (1 if turn and not said else 0), last, until)
    if start and end and end < start:
        start = end = None
    return when(match, start, end or start, Precision.day, today, yearless=not said)


def nearest_year(month: int, day: int, today: date | None) -> int | None:
    """The year that puts a day and month nearest to publication."""
    if today is None:
        return None
    years = [y for y in (today.year - 1, today.year, today.year + 1) if exact(y, month, day)]
    return min(years, key=lambda y: abs((date(y, month, day) - today).days)) if years else None


def months(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "in May", "in late May 2024", "from May to July": a part of a month is not told apart."""
    number, said = known.months[match["month"].casefold()], year_of(known, match, today)
    chosen = said or nearest_year(number, 15, today)
    if not chosen:
        return when(match, None, None, None, today)
    last = known.months[match["last"].casefold()] if match["last"] else number
    turn = last < number
    start, end = chosen - (1 if turn and said else 0), chosen + (1 if turn and not said else 0)
    return when(match, date(start, number, 1), last_day(end, last), Precision.month, today, yearless=not said)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def years(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "in 2024", "2022-2024", "the first half of 2025"; a part without borders is the whole year."""
    first, last = int(match["first"]), int(match["second"] or match["first"])
    if last < first:
        return when(match, None, None, None, today)
    return of_years(known, match, first, last, today)


def of_years(known: Calendar, match: re.Match[str], first: int, last: int, today: date | None) -> When:
    """From a year to a year, or the months of one that its part names."""
    part = match["part"] or match["alone"]
    named = next((m for m, pattern in known.listed.spans.items() if part and re.fullmatch(pattern, part, re.I)), None)
    if named is None:
        return when(match, date(first, 1, 1), date(last, 12, 31), Precision.year, today)
    opening, closing = map(int, named.split("-"))
    return when(match, date(first, opening, 1), last_day(first, closing), Precision.month, today)


def season(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "this summer", "in the spring of 2024"; winter belongs to two years, and "last summer" may be this year's."""
    number, said = shift(known.listed.seasons, match["name"]), year_of(known, match, today)
    if match["shift"] and not said and today:
        far = shift(known.listed.shifts, match["shift"])
        begun, over = today.month >= number, today.month > number + 2
        said = today.year + far if not (far < 0 and over) and not (far > 0 and not begun) else None
    chosen = said or (None if match["shift"] else nearest_year(number, 15, today))
    if not chosen or number + 2 > 12:
        return when(match, None, None, None, today)
    return when(match, date(chosen, number, 1), last_day(chosen, number + 2), Precision.month, today, yearless=not said)


def period(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "last week", "by the end of next year"; a part of it is not told apart, except halves and quarters."""
    unit, far = next(
        (unit, far)
        for unit, phrases in known.listed.periods.items()
        for far, pattern in phrases.items()
        if re.compile(pattern, re.I).fullmatch(match.string, match.start("period"), match.end("period"))
    )
    if today is None:
        return when(match, None, None, None, today)
    if unit == "year":
        return of_years(known, match, today.year + far, today.year + far, today)
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + far, 12)
        return when(match, date(year, month + 1, 1), last_day(year, month + 1), Precision.month, today)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=far)
    return when(match, monday, monday + timedelta(days=6), Precision.day, today)


def weekday(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "on Monday": which one, the verb's tense decides, so only the words are kept; "last Monday" is told."""
    number, said = known.weekdays[match["name"].casefold()], match["shift"] or match["bare"]
    bare = replace(when(match, None, None, None, today), weekday=number)
    if said and shift(known.listed.shifts, said) > 0:
        return replace(bare, weekday=None, future=True)
    before = today - timedelta(days=1) if today else None
    return settled(bare, before, past=True) if said and shift(known.listed.shifts, said) < 0 else bare


def settled(when: When, today: date | None, *, past: bool) -> When:
    """A weekday or a date without its year, once the verb says whether it is past; unchanged if all is known."""
    if today is None:
        return when
    if when.weekday is not None and when.start is None:
        away = (today.weekday() - when.weekday) % 7 if past else (when.weekday - today.weekday()) % 7
        day = today - timedelta(days=away) if past else today + timedelta(days=away)
        return replace(when, start=day, end=day, precision=Precision.day)
    if not when.yearless or when.start is None or when.end is None:
        return when
    if past and when.start > today:
        return moved(when, -1)
    return moved(when, 1) if not past and when.end < today else when


def moved(when: When, by: int) -> When:
    """The same days of another year; None where it has no such days."""
    start, end = when.start, when.end
    if start is None or end is None:
        return when
    first = exact(start.year + by, start.month, start.day)
    whole = when.precision is Precision.month
    last = last_day(end.year + by, end.month) if whole else exact(end.year + by, end.month, end.day)
    if first is None or last is None:
        return replace(when, start=None, end=None, precision=None)
    return replace(when, start=first, end=last)


def relative(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "yesterday", "tomorrow": days from publication."""
    shift = known.relative[match.group(1).casefold()]
    day = today + timedelta(days=shift) if today else None
    made = when(match, day, day, Precision.day if day else None, today)
    return made if shift <= 0 else When(made.first, made.last, made.text, made.start, made.end, made.precision, True)


def when(
    match: re.Match[str],
    start: date | None,
    end: date | None,
    precision: Precision | None,
    today: date | None,
    *,
    yearless: bool = False,
) -> When:
    """A When for a match, future where it begins after the day of publication."""
    future = bool(today and start and start > today)
    precision = precision if start else None
    return When(match.start(), match.end(), match.group(), start, end, precision, future, yearless)
