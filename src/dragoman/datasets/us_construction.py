"""What the United States planned to build for their forces abroad: a tie is the sum for a site in a fiscal year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.actors import by_name
from dragoman.datasets.reading import Reading
from dragoman.model import Layer, Tie

USER = "USA"
UNIT = "USD thousand"
HOME = "in the United States or a territory of theirs"
NO_STATE = "no state is named"


@dataclass(slots=True)
class Site:
    """What one site has in a year: thousands of dollars, over how many projects, and where it lies."""

    thousands: float = 0.0
    projects: int = 0
    latitude: str = ""
    longitude: str = ""


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for each site and year, over all projects there; the file has no key for a project."""
    found: dict[tuple[str, str, str, str], Site] = defaultdict(Site)
    for row in reading.rows():
        name, year = row.needed("countryname"), row.needed("year")
        host = USER if row["iso3c"] == USER else reading.by_place(name, year)
        if host is None or host == USER:
            reading.skip(HOME if host else NO_STATE)
            continue
        site = found[host, name, row.needed("location"), year]
        site.thousands += row.decimal("spend_construction") or 0
        site.projects += 1
        site.latitude, site.longitude = row["lat"], row["lon"]
    for (host, name, location, year), site in found.items():
        yield _tie(reading, host, name, location, int(year), site)


def _tie(reading: Reading, host: str, name: str, location: str, year: int, site: Site) -> Tie:
    return reading.tie(
        record=f"{name}/{location}/{year}",
        layer=Layer.basing,
        type="basing",
        mode="base",
        source=USER,
        target=host,
        directed=True,
        start=f"{year - 1}-10-01",
        end=f"{year}-09-30",
        weight=site.thousands,
        unit=UNIT,
        subject=location,
        details={
            "fiscal_year": str(year),
            "projects": str(site.projects),
            "place": name if by_name(name, str(year)) != host else "",
            "latitude": site.latitude,
            "longitude": site.longitude,
        },
    )
