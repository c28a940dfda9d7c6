"""Sites of the forces of the United States abroad: a tie for each, without a date."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.actors import by_name
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Layer, Tie

USER = "USA"
COMPILED = "2018"
"""The year in which the list was brought up to date: who a place belongs to is asked of that year."""
KINDS = {"base": "base", "lilypad": "small site", "fundedsite": "host's site"}
"""The flags, and what a site with one is; some have two."""
MODES = {"base": "base", "lilypad": "base", "fundedsite": "access"}
UNNAMED = "unnamed"
HOME = "a territory of the United States"
NO_STATE = "the place is no state's"


def read(reading: Reading) -> Iterator[Tie]:
    """A tie a row; a site that belongs to the host's own forces, and which the United States pay for, is `access`."""
    for row in reading.rows():
        name = row.needed("countryname")
        host = reading.by_place(name, COMPILED)
        if host is None or host == USER:
            reading.skip(HOME if host else NO_STATE)
            continue
        yield _tie(reading, row, host)


def _tie(reading: Reading, row: Row, host: str) -> Tie:
    country, name = row["countryname"], row.text("basename")
    kinds = [flag for flag in KINDS if row[flag] == "1"]
    if not kinds:
        raise row.error("neither a base, nor a lilypad, nor a funded site")
    return reading.tie(
        record=f"{country}/{name or UNNAMED}",
        layer=Layer.basing,
        type="basing",
        mode=MODES[kinds[0]],
        source=USER,
        target=host,
        directed=True,
        subject=name,
        details={
            "kind": ", ".join(KINDS[flag] for flag in kinds),
            "place": country if by_name(country, COMPILED) != host else "",
            "latitude": row["lat"],
            "longitude": row["lon"],
        },
    )
