"""The timeline of two states: a row a layer, a bar for a tie that lasts, a dot for dated acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt

from dragoman.exports.dates import known
from dragoman.figures.drawing import SCALE, SOFT, WIDTH, Drawing, rows
from dragoman.figures.in_force import STANDING
from dragoman.figures.lanes import lanes
from dragoman.figures.sources import caption
from dragoman.figures.told_once import told_once
from dragoman.figures.words import Language, name, words
from dragoman.model import Dataset, Layer, Tie

LANE, GAP = 9, 20
"""Pixels of a bar with its distance to the next, and between two layers."""


def timeline(
    ties: Iterable[Tie],
    a: str,
    b: str,
    until: int,
    datasets: Iterable[Dataset],
    language: Language = "en",
    only: Mapping[str, Sequence[str]] | None = None,
) -> Drawing:
    """What the ties that are given say of two states, to the end of a year. Deliveries are drawn once; of every other
    tie each is drawn, also those of several datasets that tell of the same. `only` are the actors that excerpts are cut
    to.
    """
    told, known_ones = words(language), tuple(datasets)
    dated = [tie for tie in ties if tie.start and int(tie.start[:4]) <= until and tie.status in STANDING]
    own = told_once(dated, known_ones, only)
    if not own:
        title = told.timeline_none.format(a=name(a, language), b=name(b, language))
    else:
        first = min(int(tie.start[:4]) for tie in own if tie.start)
        count = len({(tie.dataset, tie.group or tie.id) for tie in own})
        title = told.timeline_title.format(a=name(a, language), b=name(b, language), n=count, since=first, until=until)
    return Drawing(
        title=title,
        subtitle=told.timeline_subtitle,
        caption=caption(known_ones, {tie.dataset for tie in own}, language),
        chart=_chart(own, until, language),
        table=[
            {
                "id": tie.id, "layer": tie.layer.value, "source": tie.source, "target": tie.target,
                "directed": tie.directed, "start": tie.start, "end": tie.end, "status": tie.status.value,
                "subject": tie.subject, "dataset": tie.dataset,
            }
            for tie in own
        ],
    )  # fmt: skip


def _chart(own: Sequence[Tie], until: int, language: Language) -> Any:
    told = words(language)
    values: list[dict[str, Any]] = []
    middles: dict[float, str] = {}
    at = GAP / 2
    for layer in (layer for layer in Layer if any(tie.layer is layer for tie in own)):
        rows_of_layer, deep = _layer([tie for tie in own if tie.layer is layer], until)
        middles[at + LANE * deep / 2] = told.layers[layer]
        values += [{**row, "y": at + LANE * (row["lane"] + 0.5), "layer": told.layers[layer]} for row in rows_of_layer]
        at += LANE * deep + GAP
    base = rows(values)
    axis = alt.Axis(format="d", tickMinStep=1, tickCount=8)
    since = min((row["from"] for row in values), default=until - 1)
    x = alt.X("from:Q", title=told.year, axis=axis, scale=alt.Scale(domain=[int(since), until + 1], nice=False))
    named = "".join(f"datum.value == {place} ? '{text}' : " for place, text in middles.items())
    lines = alt.Axis(values=list(middles), labelExpr=f"{named}''", ticks=False, domain=False, labelLimit=200)
    y = alt.Y("y:Q", title=None, axis=lines, scale=alt.Scale(domain=[at, 0], nice=False))
    tip = ["subject:N", "start:N", "end:N", "dataset:N"]
    lasting, dated = base.transform_filter("datum.lasts"), base.transform_filter("!datum.lasts")
    size = alt.Size("n:Q", scale=alt.Scale(domain=[1, 10], range=[46, 220]), legend=None)
    bars = lasting.mark_bar(height=LANE - 4, color=SCALE[1]).encode(x=x, x2="to:Q", y=y, tooltip=tip)
    arrows = base.transform_filter("datum.open").mark_text(text="▶", fontSize=10, color=SCALE[1]).encode(x="to:Q", y=y)
    dots = dated.mark_circle(color=SCALE[0], opacity=0.75, stroke=SOFT, strokeWidth=0.5)
    chart = bars + arrows + dots.encode(x=x, y=y, size=size, tooltip=tip)
    return chart.properties(width=WIDTH - 190, height=max(at, GAP * 2))


def _layer(own: Sequence[Tie], until: int) -> tuple[list[dict[str, Any]], int]:
    """The bars of a layer, those that overlap in lanes below each other, and the dots in a lane of their own; and how
    many lanes that are.
    """
    lasting = sorted((tie for tie in own if _lasts(tie)), key=lambda tie: (_span(tie, until), tie.id))
    placed, deep = lanes([_span(tie, until) for tie in lasting])
    found = [_row(tie, until, lane) for tie, lane in zip(lasting, placed, strict=True)]
    acts = [tie for tie in own if not _lasts(tie)]
    many = Counter(tie.start for tie in acts)
    first = {tie.start: tie for tie in reversed(acts)}
    found += [{**_row(tie, until, deep), "n": many[start]} for start, tie in first.items()]
    return found, deep + bool(acts)


def _row(tie: Tie, until: int, lane: int) -> dict[str, Any]:
    begin, end = _span(tie, until)
    return {
        "from": begin, "to": end, "lasts": _lasts(tie), "open": tie.end is None and _lasts(tie), "lane": lane, "n": 1,
        "subject": tie.subject or "", "start": tie.start, "end": tie.end or "", "dataset": tie.dataset,
    }  # fmt: skip


def _lasts(tie: Tie) -> bool:
    return tie.end is None or _year(tie.end) - _year(tie.start or "") >= 1


def _span(tie: Tie, until: int) -> tuple[float, float]:
    end = _year(tie.end) if tie.end else until + 1.0
    return _year(tie.start or ""), min(end, until + 1.0)


def _year(text: str) -> float:
    """A date as a year with its fraction; what is not known of it is taken to be in the middle."""
    year, *rest = known(text)
    month, day = (*rest, 15)[:2] if rest else (7, 1)
    return year + (month - 1) / 12 + (day - 1) / 366
