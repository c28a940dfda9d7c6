"""Multinational military exercises, as D'Orazio and Galambos collected them: a tie for every two that took part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, groupby

from dragoman.actors import by_name
from dragoman.datasets.dates import iso_date
from dragoman.datasets.places import place
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Layer, Tie

UNKNOWN = "-9"
STATE = re.compile(r"State[A-Z]{1,2}")
"""The columns of those who took part, where an exercise has one row."""
DOMAINS = ("Land", "Sea", "Air", "Amphibious", "Cyber")
PURPOSES = ("Warfighting", "Peacekeeping", "Humanitarian")
PARTED = re.compile(r"[,;/()]|\b(?:and|in|near|between|border of)\b")
ALONE = "fewer than two are named"


@dataclass(slots=True, frozen=True)
class Exercise:
    """One exercise: its first row, when it began (ISO, cut as known), and who took part, by name, each once."""

    row: Row
    start: str
    names: tuple[str, ...]

    @property
    def key(self) -> str:
        """Three numbers of the dataset were given to two exercises each, years apart."""
        return f"{self.row['MMEID']}/{self.start}"


def read(reading: Reading) -> Iterator[Tie]:
    """All pairs of an exercise share its key as `group`; their number is in the details, for whoever weighs them.

    Of the 3,707 exercises one has 39 parties, which makes 741 ties, and all together make some 43,000: few enough that
    none has to be left out, and a pair that met only in a large one still met.
    """
    for exercise in _exercises(reading):
        found = (reading.by_place(name, exercise.start) for name in exercise.names)
        parties = sorted({party for party in found if party})
        if len(parties) < 2:
            reading.skip(ALONE)
        yield from _ties(reading, exercise, parties)


def _exercises(reading: Reading) -> Iterator[Exercise]:
    if reading.has("wide"):
        columns = [column for column in reading.columns("wide") if STATE.fullmatch(column)]
        for row in reading.rows("wide"):
            yield _exercise([row], (row[column] for column in columns))
        return
    for _, rows in groupby(reading.rows("long"), key=lambda row: (row["MMEID"], row["StartDate"])):
        members = list(rows)
        yield _exercise(members, (row["country"] for row in members))


def _exercise(rows: list[Row], names: Iterator[str]) -> Exercise:
    row = rows[0]
    row.needed("MMEID")
    start = _date(row, "s")
    if start is None:
        raise row.error("no year under `s.year`")
    return Exercise(row, start, tuple(dict.fromkeys(name for name in names if name)))


def _ties(reading: Reading, exercise: Exercise, parties: list[str]) -> Iterator[Tie]:
    row, start = exercise.row, exercise.start
    end = _date(row, "e")
    backwards = end is not None and end < start[: len(end)]
    details = _details(row, parties, start)
    if backwards:
        details["end_in_file"] = row["EndDate"]
    for one, other in combinations(parties, 2):
        yield reading.tie(
            record=exercise.key,
            layer=Layer.exercise,
            type="exercise",
            source=one,
            target=other,
            directed=False,
            start=start,
            end=start if end is None or backwards else end,
            subject=_known(row, "Ex_Name") or _known(row, "Series_Name") or None,
            group=exercise.key if len(parties) > 2 else None,
            details=details,
        )


def _details(row: Row, parties: list[str], start: str) -> dict[str, str]:
    return {
        "parties": str(len(parties)),
        "also": row["AdditionalParticipantInfo"],
        "series": _known(row, "Series_Name"),
        "location": _known(row, "Location"),
        "place": _site(_known(row, "Location"), parties, start) or "",
        "latitude": row["lat"],
        "longitude": row["lon"],
        "domains": _flagged(row, DOMAINS),
        "command_post": "yes" if row["CPX"] == "1" else "",
        "purposes": _flagged(row, PURPOSES),
        "focus": _known(row, "FocusDescription"),
    }


def _date(row: Row, part: str) -> str | None:
    """The parts of a date; a day that the dataset does not know is no value."""
    return iso_date(*(row.whole(f"{part}.{name}") for name in ("year", "month", "day")))


def _known(row: Row, column: str) -> str:
    return "" if row[column] == UNKNOWN else row[column]


def _flagged(row: Row, columns: tuple[str, ...]) -> str:
    return ", ".join(column.lower() for column in columns if row[column] == "1")


def _site(location: str, parties: list[str], on: str) -> str | None:
    """The state in which it took place, if the location names one alone and that one took part.

    The condition keeps out namesakes of states (Fort Stewart, Georgia) at the price of a host that only lends its soil.
    """
    found = set()
    for name in PARTED.split(location):
        held = place(name, on)
        found.add(held.code if held else by_name(name, on))
    states = {state for state in found if state}
    return states.pop() if len(states) == 1 and states <= set(parties) else None
