"""What an event changes in the network, or the fact that a tie of a dataset tells of."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse, Response

from dragoman.ledger.keys import Thing, find
from dragoman.network import Change, change
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At
from dragoman.web.held import Record, Weighed

router = APIRouter()
Key = Annotated[str, Path(max_length=80)]


@router.get("/change/{key}.csv")
def table(record: Weighed, key: Key) -> Response:
    """Whom each party newly reaches, in which layer, through whom."""
    found = _change(record, find(record.connection, key, Thing.event, Thing.tie).key)
    columns = ("party", "layer", "before", "new", "states", "through", "evidence")
    rows = (
        {
            "party": one.party, "layer": one.layer, "before": one.before, "new": len(one.states),
            "states": one.states, "through": one.through, "evidence": one.evidence,
        }
        for one in found.reach
    )  # fmt: skip
    return as_csv(rows, f"change-{key}", columns)


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
