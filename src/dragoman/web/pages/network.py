"""The whole network: drawn by the browser out of one list, a table that says the same, the evidence of each tie."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from dragoman.model import Layer
from dragoman.network import Cited
from dragoman.network.arrays import Ints
from dragoman.network.days import span
from dragoman.web.actors import Code, code_of
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At
from dragoman.web.held import Record, Weighed
from dragoman.web.outlines import as_json
from dragoman.web.view import COLUMNS, Looking, View

router = APIRouter()
ROWS = 200
"""Pairs of the table on the page; the CSV has all."""
SHOWN = 12
"""Ties of a layer that are told as evidence."""
MEASURES = ("partners", "layers", "betweenness", "eigenvector")
"""What the size of a state can say; `network.js` works them out for the year that is shown."""


@router.get("/network")
def show(desk: At, looking: Looking, by: str = MEASURES[0]) -> Response:
    """The page."""
    chosen = by if by in MEASURES else MEASURES[0]
    return desk.page("network/page.html", part="content", looking=looking, measures=MEASURES, by=chosen)


@router.get("/network.csv")
def table(looking: Looking) -> Response:
    """Every pair of the year and the layers."""
    return as_csv(looking.table(), f"network-{looking.year}", COLUMNS)


@router.get("/network/outline.json")
def outline(desk: At, record: Weighed, request: Request) -> Response:
    """The network for the browser: a list that it keeps until the ledger is another."""
    tag = f'"{record.revision}-{desk.tongue.code}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
    if request.headers.get("If-None-Match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(as_json(record, desk.tongue.code), media_type="application/json", headers=headers)


@router.get("/network/table")
def rows(desk: At, looking: Looking) -> Response:
    """The same network as a table."""
    return desk.page(
        "network/table.html", part="told", looking=looking, pairs=looking.pairs(ROWS), total=looking.count()
    )


@router.get("/network/evidence/{a}/{b}")
def evidence(desk: At, record: Weighed, looking: Looking, a: Code, b: Code) -> Response:
    """What a line rests on: the ties of two in the year, by layer, with their datasets."""
    two = tuple(sorted({code_of(a, record.network), code_of(b, record.network)}))
    if len(two) < 2:
        raise HTTPException(404, f"{two[0]} twice")
    found = _evidence(record, two, looking)
    network = record.network
    used = sorted({tie.dataset for ties, _ in found.values() for tie in ties})
    credits = [network.datasets[name] for name in used if name in network.datasets]
    return desk.page("network/evidence.html", part="told", two=two, looking=looking, layers=found, credits=credits)


@router.get("/network/state/{name}")
def around(desk: At, record: Weighed, looking: Looking, name: Code) -> Response:
    """A state with those whom it is tied to in the year."""
    code = code_of(name, record.network)
    own = replace(looking, state=code)
    query = [(key, value) for key, value in desk.request.query_params.multi_items() if key != "state"]
    return desk.page(
        "network/around.html", part="told", code=code, looking=looking, pairs=own.pairs(ROWS), total=own.count(),
        own=urlencode([*query, ("state", code)]),
    )  # fmt: skip


def _evidence(record: Record, two: tuple[str, ...], looking: View) -> dict[Layer, tuple[list[Cited], int]]:
    """The ties of each layer that stand in the year, the latest first, and how many there are."""
    network, columns = record.network, record.network.columns
    begin, end = span(looking.year, looking.year)
    rows = network.between(*two)
    rows = rows[network.sure[rows] & (columns.first[rows] <= end) & (network.counts_until[rows] >= begin)]
    found = {}
    for layer in looking.layers:
        own: Ints = network.in_layers(rows, (layer,))
        if len(own):
            latest = own[(-columns.first[own].astype("int64")).argsort(kind="stable")][:SHOWN]
            found[layer] = ([network.cited(int(row)) for row in latest], len(own))
    return found
