"""Memberships of states in intergovernmental organisations: a row a state and year, a column an organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.datasets.igos import igo
from dragoman.datasets.reading import Reading
from dragoman.datasets.spans import runs
from dragoman.model import Layer, Tie

NO_COLUMN = ("ccode", "year", "state", "statenme", "version")
"""Columns that are no organisation."""
MEMBER = {"1": "full", "2": "associate"}
OBSERVER, MISSING = "3", "-9"
NONE = frozenset(("0", "-1", ""))
"""No member, and no organisation yet."""
OBSERVES = "a year as an observer, not as a member"
Cell = tuple[str, str]
"""A state's number and a column."""


@dataclass(slots=True)
class Years:
    """Of every state and organisation the years as a member of either kind, and those without data."""

    member: dict[str, defaultdict[Cell, list[int]]] = field(
        default_factory=lambda: {code: defaultdict(list) for code in MEMBER}
    )
    missing: set[tuple[str, str, int]] = field(default_factory=set)
    last: int = 0


def read(reading: Reading) -> Iterator[Tie]:
    """A tie from a state to an organisation for every run of years in which it was a member."""
    reading.needs("states")
    names = {row["ioname"].lower(): row["orgname"] for row in reading.rows("organisations")}
    years = _years(reading)
    for code, kind in MEMBER.items():
        for (number, column), held in years.member[code].items():
            for first, last in runs(held):
                yield from _ties(reading, years, (number, column), (first, last), kind, names)


def _years(reading: Reading) -> Years:
    found = Years()
    columns = reading.columns("states")
    places = [(at, name) for at, name in enumerate(columns) if name.lower() not in NO_COLUMN]
    for row in reading.rows("states"):
        year, number = row.whole("year"), row.whole("ccode")
        if year is None or number is None:
            raise row.error("no number or no year")
        found.last = max(found.last, year)
        for at, column in places:
            code = row.cells[at]
            if code in NONE:
                continue
            if code in MEMBER:
                found.member[code][str(number), column].append(year)
            elif code == MISSING:
                found.missing.add((str(number), column, year))
            elif code == OBSERVER:
                reading.skip(OBSERVES)
            else:
                raise row.error(f"`{code}` under `{column}` is none of 1, 2, 3, 0, -1, -9")
    return found


def _ties(
    reading: Reading, years: Years, cell: Cell, run: tuple[int, int], kind: str, names: dict[str, str]
) -> Iterator[Tie]:
    (number, column), (first, last) = cell, run
    known = igo(column.lower())
    end = str(last) if last < years.last else None
    for holder in reading.holders(number, str(first), end):
        yield reading.tie(
            record=f"{number}/{column.upper()}/{first}",
            layer=Layer.membership,
            type="partnership",
            mode="membership",
            source=holder.state,
            target=known.code,
            directed=True,
            start=holder.start,
            end=holder.end,
            subject=known.name or names.get(column.lower()) or column.upper(),
            details={
                "membership": kind,
                "end_unknown": "yes" if (number, column, last + 1) in years.missing else "",
            },
        )
