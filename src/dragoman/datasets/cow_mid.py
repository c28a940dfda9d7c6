"""Militarized interstate disputes of the Correlates of War project: of participants, or of dyads and years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from dragoman.datasets.dates import iso_date
from dragoman.datasets.mid_dyads import read_dyads
from dragoman.datasets.mids import Side, dispute_details, mid_ties, side
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.datasets.spans import Span, shared
from dragoman.model import Tie

APART = "two opponents that were never in the dispute at one time"
ONE_SIDED = "a dispute with nobody on the other side"
NUMBERS = ("dispnum", "dispnum3")
"""The column of a dispute's number, in version 5 and before it."""
ONGOING = {"ongo2014": 2014, "ongo2010": 2010}
"""The column that says whether the dispute went on when the dataset ended, and that year: version 5, and before it."""


@dataclass(slots=True, frozen=True)
class Taking:
    """A state's part in a dispute."""

    side: Side
    span: Span


@dataclass(slots=True, frozen=True)
class Dispute:
    """What the file of disputes says of one. `goes_on` is the last year of the dataset, for those that went on."""

    goes_on: int | None
    details: dict[str, str]


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for every two opponents of a dispute for the time in which both were in it."""
    reading.needs("participants", "dyads")
    if not reading.has("participants"):
        yield from read_dyads(reading, "dyads")
        return
    disputes = {dispute_number(row): _dispute(row) for row in reading.rows("disputes")}
    parts: defaultdict[str, list[Taking]] = defaultdict(list)
    for row in reading.rows("participants"):
        number = dispute_number(row)
        if disputes and number not in disputes:
            raise row.error(f"the file of disputes has no {number}", "take both files from one version of the dataset")
        parts[number].append(_taking(row, disputes[number].goes_on if number in disputes else None))
    for number, taking in parts.items():
        details = disputes[number].details if number in disputes else {}
        opponents = list(product(*_sides(taking)))
        if not opponents:
            reading.skip(ONE_SIDED)
        for one, other in opponents:
            both = shared(one.span, other.span)
            if both is None:
                reading.skip(APART)
            else:
                yield from mid_ties(reading, number, one.side, other.side, both, details)


def _sides(taking: list[Taking]) -> tuple[list[Taking], list[Taking]]:
    return [part for part in taking if part.side.is_a], [part for part in taking if not part.side.is_a]


def _taking(row: Row, goes_on: int | None) -> Taking:
    """The end of a part in the last year of the dataset, in a dispute that went on, is that of its last incident."""
    span = dispute_span(row)
    if goes_on is not None and row.whole("endyear") == goes_on:
        span = Span(span.start, None)
    return Taking(side(row, row.needed("ccode")), span)


def _dispute(row: Row) -> Dispute:
    column = _column(row, tuple(ONGOING))
    return Dispute(ONGOING[column] if row.whole(column) == 1 else None, dispute_details(row))


def dispute_number(row: Row) -> str:
    """The number of the dispute that a row tells of."""
    return str(row.whole(_column(row, NUMBERS)))


def dispute_span(row: Row) -> Span:
    """When the dispute (or a state's part in it) began and ended. Raises DatasetError where no year is given."""
    start, end = _date(row, "st"), _date(row, "end")
    if start is None:
        raise row.error("no year in which it began")
    return Span(start, end)


def _column(row: Row, names: tuple[str, ...]) -> str:
    """The first of these columns that has a value."""
    found = next((name for name in names if row[name]), None)
    if found is None:
        raise row.error(f"nothing stands under {' or '.join(f'`{name}`' for name in names)}")
    return found


def _date(row: Row, what: str) -> str | None:
    """The date whose parts stand in three columns, cut to what is known (-9: not known)."""
    return iso_date(row.whole(f"{what}year"), row.whole(f"{what}mon"), row.whole(f"{what}day"))
