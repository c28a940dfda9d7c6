"""ICEWS: a machine's coding of news by CAMEO, with the sectors of the actors."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.datasets.coded import CIVIL, NOT_BETWEEN, OTHER_CODE, event_tie
from dragoman.datasets.codes import cameo
from dragoman.datasets.reading import Reading
from dragoman.model import Tie

MILITARY = frozenset(("Military", "Army", "Navy", "Air Force", "Marines", "Defense / Security Ministry"))
KEPT = {
    "code": "CAMEO Code",
    "intensity": "Intensity",
    "actor1": "Source Name",
    "actor2": "Target Name",
    "publisher": "Publisher",
    "story": "Story ID",
    "place": "Country",
}


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for every event between two states that is defence diplomacy by its code."""
    for row in reading.rows():
        code = cameo(row["CAMEO Code"])
        source, target = row["Source Country"], row["Target Country"]
        if code is None:
            reading.skip(OTHER_CODE)
        elif not (source and target):
            reading.skip(NOT_BETWEEN)
        elif code.military and not (_military(row["Source Sectors"]) or _military(row["Target Sectors"])):
            reading.skip(CIVIL)
        else:
            tie = event_tie(
                reading,
                code,
                reading.by_name(source, row["Event Date"]),
                reading.by_name(target, row["Event Date"]),
                row.day("Event Date"),
                record=f"{row.needed('Event ID')}/{row['Event Date']}",
                details={name: row[column] for name, column in KEPT.items()},
            )
            if tie:
                yield tie


def _military(sectors: str) -> bool:
    return not MILITARY.isdisjoint(sectors.split(","))
