"""A path of indirect access: origin, intermediary, beneficiary, and under each leg what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

import altair as alt

from dragoman.figures.drawing import INK, PAPER, SCALE, SOFT, WIDTH, Drawing, rows
from dragoman.figures.sources import caption
from dragoman.figures.words import Language, day, name, span, words
from dragoman.network import Leg, Outcome, Path, Paths, path_rules

MARKS = {Outcome.met: "✓", Outcome.missing: "✗", Outcome.against: "!", Outcome.unknown: "?"}
"""Signs of outcomes: they are told apart without colour."""
INKS = {Outcome.met: SCALE[0], Outcome.missing: "#8c2d04", Outcome.against: "#8c2d04", Outcome.unknown: SOFT}
ROW, TOP, LETTER = 16, 98, 6.6
"""Pixels of a line of needs, down to the first, and of a letter at their size."""
LAYERS = 3
"""Layers that are named under an arrow."""
ARROW = "triangle-right"
INDENT = 14
"""Pixels by which the further lines of a need stand in."""
BOX, SPAN = 116, WIDTH - 20
"""Pixels of the box of a state, and of the whole."""


def leg_needs(found: Paths, path: Path, language: Language = "en") -> Drawing:
    """One path of an answer."""
    told = words(language)
    nodes = [path.legs[0].source, *(leg.target for leg in path.legs)]
    step = (SPAN - BOX) / (len(nodes) - 1)
    needs = [row for place, leg in enumerate(path.legs) for row in _needs(place * step, step, leg, language)]
    height = max((row["y"] for row in needs), default=TOP) + ROW
    across = alt.Scale(domain=[0, SPAN], nice=False)
    x = alt.X("x:Q", axis=None, scale=across)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    end, middle = alt.X("x2:Q", axis=None, scale=across), alt.X("middle:Q", axis=None, scale=across)
    states = rows([{"x": BOX / 2 + i * step, "y": 30, "text": name(node, language)} for i, node in enumerate(nodes)])
    arrows = rows([_arrow(i * step + BOX, (i + 1) * step, leg, language) for i, leg in enumerate(path.legs)])
    solid, dashed = arrows.transform_filter("datum.there"), arrows.transform_filter("!datum.there")
    chart = (
        solid.mark_rule(strokeWidth=3, color=SCALE[0]).encode(x=x, x2="x2:Q", y=y)
        + dashed.mark_rule(strokeWidth=2, color=SOFT, strokeDash=[5, 5]).encode(x=x, x2="x2:Q", y=y)
        + solid.mark_point(shape=ARROW, size=90, filled=True, opacity=1, color=SCALE[0]).encode(x=end, y=y)
        + dashed.mark_point(shape=ARROW, size=90, filled=True, opacity=1, color=SOFT).encode(x=end, y=y)
        + arrows.mark_text(dy=-14, fontSize=11, color=INK).encode(x=middle, y=y, text="years:N")
        + arrows.mark_text(dy=16, fontSize=10, color=SOFT, lineBreak="|", baseline="top").encode(
            x=middle, y=y, text="layers:N"
        )
        + states.mark_rect(width=BOX, height=34, fill=PAPER, stroke=INK, cornerRadius=4).encode(x=x, y=y)
        + states.mark_text(fontSize=12, fontWeight="bold", color=INK, limit=BOX - 6).encode(x=x, y=y, text="text:N")
        + rows(needs)
        .mark_text(align="left", fontSize=11)
        .encode(x=x, y=y, text="text:N", color=alt.Color("ink:N", scale=None))
    ).properties(width=SPAN, height=height)
    via = ", ".join(name(state, language) for state in path.via)
    return Drawing(
        title=told.path_title.format(
            beneficiary=name(found.beneficiary, language), via=via, origin=name(found.origin, language),
            standing=told.standing[path.standing],
        ),
        subtitle=told.path_subtitle.format(day=day(found.as_of, language)) + " " + _key(language),
        caption=caption(found.scope.datasets, _asked(path), language),
        chart=chart,
        table=[
            {
                "leg": place, "source": leg.source, "target": leg.target, "need": need.name,
                "outcome": need.outcome.value, "essential": need.essential, "evidence": need.evidence,
                "datasets_asked": need.asked,
            }
            for place, leg in enumerate(path.legs, 1)
            for need in leg.needs
        ],
    )  # fmt: skip


def _key(language: Language) -> str:
    """What the signs mean."""
    told = (f"{MARKS[outcome]} {words(language).outcome[outcome]}" for outcome in Outcome)
    return ", ".join(one.replace(" ", "\u00a0") for one in told)


def _asked(path: Path) -> frozenset[str]:
    """The datasets that the legs rest on, and those that were asked for what is missing."""
    needs = (need for leg in path.legs for need in leg.needs)
    return frozenset(
        (*(one for leg in path.legs for one in leg.datasets), *(one for need in needs for one in need.asked))
    )


def _arrow(begin: float, end: float, leg: Leg, language: Language) -> dict[str, Any]:
    told = words(language)
    layers = dict.fromkeys(told.layers[one.layer] for one in leg.rests_on)
    return {
        "x": begin, "x2": end - 7, "middle": (begin + end) / 2, "y": 30,
        "years": span(leg.years) if leg.years else told.no_ties,
        "layers": "|".join(list(layers)[:LAYERS]),
        "there": bool(leg.evidence),
    }  # fmt: skip


def _needs(begin: float, step: float, leg: Leg, language: Language) -> Iterator[dict[str, Any]]:
    """The lines of the needs under a leg; what is longer than the leg goes on below."""
    y = TOP
    for need in leg.needs:
        label = next(rule.label for rule in path_rules().needs if rule.name == need.name)
        parts = wrap(label.in_(language), max(int((step - 20) / LETTER), 12))
        for place, part in enumerate(parts):
            text = f"{MARKS[need.outcome]} {part}" if place == 0 else part
            yield {
                "x": begin + (INDENT if place else 0),
                "y": y,
                "text": text,
                "ink": INKS[need.outcome],
                "need": need.name,
            }
            y += ROW
        y += ROW // 3
