"""Persons in office: who a name means on a date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.actors.organisations import organisations
from dragoman.actors.states import states
from dragoman.actors.tables import ADVICE, Row, rows, tables
from dragoman.errors import CodebookError

COLUMNS = ("person", "person_ru", "iso3", "office", "start", "end", "aliases", "surname_unique")


@dataclass(slots=True, frozen=True)
class Tenure:
    """A person in an office of a state or organisation, from `start` to `end` (ISO date or year; empty: in office)."""

    person: str
    person_ru: str
    code: str
    office: str
    start: str
    end: str
    aliases: tuple[str, ...]
    surname_unique: bool

    def covers(self, on: str) -> bool:
        """Whether the person was in office on a date of any precision, the first and last day included."""
        return _until(self.start, on) and (not self.end or _until(on, self.end))


@dataclass(slots=True, frozen=True)
class PersonName:
    """A name as texts write it, with all the tenures that it may mean."""

    text: str
    surname: bool
    tenures: tuple[Tenure, ...]


@cache
def tenures() -> tuple[Tenure, ...]:
    """Every tenure on record, of `people.tsv` and of the files in `people/`. Raises CodebookError."""
    return tuple(_tenure(row) for name in tables("people") for row in rows(name, *COLUMNS))


@cache
def person_names() -> tuple[PersonName, ...]:
    """Every spelling of every person, full names and surnames, each once."""
    found: dict[tuple[str, bool], list[Tenure]] = {}
    for tenure in tenures():
        for key in dict.fromkeys(_spellings(tenure)):
            found.setdefault(key, []).append(tenure)
    return tuple(PersonName(text, surname, tuple(held)) for (text, surname), held in found.items())


def resolve(name: PersonName, *, on: str | None = None, known: Collection[str] = ()) -> tuple[Tenure, bool] | None:
    """The tenure that a name means, and whether it covers the date; None where the name alone does not tell.

    A full name always tells. A surname tells if its person is `known` from the document, or if it is unique and the
    person was in office `on` that date (is the latest in office, without a date). Persons of several states: None.
    """
    if not name.surname:
        return _best(name.tenures, on)
    familiar = [tenure for tenure in name.tenures if tenure.person in known]
    if familiar:
        return _best(familiar, on)
    unique = [tenure for tenure in name.tenures if tenure.surname_unique]
    fitting = _current(unique) if on is None else [tenure for tenure in unique if tenure.covers(on)]
    if len({tenure.code for tenure in fitting}) != 1:
        return None
    return _best(fitting, on)


def _tenure(row: Row) -> Tenure:
    code = row["iso3"]
    if code not in states() and code not in organisations():
        raise CodebookError(f"no state or organisation {code}", source=row.where, advice=ADVICE)
    return Tenure(
        person=row["person"],
        person_ru=row["person_ru"],
        code=code,
        office=row["office"],
        start=row["start"],
        end=row["end"],
        aliases=row.several("aliases"),
        surname_unique=row["surname_unique"] == "1",
    )


def _best(held: Sequence[Tenure], on: str | None) -> tuple[Tenure, bool]:
    """The tenure that covers the date, else the last that began before it, else the first after it."""
    if on is None:
        return max(held, key=lambda tenure: (not tenure.end, tenure.start)), True
    covering = [tenure for tenure in held if tenure.covers(on)]
    if covering:
        return max(covering, key=lambda tenure: tenure.start), True
    before = [tenure for tenure in held if _until(tenure.start, on)]
    if before:
        return max(before, key=lambda tenure: tenure.start), False
    return min(held, key=lambda tenure: tenure.start), False


def _current(held: Sequence[Tenure]) -> list[Tenure]:
    """Those still in office; where nobody is, the latest."""
    serving = [tenure for tenure in held if not tenure.end]
    return serving or sorted(held, key=lambda tenure: tenure.start)[-1:]


def _spellings(tenure: Tenure) -> Iterator[tuple[str, bool]]:
    for name in (tenure.person, tenure.person_ru, *tenure.aliases):
        words = name.split()
        if not words:
            continue
        yield name, len(words) == 1
        if len(words) > 2:
            yield f"{words[0]} {words[-1]}", False
    for name in (tenure.person, tenure.person_ru):
        if name:
            yield name.split()[-1], True


def _until(earlier: str, later: str) -> bool:
    """Whether one date is not after another, at the precision that both have."""
    size = min(len(earlier), len(later))
    return earlier[:size] <= later[:size]
