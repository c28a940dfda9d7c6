"""GDELT's events, versions 1 and 2: a machine's coding of the world's news by CAMEO."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.datasets.coded import CIVIL, NOT_BETWEEN, OTHER_CODE, event_tie
from dragoman.datasets.codes import cameo
from dragoman.datasets.dates import iso_date
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Tie

MILITARY = "MIL"
TYPES = tuple(f"Actor{actor}Type{number}Code" for actor in (1, 2) for number in (1, 2, 3))
KEPT = {
    "goldstein": "GoldsteinScale",
    "mentions": "NumMentions",
    "sources": "NumSources",
    "articles": "NumArticles",
    "tone": "AvgTone",
    "actor1": "Actor1Name",
    "actor2": "Actor2Name",
    "place": "ActionGeo_FullName",
    "url": "SOURCEURL",
}


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for every event between two states that is defence diplomacy by its code."""
    for row in reading.rows():
        code = cameo(row["EventCode"])
        source, target = row["Actor1CountryCode"], row["Actor2CountryCode"]
        if code is None:
            reading.skip(OTHER_CODE)
        elif not (source and target):
            reading.skip(NOT_BETWEEN)
        elif code.military and not any(row[column] == MILITARY for column in TYPES):
            reading.skip(CIVIL)
        else:
            tie = event_tie(
                reading,
                code,
                reading.by_code(source),
                reading.by_code(target),
                _day(row),
                record=row.needed("GLOBALEVENTID"),
                details={"code": row["EventCode"], **{name: row[column] for name, column in KEPT.items()}},
            )
            if tie:
                yield tie


def _day(row: Row) -> str:
    text = row.needed("SQLDATE")
    day = iso_date(int(text[:4]), int(text[4:6]), int(text[6:])) if text.isdigit() and len(text) == 8 else None
    if day is None or len(day) != 10:
        raise row.error(f"`{text}` under `SQLDATE` is no day")
    return day
