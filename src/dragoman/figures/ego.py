"""The ego network of a state: its partners in a circle, those with most kinds of ties at the top, clockwise."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin
from typing import Any

import altair as alt

from dragoman.figures.drawing import INK, PAPER, STEPS, WIDTH, Drawing, rows
from dragoman.figures.in_force import Partner, as_table, datasets_of, partners
from dragoman.figures.sources import caption
from dragoman.figures.titles import partners_title
from dragoman.figures.words import Language, name, words
from dragoman.model import Dataset, Tie

SHOWN = 20
"""Partners that a circle has room for."""
SIZE = 440
SIDES: dict[str, dict[str, Any]] = {
    "right": {"align": "left", "dx": 12},
    "left": {"align": "right", "dx": -12},
    "top": {"align": "center", "dy": -15},
    "bottom": {"align": "center", "dy": 16},
}
"""Where a name stands beside its dot."""


def ego(ties: Iterable[Tie], actor: str, year: int, datasets: Iterable[Dataset], language: Language = "en") -> Drawing:
    """The partners of `actor` at the end of a year by the ties that are given."""
    told = words(language)
    found = partners(ties, actor, year)
    shown = found[:SHOWN]
    values = [_row(place, one, len(shown), language) for place, one in enumerate(shown)]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-1.75, 1.75]))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-1.2, 1.2]))
    base = rows(values)
    centre = rows([{"x": 0, "y": 0, "text": name(actor, language)}])
    width = alt.StrokeWidth("n:Q", scale=alt.Scale(domain=[1, 6], range=[1.5, 7]), legend=None)
    colour = alt.Color("colour:N", scale=None)
    chart = base.mark_rule().encode(x=x, y=y, x2="x0:Q", y2="y0:Q", strokeWidth=width, color=colour)
    chart += base.mark_circle(size=150, opacity=1).encode(x=x, y=y, color=colour, tooltip=["text:N", "layers:N"])
    for side, where in SIDES.items():
        own = base.transform_filter(alt.datum.side == side)
        chart += own.mark_text(fontSize=11, color=INK, **where).encode(x=x, y=y, text="text:N")
    chart += centre.mark_rect(width=118, height=34, fill=PAPER, stroke=INK, cornerRadius=4).encode(x=x, y=y)
    chart += centre.mark_text(fontSize=12, fontWeight="bold", color=INK).encode(x=x, y=y, text="text:N")
    note = told.more.format(n=len(found) - SHOWN) if len(found) > SHOWN else ""
    return Drawing(
        title=partners_title(told.ego_title, found, actor, year, language),
        subtitle=told.ego_subtitle,
        caption=caption(datasets, datasets_of(shown), language, note),
        chart=chart.properties(width=WIDTH - 20, height=SIZE),
        table=as_table(found, actor, year),
    )


def _row(place: int, one: Partner, count: int, language: Language) -> dict[str, Any]:
    angle = pi / 2 - 2 * pi * place / count
    n = len(one.layers)
    return {
        "x": cos(angle), "y": sin(angle), "x0": 0, "y0": 0, "n": n, "side": _side(cos(angle), sin(angle)),
        "text": f"{name(one.actor, language)} ({n})", "colour": STEPS[min(n, len(STEPS)) - 1],
        "layers": ", ".join(words(language).layers[layer] for layer in one.layers),
    }  # fmt: skip


def _side(x: float, y: float) -> str:
    if abs(x) < 0.1:
        return "top" if y > 0 else "bottom"
    return "right" if x > 0 else "left"
