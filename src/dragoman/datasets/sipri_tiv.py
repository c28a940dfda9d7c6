"""SIPRI's totals: TIV that a supplier delivered to a recipient in a year."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.datasets.reading import Reading
from dragoman.datasets.sipri import UNIT, OneSided, dyad
from dragoman.model import Layer, Measure, Tie


def read(reading: Reading) -> Iterator[Tie | Measure]:
    """A tie a row; what comes from nobody known, or goes to no state, is a measure of the state that is known."""
    rest = OneSided()
    for row in reading.rows():
        year, tiv = row.whole("year"), row.decimal("value")
        if year is None or tiv is None:
            raise row.error("no year or no value")
        supplier, recipient = row.needed("supplier"), row.needed("recipient")
        source, target = dyad(reading, supplier, recipient, str(year))
        if not (source and target):
            rest.add(source, target, year, tiv)
            continue
        yield reading.tie(
            record=f"{supplier}/{recipient}/{year}",
            layer=Layer.arms,
            type="arms_transfer",
            mode="delivered",
            source=source,
            target=target,
            directed=True,
            start=str(year),
            end=str(year),
            weight=tiv,
            unit=UNIT,
        )
    yield from rest.measures(reading, counted=False)
