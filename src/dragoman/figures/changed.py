"""What an event changes: the states that its parties reach in two steps, before and with it, beside earlier ones."""

from __future__ import annotations

from typing import Any

import altair as alt

from dragoman.figures.drawing import FAINT, INK, SCALE, SOFT, WIDTH, Drawing, lines, rows
from dragoman.figures.sources import caption
from dragoman.figures.words import Language, day, name, number, words
from dragoman.network import Change, NewReach

ROW = 26
PLOT = WIDTH - 230
"""Pixels beside which the names of a party and a layer have room."""


def changed(found: Change, language: Language = "en") -> Drawing:
    """The answer of `network.change`: a bar for every party and layer in which states are new."""
    told = words(language)
    parts = [_compared(found, language)]
    if found.reach:
        parts.insert(0, _reach(found, language))
    return Drawing(
        title=_title(found, language),
        subtitle=told.change_subtitle if found.reach else "",
        caption=caption(found.scope.datasets, _rests_on(found), language),
        chart=alt.vconcat(*parts, spacing=22),
        table=[
            {
                "party": one.party, "layer": one.layer.value, "before": one.before, "new": len(one.states),
                "states": one.states, "through": one.through, "evidence": one.evidence,
            }
            for one in found.reach
        ],
    )  # fmt: skip


def _title(found: Change, language: Language) -> str:
    told = words(language)
    what = told.change_what.format(
        parties=" – ".join(name(party, language) for party in found.happening.parties),
        layer=told.layers[found.happening.layer],
        date=day(found.happening.date or found.as_of, language),
    )
    gained: dict[str, set[str]] = {}
    for one in found.reach:
        gained.setdefault(one.party, set()).update(one.states)
    if not gained:
        return told.change_none.format(what=what)
    party = max(gained, key=lambda one: (len(gained[one]), one))
    return told.change_title.format(what=what, party=name(party, language), n=len(gained[party]))


def _rests_on(found: Change) -> set[str]:
    """The datasets of the happening and of the layers in which it opens something or is compared."""
    layers = {found.happening.layer, *(one.layer for one in found.reach)}
    return {
        *found.happening.datasets,
        *(seen.dataset for seen in found.scope.seen if seen.layer in layers and seen.ties),
    }


def _reach(found: Change, language: Language) -> Any:
    told = words(language)
    values = [_row(one, language) for one in found.reach]
    most = max(row["after"] for row in values)
    x = alt.X("from:Q", title=told.states_axis, axis=alt.Axis(tickMinStep=1), scale=alt.Scale(domain=[0, most * 1.15]))
    named = alt.Axis(grid=False, ticks=False, domain=False, labelLimit=230, labelPadding=8)
    y = alt.Y("row:N", title=None, sort=[row["row"] for row in values], axis=named)
    parts = [{**row, "from": 0, "to": row["before"], "part": told.before} for row in values]
    parts += [{**row, "from": row["before"], "to": row["after"], "part": told.after} for row in values]
    scale = alt.Scale(domain=[told.before, told.after], range=[SCALE[4], SCALE[0]])
    colour = alt.Color("part:N", scale=scale, legend=alt.Legend(title=None, orient="top", symbolType="square"))
    bars = rows(parts).mark_bar(height=ROW - 10).encode(x=x, x2="to:Q", y=y, color=colour)
    more = rows(values).mark_text(align="left", dx=6, fontSize=11, color=INK).encode(x="after:Q", y=y, text="more:N")
    return (bars + more).properties(width=PLOT, height=ROW * len(values))


def _scale(most: float) -> Any:
    """From 0, with room for a mark at its end."""
    return alt.Scale(domain=[-0.03 * most, 1.05 * most], nice=False)


def _row(one: NewReach, language: Language) -> dict[str, Any]:
    new = len(one.states)
    return {
        "row": f"{name(one.party, language)}: {words(language).layers[one.layer]}",
        "before": one.before, "after": one.before + new, "more": f"+{new}",
    }  # fmt: skip


def _compared(found: Change, language: Language) -> Any:
    """How many new states earlier happenings of its type opened: a dot for each, their median and quartiles."""
    told = words(language)
    own, typical = found.reach_count.value, found.typical_reach
    values = [{"x": one.reach, "n": 1} for one in found.comparable]
    counts = {row["x"]: sum(1 for other in values if other["x"] == row["x"]) for row in values}
    most = max([1.0, own, *counts])
    x = alt.X("x:Q", title=told.compared_axis, axis=alt.Axis(tickMinStep=1), scale=_scale(most))
    named = alt.Axis(ticks=False, domain=False, labelLimit=230, labelPadding=12)
    y = alt.Y("row:N", title=None, sort=[told.this, told.earlier], axis=named)
    mine = rows([{"x": own, "row": told.this}])
    chart = mine.mark_point(shape="square", size=85, filled=True, opacity=1, color=SCALE[0]).encode(x=x, y=y)
    if typical is not None:
        middle = {"row": told.earlier, "x": typical.value, "low": typical.low, "high": typical.high}
        between = rows([middle])
        dots = rows({"row": told.earlier, "x": at, "n": count} for at, count in sorted(counts.items()))
        size = alt.Size("n:Q", scale=alt.Scale(domain=[1, 10], range=[40, 260]), legend=None)
        chart += between.mark_rule(strokeWidth=16, color=FAINT).encode(x=alt.X("low:Q"), x2="high:Q", y=y)
        chart += dots.mark_point(filled=False, color=SOFT, opacity=1, strokeWidth=1.5).encode(x="x:Q", y=y, size=size)
        chart += between.mark_tick(thickness=3, size=22, color=INK).encode(x="x:Q", y=y)
    return chart.properties(
        width=PLOT, height=2 * 34, title=alt.TitleParams(lines(_told(found, language), 62), **_SMALL)
    )


_SMALL: dict[str, Any] = {"anchor": "start", "frame": "group", "fontSize": 11, "fontWeight": "normal", "color": INK}


def _told(found: Change, language: Language) -> str:
    told, own = words(language), number(found.reach_count.value, language)
    if found.typical_reach is None:
        return told.compared_none.format(n=own)
    median = number(found.typical_reach.value, language)
    return told.compared_title.format(n=own, count=len(found.comparable), median=median)
