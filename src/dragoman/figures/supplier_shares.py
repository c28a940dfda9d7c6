"""Supplier shares over time: a bar a window, its parts labelled, with the concentration under it."""

from __future__ import annotations

from typing import Any

import altair as alt

from dragoman.figures.drawing import FAINT, INK, PAPER, SCALE, WIDTH, Drawing, rows
from dragoman.figures.sources import caption
from dragoman.figures.words import Language, index, name, percent, span, words
from dragoman.network import Suppliers, SupplierWindow

NAMED = 5
"""Suppliers that are told apart; the rest are one part."""
ROOM, LETTER = 0.055, 0.0155
"""The share that a part's label takes beside its name, and with each letter of it."""
PERCENT = alt.Axis(labelExpr="format(100 * datum.value, 'd') + '\u00a0%'", tickCount=5)
LINES = alt.Axis(
    labelExpr="split(datum.label, '|')", labelLimit=220, ticks=False, domain=False, labelPadding=8, labelOffset=-7
)
"""Labels of two lines."""


def supplier_shares(found: Suppliers, language: Language = "en") -> Drawing:
    """Who supplied a state, window by window. Windows without a volume are left out."""
    windows = [window for window in found.windows if window.volume.value]
    named = _named(windows)
    values = [row for window in windows for row in _rows(window, named, found, language)]
    order = [_label(window, language) for window in windows]
    y = alt.Y("window:N", sort=order, title=None, axis=LINES)
    x = alt.X("from:Q", title=words(language).share_axis, axis=PERCENT, scale=alt.Scale(domain=[0, 1]))
    base = rows(values)
    shown = [*(name(supplier, language) for supplier in named), words(language).others]
    colour = alt.Color(
        "supplier:N",
        scale=alt.Scale(domain=shown, range=[*SCALE[: len(named)], FAINT]),
        sort=shown,
        legend=alt.Legend(title=None, orient="top", symbolType="square", columns=len(shown), columnPadding=10),
    )
    bars = base.mark_bar(stroke=PAPER, strokeWidth=1.5).encode(
        y=y, x=x, x2="to:Q", color=colour, tooltip=["supplier:N", "share:N", "window:N"]
    )
    labels = (
        base.transform_filter("datum.room")
        .mark_text(fontSize=11)
        .encode(y=y, x=alt.X("middle:Q"), text="text:N", color=alt.Color("ink:N", scale=None))
    )
    note = "" if all(window.enough for window in windows) else words(language).few_note
    return Drawing(
        title=_title(windows, found, language),
        subtitle=words(language).suppliers_subtitle,
        caption=caption(found.scope.datasets, {found.dataset or ""}, language, note),
        chart=(bars + labels).properties(width=WIDTH - 160, height=46 * max(len(windows), 1)),
        table=[row for window in windows for row in _shares(window, found)],
    )


def _shares(window: SupplierWindow, found: Suppliers) -> list[dict[str, Any]]:
    """Every supplier of a window, also those that are not told apart in the picture."""
    return [
        {
            "recipient": found.recipient, "first": window.years.first, "last": window.years.last,
            "supplier": share.supplier, "share": share.share.value, "volume": share.volume.value,
            "unit": share.volume.unit, "deliveries": share.deliveries, "hhi": window.index and window.index.value,
            "enough": window.enough, "dataset": found.dataset,
        }
        for share in window.shares
    ]  # fmt: skip


def _named(windows: list[SupplierWindow]) -> list[str]:
    """Those with the largest share of any window, in the order of their volume over all windows: the first of a
    window is named also where its volume is small beside that of other windows.
    """
    total: dict[str, float] = {}
    most: dict[str, float] = {}
    for share in (share for window in windows for share in window.shares):
        total[share.supplier] = total.get(share.supplier, 0.0) + share.volume.value
        most[share.supplier] = max(most.get(share.supplier, 0.0), share.share.value)
    named = sorted(most, key=lambda supplier: (-most[supplier], -total[supplier], supplier))[:NAMED]
    return sorted(named, key=lambda supplier: (-total[supplier], supplier))


def _rows(window: SupplierWindow, named: list[str], found: Suppliers, language: Language) -> list[dict[str, Any]]:
    by_supplier = {share.supplier: share.share.value for share in window.shares}
    parts = [(supplier, by_supplier[supplier]) for supplier in named if supplier in by_supplier]
    rest = 1.0 - sum(share for _, share in parts)
    rows, at = [], 0.0
    for supplier, share in [*parts, ("", rest)]:
        if share <= 1e-9:
            continue
        place = named.index(supplier) if supplier else len(named)
        shown = name(supplier, language) if supplier else words(language).others
        rows.append(
            {
                "window": _label(window, language), "supplier": shown, "share": percent(share, language),
                "from": at, "to": at + share, "middle": at + share / 2, "text": f"{shown} {percent(share, language)}",
                "room": share >= ROOM + LETTER * len(shown),
                "ink": PAPER if place < 3 else INK,
            }
        )  # fmt: skip
        at += share
    return rows


def _label(window: SupplierWindow, language: Language) -> str:
    told = words(language)
    return told.window.format(
        years=span(window.years),
        index=index(window.index.value, language) if window.index else "–",
        n=int(window.deliveries.value),
        few="" if window.enough else told.few,
    )


def _title(windows: list[SupplierWindow], found: Suppliers, language: Language) -> str:
    recipient = name(found.recipient, language)
    told = [window for window in windows if window.shares]
    if not told:
        return words(language).suppliers_none.format(recipient=recipient)
    slots: dict[str, str] = {"recipient": recipient}
    for which, window in (("first", told[max(len(told) - 3, 0)]), ("last", told[-1])):
        top = window.shares[0]
        slots |= {
            which: name(top.supplier, language), f"share_{which}": percent(top.share.value, language),
            f"years_{which}": span(window.years),
        }  # fmt: skip
    text = words(language).suppliers_title if len(told) > 1 else words(language).suppliers_one
    return text.format(**slots)
