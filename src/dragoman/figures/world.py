"""A map of the ties of a state: its partners shaded by in how many layers they have ties, lines to their capitals."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

import altair as alt

from dragoman.actors.coordinates import seat
from dragoman.figures.drawing import INK, PAPER, STEPS, WIDTH, Drawing, rows
from dragoman.figures.in_force import as_table, datasets_of, partners
from dragoman.figures.sources import caption
from dragoman.figures.titles import partners_title
from dragoman.figures.words import FOLDER, Language, name, words
from dragoman.model import Dataset, Tie

SHAPES = "world"
EMPTY = "#ecebe6"


def world(
    ties: Iterable[Tie], actor: str, year: int, datasets: Iterable[Dataset], language: Language = "en"
) -> Drawing:
    """The map of the partners of `actor` at the end of a year. Shapes: Natural Earth, 1:110 million."""
    told = words(language)
    found = partners(ties, actor, year)
    most = len(STEPS)
    shade = {one.actor: STEPS[min(len(one.layers), most) - 1] for one in found} | {actor: INK}
    shapes = [
        {**feature, "properties": {"fill": shade.get(feature["id"], EMPTY), "name": name(feature["id"], language)}}
        for feature in _shapes()
    ]
    land = (
        alt.Chart(alt.NamedData(SHAPES))
        .mark_geoshape(stroke=PAPER, strokeWidth=0.4)
        .encode(color=alt.Color("properties.fill:N", scale=None), tooltip=alt.Tooltip("properties.name:N"))
    )
    here = seat(actor)
    lines: list[dict[str, Any]] = []
    for one in found:
        there = seat(one.actor)
        if here and there:
            ends = {"x": here.longitude, "y": here.latitude, "x2": there.longitude, "y2": there.latitude}
            lines.append({**ends, "n": len(one.layers)})
    drawn = (
        rows(lines)
        .mark_rule(color=INK, opacity=0.55)
        .encode(
            longitude="x:Q", latitude="y:Q", longitude2="x2:Q", latitude2="y2:Q",
            strokeWidth=alt.StrokeWidth("n:Q", scale=alt.Scale(domain=[1, 5], range=[0.6, 3]), legend=None),
        )
    )  # fmt: skip
    legend = (
        rows([{"n": f"{i}{'+' if i == most else ''}", "c": c} for i, c in enumerate(STEPS, 1)])
        .mark_rect(width=26, height=12)
        .encode(
            x=alt.X("n:N", title=told.ego_legend, axis=alt.Axis(labelAngle=0, ticks=False, domain=False)),
            color=alt.Color("c:N", scale=None),
        )
        .properties(width=160, height=14)
    )
    chart = (land + drawn).project("equalEarth").properties(width=WIDTH - 20, height=310)
    return Drawing(
        title=partners_title(told.map_title, found, actor, year, language),
        subtitle=told.map_subtitle.format(actor=name(actor, language)),
        caption=caption(datasets, datasets_of(found), language, told.map_note),
        chart=alt.vconcat(chart, legend, spacing=4),
        data={SHAPES: shapes},
        table=as_table(found, actor, year),
    )


@cache
def _shapes() -> tuple[dict[str, Any], ...]:
    content = json.loads((FOLDER / "world.json").read_text(encoding="utf-8"))
    return tuple(content["features"])
