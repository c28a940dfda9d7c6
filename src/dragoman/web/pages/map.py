"""The map: arcs between capitals in a year and some layers, drawn on the server, so that it needs no script."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from dragoman.web.arcs import arcs, dots
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At
from dragoman.web.projection import HEIGHT, WIDTH
from dragoman.web.view import COLUMNS, Looking

router = APIRouter()
MOST = 400
"""Arcs that are drawn: with more of them nothing is seen of any; a state that is chosen has all of its own."""


@router.get("/map")
def show(desk: At, looking: Looking) -> Response:
    """The page, or the map alone."""
    pairs = looking.pairs(MOST)
    return desk.page(
        "map.html", part="map", looking=looking, arcs=arcs(pairs), dots=dots(pairs), total=looking.count(),
        pairs=pairs, width=WIDTH, height=HEIGHT,
    )  # fmt: skip


@router.get("/map.csv")
def table(looking: Looking) -> Response:
    """Every pair of the year and the layers, as it could be drawn."""
    return as_csv(looking.table(), f"map-{looking.year}", COLUMNS)
