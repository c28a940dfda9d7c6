"""Where an actor is put on a map: the capital of a state, the seat of an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.actors.tables import ADVICE, Row, rows
from dragoman.errors import CodebookError

COLUMNS = ("code", "place", "latitude", "longitude", "source")


@dataclass(slots=True, frozen=True)
class Seat:
    """A city that stands for an actor, in degrees of WGS 84: north and east are positive."""

    place: str
    latitude: float
    longitude: float


@cache
def seats() -> dict[str, Seat]:
    """The seat of every actor that has one. Raises CodebookError for a number that is no coordinate."""
    found: dict[str, Seat] = {}
    for row in rows("coordinates.tsv", *COLUMNS):
        if row["code"] in found:
            raise CodebookError(f"{row['code']} stands here twice", source=row.where, advice=ADVICE)
        found[row["code"]] = Seat(row["place"], _degrees(row, "latitude", 90), _degrees(row, "longitude", 180))
    return found


def seat(code: str) -> Seat | None:
    """The capital of a state or the seat of an organisation; None for whoever has none (the West, G7)."""
    return seats().get(code)


def _degrees(row: Row, column: str, most: float) -> float:
    try:
        value = float(row[column])
    except ValueError:
        value = most + 1
    if not -most <= value <= most:
        what = f"{row[column]!r} is no {column} between -{most} and {most}"
        raise CodebookError(what, source=row.where, advice=ADVICE)
    return value
