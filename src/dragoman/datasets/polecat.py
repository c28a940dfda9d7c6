"""POLECAT: a machine's coding of news by PLOVER, with contexts and the sectors of the actors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from dragoman.datasets.coded import CIVIL, NOT_BETWEEN, OTHER_CODE, event_tie
from dragoman.datasets.codes import plover
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Tie

SECTORS = ("Primary Actor Sector", "Primary Recipient Sector")
KEPT = {
    "code": "Event Type",
    "plover_mode": "Event Mode",
    "contexts": "Contexts",
    "intensity": "Intensity",
    "actor1": "Actor Name",
    "actor2": "Recipient Name",
    "publisher": "Source",
    "language": "Language",
    "place": "Country",
}


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for every pair of states of an event that is defence diplomacy by its code and context."""
    for row in reading.rows():
        code = plover(row["Event Type"].upper(), row["Event Mode"].lower())
        sources, targets = _several(row["Actor Country"]), _several(row["Recipient Country"])
        if code is None:
            reading.skip(OTHER_CODE)
        elif not (sources and targets):
            reading.skip(NOT_BETWEEN)
        elif code.military and not _military(row):
            reading.skip(CIVIL)
        else:
            details = {name: row[column] for name, column in KEPT.items()}
            for source, target in product(sources, targets):
                tie = event_tie(
                    reading,
                    code,
                    reading.by_code(source),
                    reading.by_code(target),
                    row.day("Event Date"),
                    record=row.needed("Event ID"),
                    details=details,
                )
                if tie:
                    yield tie


def _military(row: Row) -> bool:
    return "military" in row["Contexts"].lower() or any(row[column].upper() == "MIL" for column in SECTORS)


def _several(text: str) -> list[str]:
    """The codes of a cell that may hold some, each once."""
    return list(dict.fromkeys(code.strip() for code in text.split(";") if code.strip() not in ("", "None")))
