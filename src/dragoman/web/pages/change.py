"""What an event changes in the network, or the fact that a tie of a dataset tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse, Response

from dragoman.ledger.keys import Thing, find
from dragoman.network import Change, Comparable, change
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At
from dragoman.web.held import Record, Weighed

router = APIRouter()
Key = Annotated[str, Path(max_length=80)]
Row = dict[str, object]


class Table(StrEnum):
    """Which table of the page."""

    reach = "reach"
    standing = "standing"
    comparable = "comparable"


@router.get("/change/{key}.csv")
def table(record: Weighed, key: Key, table: Table = Table.reach) -> Response:
    """Whom each party newly reaches, in which layer, through whom; how it stands in the layer; what was like it."""
    found = _change(record, find(record.connection, key, Thing.event, Thing.tie).key)
    columns, rows = TABLES[table]
    return as_csv(rows(found), f"change-{key}" if table is Table.reach else f"change-{key}-{table}", columns)


def _reach(found: Change) -> Iterator[Row]:
    for one in found.reach:
        yield {
            "party": one.party, "layer": one.layer, "before": one.before, "new": len(one.states),
            "states": one.states, "through": one.through, "evidence": one.evidence,
        }  # fmt: skip


def _standing(found: Change) -> Iterator[Row]:
    measures = (("betweenness", found.betweenness), ("constraint", found.constraint), ("hhi", found.supply))
    for name, moved in measures:
        for one in moved:
            if one.before or one.after:
                before, after = (part.value if part else None for part in (one.before, one.after))
                yield {"party": one.party, "measure": name, "before": before, "after": after}


def _comparable(found: Change) -> Iterator[Row]:
    return (one.model_dump() for one in found.comparable)


TABLES: dict[Table, tuple[tuple[str, ...], Callable[[Change], Iterator[Row]]]] = {
    Table.reach: (("party", "layer", "before", "new", "states", "through", "evidence"), _reach),
    Table.standing: (("party", "measure", "before", "after"), _standing),
    Table.comparable: (tuple(Comparable.model_fields), _comparable),
}
"""The columns of each table, and its rows."""


@router.get("/change/{key}")
def show(desk: At, record: Weighed, key: Key) -> Response:
    """The page."""
    thing = find(record.connection, key, Thing.event, Thing.tie)
    if thing.key != key:
        return RedirectResponse(f"/change/{thing.key}", 303)
    found = _change(record, key)
    return desk.page("change.html", part="content", key=key, found=found, event=thing.thing is Thing.event)


def _change(record: Record, key: str) -> Change:
    return record.once(("change", key), lambda: change(record.network, key))
