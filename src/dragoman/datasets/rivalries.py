"""Rivalries of states with the years in which they began and ended: Thompson, Sakuwa and Suhas, Thompson and Dreyer."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.datasets.dyads import dyads
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Layer, Tie

ISSUES = ("spatial", "positional", "ideological", "interventionary")
NUMBERS = {"tss": "tssr_id", "td": "rivalryno"}
"""The column of a rivalry's number, by layout."""
NAMES = {"tss": "rivalry", "td": "rivalryname"}
YEARS = {"tss": ("start", "end"), "td": ("styear", "endyear")}
ORDERED = ("type1", "type2", "type3")


def read(reading: Reading) -> Iterator[Tie]:
    """A tie a rivalry; of one that lasts to the last year of the dataset no end is known."""
    for row in reading.rows():
        start, end = (row.whole(column) for column in YEARS[row.layout])
        if start is None or end is None or end < start:
            raise row.error("no year in which it began or ended, or it ended before it began")
        number, issues = str(row.whole(NUMBERS[row.layout])), _issues(row)
        until = str(end) if end < reading.entry.last_year else None
        for dyad in dyads(reading, row.needed("ccode1"), row.needed("ccode2"), f"{start:04}", until):
            yield reading.tie(
                record=number,
                layer=Layer.dispute,
                source=dyad.one,
                target=dyad.other,
                directed=False,
                start=dyad.start,
                end=dyad.end,
                subject=f"strategic rivalry ({', '.join(issues)})" if issues else "strategic rivalry",
                group=number,
                details={"rivalry": row[NAMES[row.layout]], "issues": ", ".join(issues), **_more(row)},
            )


def _issues(row: Row) -> list[str]:
    """What it is over; Thompson and Dreyer name the weightiest first."""
    if row.layout == "td":
        found = [row[column] for column in ORDERED if row[column]]
    else:
        found = [issue for issue in ISSUES if row.whole(issue) == 1]
    unknown = [issue for issue in found if issue not in ISSUES]
    if unknown:
        raise row.error(f"`{unknown[0]}` is none of {', '.join(ISSUES)}")
    return found


def _more(row: Row) -> dict[str, str]:
    if row.layout == "td":
        return {"region": row["region"]}
    principal = "yes" if row.whole("principal") == 1 else "asymmetric" if row.whole("aprin") == 1 else ""
    return {"principal": principal}
