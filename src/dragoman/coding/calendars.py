"""The words of a language for time (`times.yaml`), compiled into the patterns that find dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from dragoman.coding.listed import Listed, Words, read
from dragoman.languages import LanguagePack

YEAR = r"(?:19|20)\d\d"
DASH = r" ?[-–—] ?"


class TimeWords(Listed):
    """The shape of `times.yaml`: alternatives are written as `a|b`."""

    months: dict[int, Words]
    weekdays: dict[int, Words]
    inside: str = Field(alias="in")
    parts: str
    spans: dict[str, str]
    """Months of the year (`1-6`) to the pattern of that part of it."""
    on: str
    shifts: dict[int, str]
    """How far from publication to "last", "this", "next"."""
    start: str = Field(alias="from")
    until: str
    between: str
    both: str
    """Between the two days behind "between"; elsewhere it joins two dates."""
    ordinal: str
    month_first: bool
    year: str
    """What follows the number of a year; empty where nothing does: then a preposition must stand before it."""
    relative: dict[int, str]
    periods: dict[str, dict[int, str]]
    """Week, month and year to how far from publication, with the phrases that say so."""
    seasons: dict[int, str]
    """First month to the season's name."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of a language for time, compiled."""

    listed: TimeWords
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative: Mapping[str, int]
    """Phrase to days from publication."""
    day: tuple[re.Pattern[str], ...]
    month: re.Pattern[str]
    year: re.Pattern[str]
    period: re.Pattern[str]
    season: re.Pattern[str]
    weekday: re.Pattern[str]
    near: re.Pattern[str]


@cache
def words(pack: LanguagePack) -> Calendar:
    """The calendar words of a pack (`times.yaml`). Raises CodebookError with file and line."""
    listed = read(pack.data / "times.yaml", TimeWords)
    weekdays = {form: number for number, forms in listed.weekdays.items() for form in forms}
    relative = {phrase: days for days, phrases in listed.relative.items() for phrase in phrases.split("|")}
    shift = any_of(listed.shifts)
    periods = "|".join(any_of(phrases) for phrases in listed.periods.values())
    season = rf"(?:(?P<shift>{shift}) )?(?P<name>{any_of(listed.seasons)})"
    on = rf"(?:(?:{listed.on}) (?:(?P<shift>{shift}) )?|(?P<bare>{shift}) )"
    return Calendar(
        listed,
        {form: number for number, forms in listed.months.items() for form in forms},
        weekdays,
        relative,
        day_patterns(listed),
        compiled(rf"(?:{lead(listed)}|{between(listed)}){any_month(listed)}(?!\w)"
                 rf"(?:{to(listed)}{any_month(listed, 'last')}(?!\w))?{of_year(listed)}"),
        year_pattern(listed),
        compiled(rf"(?:{lead(listed)})?(?P<period>{periods})\b"),
        compiled(rf"(?:(?:{listed.inside}) (?:the )?)?{season}\b{of_year(listed)}"),
        compiled(rf"{on}(?P<name>{'|'.join(weekdays)})\b"),
        compiled(rf"({'|'.join(relative)})\b"),
    )  # fmt: skip


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that begins where a word does; case does not matter."""
    return re.compile(rf"\b{pattern}", re.I)


def any_of(phrases: Mapping[int, str]) -> str:
    """All the alternatives of a table."""
    return "|".join(phrases.values())


def any_month(listed: TimeWords, name: str = "month") -> str:
    """Every form of every month."""
    return rf"(?P<{name}>{'|'.join(form for forms in listed.months.values() for form in forms)})(?:\.(?= \d))?"


def of_year(listed: TimeWords) -> str:
    """The year behind a day, month or season, in digits or in words ("of last year")."""
    suffix = rf"(?: {listed.year})?" if listed.year else ""
    return rf"(?:,? (?:of )?(?:(?P<year>{YEAR})\b(?!-){suffix}|(?P<told>{any_of(listed.periods['year'])})\b))?"


def lead(listed: TimeWords) -> str:
    """What stands before a month or year: "in", "by the end of", "early"."""
    part = "|".join((listed.parts, *listed.spans.values()))
    return rf"(?:(?:{listed.inside}) (?:(?P<part>{part})[ -])?|(?P<alone>{part})[ -])"


def between(listed: TimeWords) -> str:
    """The word that has two dates behind it."""
    return rf"(?P<between>(?:{listed.between}) )"


def to(listed: TimeWords) -> str:
    """What stands between the first and the last date of a span."""
    return rf"(?:{DASH}|(?(between) (?:{listed.both}) | (?:{listed.until}) ))"


def day_patterns(listed: TimeWords) -> tuple[re.Pattern[str], ...]:
    """ "from 5 to 12 May 2024"; "May 5-12, 2024" where the language puts the month first too."""

    def number(name: str) -> str:
        return rf"(?P<{name}>\d{{1,2}}){listed.ordinal}"

    start, end, year = rf"(?:(?:{listed.start}) |{between(listed)})?", to(listed), of_year(listed)
    found = [
        compiled(
            rf"{start}{number('first')}(?:{end}{number('second')})? (?:of )?{any_month(listed)}(?!\w)"
            rf"(?:{end}{number('until')} {any_month(listed, 'last')}(?!\w))?{year}"
        )
    ]
    if listed.month_first:
        found.append(
            compiled(
                rf"{start}{any_month(listed)} {number('first')}\b(?![%.,]?\d)"
                rf"(?:{end}(?:{number('second')}\b|{any_month(listed, 'last')} {number('until')}\b))?{year}"
            )
        )
    return tuple(found)


def year_pattern(listed: TimeWords) -> re.Pattern[str]:
    """ "in 2024", "2022-2024", "between 2026 and 2030", "in the first half of 2025"."""
    before = rf"(?:{lead(listed)}|(?:{listed.start}) |{between(listed)}){'?' if listed.year else ''}"
    suffix = rf" {listed.year}(?!\w)" if listed.year else r"(?!\w|[-.,]\d)"
    return compiled(rf"{before}(?P<first>{YEAR})(?:{to(listed)}(?P<second>{YEAR}))?{suffix}")
