"""Military personnel of the United States abroad: a figure for each state and year, a tie where they are a force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dragoman.actors import by_name
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Layer, Measure, Tie

USER = "USA"
UNIT = "persons"
FORCE = 100
"""Persons from which they make a tie. Fewer are as a rule the guards and attachés of an embassy, which are no forces on
another's soil: of the 165 states with anyone in 2024, 134 have fewer, Russia and China among them.
"""
TOTAL = {"rebuilt": "troops_ad", "older": "troops"}
"""The layouts, and where each has the number of all."""
BRANCHES = {
    "army": ("army_ad", "army"),
    "navy": ("navy_ad", "navy"),
    "air_force": ("air_force_ad", "air_force"),
    "marine_corps": ("marine_corps_ad", "marine_corps"),
    "coast_guard": ("coast_guard_ad", "coast_guard"),
    "space_force": ("space_force_ad", "space_force"),
    "reserve": ("total_selected_reserve",),
    "civilians": ("total_civilian",),
}
"""The details, and the columns that have them in either layout."""
NOBODY = "nobody is counted there"
FEW = f"fewer than {FORCE} persons in the place make no tie"
HOME = "the United States themselves, or a territory of theirs"
NO_STATE = "the place is no state's"


def read(reading: Reading) -> Iterator[Tie | Measure]:
    """A tie for each place and year with a force; a territory is its own record beside the state that it belongs to.

    The measures have everyone, territories with their state.
    """
    persons: Counter[tuple[str, int]] = Counter()
    for row in reading.rows():
        count = row.decimal(TOTAL[row.layout])
        year, name = row.needed("year"), row.needed("countryname")
        if not count:
            reading.skip(NOBODY)
            continue
        host = reading.by_place(name, year)
        if host is None or host == USER:
            reading.skip(HOME if host else NO_STATE)
            continue
        persons[host, int(year)] += int(count)
        if count < FORCE:
            reading.skip(FEW)
        else:
            yield _tie(reading, row, host, year, count)
    for (host, of_year), number in persons.items():
        yield reading.measure("us_personnel", host, of_year, number, UNIT)


def _tie(reading: Reading, row: Row, host: str, year: str, count: float) -> Tie:
    name = row["countryname"]
    return reading.tie(
        record=f"{name}/{year}",
        layer=Layer.basing,
        type="basing",
        mode="troops",
        source=USER,
        target=host,
        directed=True,
        start=year,
        end=year,
        weight=count,
        unit=UNIT,
        subject="military personnel of the United States",
        details={"place": name if by_name(name, year) != host else "", **_branches(row)},
    )


def _branches(row: Row) -> dict[str, str]:
    """Those that have anyone."""
    found = {name: next(filter(None, map(row.__getitem__, columns)), "") for name, columns in BRANCHES.items()}
    return {name: count for name, count in found.items() if count not in ("", "0")}
