"""The peace data: of every pair of states that have to do with each other, periods on a scale from rivalry to peace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.datasets.dates import iso_date
from dragoman.datasets.dyads import dyads
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.datasets.spans import Span
from dragoman.model import Layer, Tie

RIVALRY = {"0": "severe rivalry", "0.0": "severe rivalry", "0.25": "lesser rivalry"}
AT_PEACE = {
    "0.5": "a period of negative peace",
    "0.75": "a period of warm peace",
    "1": "a period as a security community",
    "1.0": "a period as a security community",
    "-9": "a time of transition from one level to another",
}
"""What is no tie of rivalry, and counted as skipped."""
PERIOD = re.compile(r"(\d{4})(\d\d)(\d\d)-(\d{4})(\d\d)(\d\d)")
FIRST, LAST = "19009999", "20209999"
"""How a period is written that began before 1900, and one that lasts."""


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for every period of rivalry."""
    for row in reading.rows():
        pair = row.whole("dyad")
        if pair is None:
            raise row.error("no number of the pair")
        for at in range(1, 11):
            level = row[f"level{at}"]
            if not row[f"period{at}"]:
                break
            if level in AT_PEACE:
                reading.skip(AT_PEACE[level])
            elif level in RIVALRY:
                yield from _ties(reading, row, pair, row[f"period{at}"], level)
            else:
                raise row.error(f"`{level}` under `level{at}` is no level of the peace scale")


def _ties(reading: Reading, row: Row, pair: int, period: str, level: str) -> Iterator[Tie]:
    span = _span(row, period)
    for dyad in dyads(reading, str(pair // 1000), str(pair % 1000), *span):
        yield reading.tie(
            record=f"{pair}/{span.start}",
            layer=Layer.dispute,
            source=dyad.one,
            target=dyad.other,
            directed=False,
            start=dyad.start,
            end=dyad.end,
            subject=RIVALRY[level],
            group=str(pair),
            details={"level": level, "older": "yes" if period.startswith(FIRST) else ""},
        )


def _span(row: Row, period: str) -> Span:
    match = PERIOD.fullmatch(period)
    if match is None:
        raise row.error(f"`{period}` is no period (19200110-19871002)")
    year, month, day, *until = (int(part) for part in match.groups())
    return Span(iso_date(year, month, day), None if period.endswith(LAST) else iso_date(*until))
