"""Formal alliances of the Correlates of War project, member by member."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dragoman.datasets.dates import iso_date
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.datasets.spans import Span
from dragoman.datasets.treaties import Member, treaty_ties
from dragoman.model import Tie

COLUMNS = {
    "defence": "defense",
    "neutrality": "neutrality",
    "nonaggression": "nonaggression",
    "consultation": "entente",
}


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for every two members of an alliance for the time in which both were."""
    treaties: defaultdict[str, list[Member]] = defaultdict(list)
    for row in reading.rows():
        treaties[row.needed("version4id")].append(_member(row))
    for key, members in treaties.items():
        yield from treaty_ties(reading, key, key, members)


def _member(row: Row) -> Member:
    span = Span(_date(row, "mem_st"), _date(row, "mem_end"))
    if span.start is None:
        raise row.error("no year from which the state is a member")
    details = {
        "type": row["ss_type"].partition(": ")[2].lower(),
        "older": "yes" if row["left_censor"] == "1" else "",
        "treaty_start": _date(row, "all_st") or "",
        "treaty_end": _date(row, "all_end") or "",
    }
    return Member(row.needed("ccode"), span, _pledges(row), {name: text for name, text in details.items() if text})


def _pledges(row: Row) -> tuple[str, ...]:
    wrong = [column for column in COLUMNS.values() if row[column] not in ("", "0", "1")]
    if wrong:
        raise row.error(f"`{row[wrong[0]]}` under `{wrong[0]}` is neither 0 nor 1")
    return tuple(pledge for pledge, column in COLUMNS.items() if row[column] == "1")


def _date(row: Row, what: str) -> str | None:
    """The date whose parts stand in three columns, cut to what is known."""
    return iso_date(row.whole(f"{what}_year"), row.whole(f"{what}_month"), row.whole(f"{what}_day"))
