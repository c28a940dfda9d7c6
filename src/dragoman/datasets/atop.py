"""ATOP: alliances by member and phase, or as directed dyad-years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dragoman.datasets.dates import iso_date
from dragoman.datasets.dyads import dyads
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.datasets.spans import Span, runs
from dragoman.datasets.treaties import PLEDGES, Member, pact_tie, treaty_ties
from dragoman.model import Tie

COLUMNS = dict(zip(PLEDGES, ("defense", "offense", "neutral", "nonagg", "consul"), strict=True))
SECRECY = {"1": "articles", "2": "all"}
CONTACT = {"1": "in war", "2": "in peace", "3": "common policy"}
BASES = {"1": "neutral ground", "2": "mutual", "3": "one-sided"}
ENDED = {"1": "fulfilled", "2": "broken", "3": "replaced"}
Pledged = tuple[tuple[str, ...], tuple[str, ...]]
"""What the one with the lower number promises, and what the other does."""


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for every two members of each phase of an alliance; of dyad-years, where there is no file of members, a
    tie for every run of years with the same pledges.
    """
    reading.needs("members", "years")
    return _by_member(reading) if reading.has("members") else _by_year(reading)


def _by_member(reading: Reading) -> Iterator[Tie]:
    treaties = {row.needed("atopid"): _treaty(row) for row in reading.rows("alliances")}
    phases: defaultdict[tuple[str, str], list[Member]] = defaultdict(list)
    for row in reading.rows("members"):
        key = row.needed("atopid")
        if treaties and key not in treaties:
            raise row.error(f"the file of alliances has no {key}", "take both files from one version of ATOP")
        phases[key, row.needed("phase")].append(_member(row, treaties.get(key, {})))
    for (key, phase), members in phases.items():
        yield from treaty_ties(reading, f"{key}/{phase}", key, members)


def _member(row: Row, treaty: dict[str, str]) -> Member:
    start = iso_date(row.whole("yrent"), row.whole("moent"), row.whole("dayent"))
    if start is None:
        raise row.error("no year of signing")
    details = {
        "pledges_vary": "yes" if row["obvary"] == "1" else "",
        "conditional": "yes" if row["conditio"] == "1" else "",
        "secrecy": SECRECY.get(row["pubsecr"], ""),
        "contact": CONTACT.get(row["milcon"], ""),
        "bases": BASES.get(row["base"], ""),
        "phase": row["phase"] if row["phase"] != "0" else "",
        **treaty,
        "treaty_start": treaty.get("treaty_start", "") if treaty.get("treaty_start") != start else "",
    }
    return Member(
        number=row.needed("member"),
        span=Span(start, iso_date(row.whole("yrexit"), row.whole("moexit"), row.whole("dayexit"))),
        pledges=_pledges(row, ""),
        details={name: text for name, text in details.items() if text},
    )


def _treaty(row: Row) -> dict[str, str]:
    return {
        "treaty_start": iso_date(row.whole("begyr"), row.whole("begmo"), row.whole("begday")) or "",
        "treaty_end": iso_date(row.whole("endyr"), row.whole("endmo"), row.whole("endday")) or "",
        "treaty_ended": ENDED.get(row["term"], ""),
    }


def _by_year(reading: Reading) -> Iterator[Tie]:
    found: defaultdict[tuple[int, int], dict[int, dict[bool, tuple[str, ...]]]]
    found = defaultdict(lambda: defaultdict(dict))
    last = 0
    for row in reading.rows("years"):
        one, other, year = (row.whole(column) for column in ("ccode1", "ccode2", "year"))
        if one is None or other is None or year is None:
            raise row.error("a number or the year is missing")
        found[min(one, other), max(one, other)][year][one < other] = _pledges(row, "atop_")
        last = max(last, year)
    for (one, other), years in found.items():
        same: defaultdict[Pledged, list[int]] = defaultdict(list)
        for year, sides in years.items():
            same[sides.get(True, ()), sides.get(False, ())].append(year)
        for pledged, held in same.items():
            for first, final in runs(held):
                end = str(final) if final < last else None
                record = f"{one}/{other}/{first}"
                for dyad in dyads(reading, str(one), str(other), str(first), end):
                    yield pact_tie(reading, record, None, dyad, pledged, {})


def _pledges(row: Row, before: str) -> tuple[str, ...]:
    found: list[str] = []
    for pledge, column in COLUMNS.items():
        code = row.whole(before + column)
        if code not in (0, 1):
            raise row.error(f"`{row[before + column]}` under `{before}{column}` is neither 0 nor 1")
        if code:
            found.append(pledge)
    return tuple(found)
