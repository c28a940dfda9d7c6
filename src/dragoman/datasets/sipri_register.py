"""SIPRI's trade register as a row per deal and year of delivery: a tie is what was delivered in that year."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.datasets.sipri import UNIT, OneSided, dyad
from dragoman.model import Layer, Measure, Tie


def read(reading: Reading) -> Iterator[Tie | Measure]:
    """A tie a row, in layer `licensed_production` where the recipient makes the weapon, else in `arms`.

    What comes from nobody known, or goes to no state, becomes a measure of the state that is known.
    """
    rest = OneSided()
    for row in reading.rows():
        year = row.whole("Delivery year")
        if year is None:
            raise row.error("no year of delivery")
        source, target = dyad(reading, row.needed("Supplier"), row.needed("Recipient"), str(year))
        tiv = row.decimal("TIV delivery values")
        if source and target:
            yield _tie(reading, row, source, target, year, tiv)
        else:
            rest.add(source, target, year, tiv or 0.0)
    yield from rest.measures(reading, counted=True)


def _tie(reading: Reading, row: Row, source: str, target: str, year: int, tiv: float | None) -> Tie:
    local = row["Local production"].lower() == "yes"
    return reading.tie(
        record=f"{row.needed('SIPRI AT Database ID')}/{year}",
        layer=Layer.licensed_production if local else Layer.arms,
        type="licensed_production" if local else "arms_transfer",
        mode=None if local else "delivered",
        source=source,
        target=target,
        directed=True,
        start=str(year),
        end=str(year),
        weight=tiv,
        unit=UNIT,
        subject=row.text("Designation"),
        group=row["SIPRI AT Database ID"],
        details=_details(row, local),
    )


def _details(row: Row, local: bool) -> dict[str, str]:
    return {
        "description": row["Description"],
        "category": row["Armament category"],
        "condition": row["Status"].lower(),
        "delivered": row["Numbers delivered"],
        "delivered_estimate": _yes(row["Numbers delivered is estimate"]),
        "ordered_in": row["Order date"],
        "ordered_in_estimate": _yes(row["Order date is estimate"]),
        "delivered_in_estimate": _yes(row["Delivery year is estimate"]),
        "tiv_unit": row["TIV deal unit"],
        "local_production": "yes" if local else "",
    }


def _yes(text: str) -> str:
    return "yes" if text.lower() in ("yes", "?") else ""
