"""Which outlets hedge: the share of their arguments that is hedged, with the interval that it may lie in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from dragoman.figures.drawing import INK, SCALE, WIDTH, Drawing, rows
from dragoman.figures.words import Language, number, percent, words
from dragoman.findings.outlets import OutletClaims, SharedOut

MOST = 15
"""Outlets that have room: those with the most arguments."""
ENOUGH = 10
"""Arguments that an outlet needs to be named in the title, where two have as many: the interval of fewer is half the
scale wide.
"""
LABEL = 200
"""Pixels for the name of an outlet."""


def hedging(found: Sequence[OutletClaims], language: Language = "en") -> Drawing:
    """A row an outlet, the most hedging first; an outlet that neither hedges nor asserts anything has none."""
    told = words(language)
    shown = sorted(_with_share(found)[:MOST], key=lambda one: (-one[1].share, one[0].outlet or ""))
    values = [_row(outlet, share, language) for outlet, share in shown]
    base = rows(values)
    axis = alt.Axis(labelExpr="format(100 * datum.value, 'd') + '\u00a0%'", tickCount=5)
    y = alt.Y("outlet:N", sort=[row["outlet"] for row in values], title=None, axis=alt.Axis(labelLimit=LABEL))
    scale = alt.Scale(domain=[0, 1])
    spans = base.mark_rule(strokeWidth=2, color=SCALE[2]).encode(
        y=y, x=alt.X("low:Q", scale=scale, title=told.hedging_axis, axis=axis), x2="high:Q"
    )
    points = base.mark_point(filled=True, size=70, opacity=1, color=SCALE[0]).encode(
        y=y, x="share:Q", tooltip=["outlet:N", "told:N", "claims:Q"]
    )
    labels = base.mark_text(align="left", dx=6, dy=-9, fontSize=11, color=INK).encode(y=y, x="share:Q", text="told:N")
    chart = (spans + points + labels).properties(width=WIDTH - LABEL, height=34 * max(len(values), 1))
    left = len(_with_share(found)) - len(shown)
    return Drawing(
        title=_title(shown, language),
        subtitle=told.hedging_subtitle,
        caption=told.hedging_more.format(n=number(left, language)) if left else "",
        chart=chart,
    )


def _with_share(found: Sequence[OutletClaims]) -> list[tuple[OutletClaims, SharedOut]]:
    return [(one, one.hedged_share) for one in found if one.hedged_share is not None]


def _row(one: OutletClaims, share: SharedOut, language: Language) -> dict[str, Any]:
    told, whole = words(language), one.hedged + one.asserted
    return {
        "outlet": one.outlet or told.hedging_nobody,
        "share": share.share,
        "low": share.low,
        "high": share.high,
        "told": told.hedging_label.format(share=percent(share.share, language), n=number(whole, language)),
        "claims": whole,
    }


def _title(shown: Sequence[tuple[OutletClaims, SharedOut]], language: Language) -> str:
    told = words(language)
    if not shown:
        return told.hedging_none
    many = [one for one in shown if one[0].hedged + one[0].asserted >= ENOUGH]
    named = many if len(many) > 1 else shown
    (first, most), (last, least) = named[0], named[-1]
    names = {"most": first.outlet or told.hedging_nobody, "least": last.outlet or told.hedging_nobody}
    slots = {**names, "high": percent(most.share, language), "low": percent(least.share, language)}
    if len(shown) == 1:
        return told.hedging_one.format(**slots)
    # Two whose intervals overlap cannot be told apart, and a title that did would say more than the figures.
    apart = most.low > least.high
    return (told.hedging_apart if apart else told.hedging_alike).format(**slots)
