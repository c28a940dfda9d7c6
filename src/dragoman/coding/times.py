"""When: dates as the language writes them, found by patterns of our own and resolved against the day of publication.

The patterns find the spans (searching libraries see dates everywhere); numbers become ISO dates with what is known.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from pydantic import Field

from dragoman.coding.listed import Listed, Words, read
from dragoman.languages import LanguagePack
from dragoman.model import Precision, Time


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

    def time(self) -> Time:
        """As a field of a Statement."""
        return Time(
            text=self.text,
            start=self.start.isoformat() if self.start else None,
            end=self.end.isoformat() if self.end else None,
            precision=self.precision,
        )


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of a language for time, compiled."""

    months: dict[str, int]
    weekdays: dict[str, int]
    relative: dict[str, int]
    """Phrase to days from publication."""
    day: re.Pattern[str]
    month: re.Pattern[str]
    year: re.Pattern[str]
    weekday: re.Pattern[str]
    near: re.Pattern[str]


class TimeWords(Listed):
    """The shape of `times.yaml`: alternatives are written as `a|b`."""

    months: dict[int, Words]
    weekdays: dict[int, Words]
    inside: str = Field(alias="in")
    on: str
    start: str = Field(alias="from")
    until: str
    year: str
    relative: dict[int, str]


@cache
def words(pack: LanguagePack) -> Calendar:
    """The calendar words of a pack (`times.yaml`)."""
    listed = read(pack.data / "times.yaml", TimeWords)
    months = {form: number for number, forms in listed.months.items() for form in forms}
    weekdays = {form: number for number, forms in listed.weekdays.items() for form in forms}
    relative = {phrase: days for days, phrases in listed.relative.items() for phrase in phrases.split("|")}
    any_month, year, inside, on = "|".join(months), listed.year, listed.inside, listed.on
    start, end, number = listed.start, listed.until, r"(\d{1,2})"
    return Calendar(
        months, weekdays, relative,
        re.compile(rf"\b(?:(?:{start}) )?{number}(?:[-–— ]+(?:(?:{end}) )?{number})? ({any_month})\b"
            rf"(?: (?:{end}) {number} ({any_month})\b)?(?: (\d{{4}})(?: {year})?)?",
            re.I,
        ),
        re.compile(rf"\b({inside}) ({any_month})\b(?: (\d{{4}})(?: {year})?)?", re.I),
        re.compile(rf"\b((?:19|20)\d\d)(?:[-–—](\d{{4}}))? {year}\b", re.I),
        re.compile(rf"\b({on}) ({'|'.join(weekdays)})\b", re.I),
        re.compile(rf"\b({'|'.join(relative)})\b", re.I),
    )  # fmt: skip


def find(pack: LanguagePack, text: str, published: str | None) -> list[When]:
    """The date expressions of a sentence in order; overlapping ones once, the exacter first."""
    known, today = words(pack), anchor(published)
    found = [
        *(days(known, m, today) for m in known.day.finditer(text)),
        *(months(known, m, today) for m in known.month.finditer(text)),
        *(years(m, today) for m in known.year.finditer(text)),
        *(weekday(known, m, today) for m in known.weekday.finditer(text)),
        *(relative(known, m, today) for m in known.near.finditer(text)),
    ]
    kept: list[When] = []
    for when in found:
        if not any(k.first < when.last and when.first < k.last for k in kept):
            kept.append(when)
    return sorted(kept, key=lambda w: w.first)


def anchor(published: str | None) -> date | None:
    """The day of publication, where it is known to the day."""
    return date.fromisoformat(published[:10]) if published and len(published) >= 10 else None


def exact(year: int, month: int, day: int) -> date | None:
    """A date, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "5 May", "from 5 to 12 May 2024"; without a year, the one nearest to publication."""
    first, second, month, until_day, until_month, year = match.groups()
    number = known.months[month.casefold()]
    chosen = int(year) if year else nearest_year(number, int(first), today)
    start = exact(chosen, number, int(first)) if chosen else None
    end = start
    if chosen and second:
        end = exact(chosen, number, int(second))
    if chosen and until_day:
        end = exact(chosen, known.months[until_month.casefold()], int(until_day))
    return when(match, start, end or start, Precision.day, today)


def nearest_year(month: int, day: int, today: date | None) -> int | None:
    """The year that puts a day and month nearest to publication."""
    if today is None:
        return None
    years = [y for y in (today.year - 1, today.year, today.year + 1) if exact(y, month, day)]
    return min(years, key=lambda y: abs((date(y, month, day) - today).days)) if years else None


def months(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "in May", "in May 2024"."""
    _, month, year = match.groups()
    number = known.months[month.casefold()]
    chosen = int(year) if year else nearest_year(number, 15, today)
    if not chosen:
        return when(match, None, None, None, today)
    return when(
        match,
        date(chosen, number, 1),
        date(chosen, number, calendar.monthrange(chosen, number)[1]),
        Precision.month,
        today,
    )


def years(match: re.Match[str], today: date | None) -> When:
    """ "in 2024", "2022-2024"."""
    first, last = int(match.group(1)), int(match.group(2) or match.group(1))
    return when(match, date(first, 1, 1), date(last, 12, 31), Precision.year, today)


def weekday(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "on Monday": which one, the verb's tense decides, so only the words are kept."""
    return when(match, None, None, None, today)


def relative(known: Calendar, match: re.Match[str], today: date | None) -> When:
    """ "yesterday", "tomorrow": days from publication."""
    shift = known.relative[match.group(1).casefold()]
    day = today + timedelta(days=shift) if today else None
    made = when(match, day, day, Precision.day if day else None, today)
    return made if shift <= 0 else When(made.first, made.last, made.text, made.start, made.end, made.precision, True)


def when(
    match: re.Match[str], start: date | None, end: date | None, precision: Precision | None, today: date | None
) -> When:
    """A When for a match, future where it begins after the day of publication."""
    future = bool(today and start and start > today)
    return When(match.start(), match.end(), match.group(), start, end, precision if start else None, future)
