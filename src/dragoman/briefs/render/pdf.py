"""PDF on A4, set by Typst: the text goes in as data, so that nothing of an article is read as markup."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from dragoman.briefs.render.lines import dateline, quotes, reasons, verdict
from dragoman.briefs.shape import Brief, Item
from dragoman.figures.fonts import FONTS

TEMPLATE = files("dragoman.briefs") / "data" / "brief.typ"


def pdf(brief: Brief) -> bytes:
    """The whole brief; the same brief gives the same bytes."""
    told = json.dumps(_content(brief), ensure_ascii=False)
    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"brief": told},
        font_paths=_fonts(),
    )
    return made


@cache
def _fonts() -> typst.Fonts:
    """Those of the package alone, so that a page looks alike on every machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def _content(brief: Brief) -> dict[str, Any]:
    lists = [(brief.trust.title, brief.trust.notes), (brief.sources.title, brief.sources.lines)]
    if brief.changes:
        lists.insert(0, (brief.changes.title, brief.changes.lines))
    return {
        "language": brief.language,
        "headline": brief.headline,
        "original": brief.original or "",
        "dateline": dateline(brief),
        "nothing": brief.nothing or "",
        "sections": [
            {"title": section.title, "note": section.note, "items": [_item(item, brief) for item in section.items]}
            for section in brief.sections
        ],
        "figure": brief.illustration.svg if brief.illustration else "",
        "lists": [{"title": title, "lines": list(lines)} for title, lines in lists],
    }


def _item(item: Item, brief: Brief) -> dict[str, Any]:
    return {
        "number": item.number,
        "text": item.text,
        "standing": item.standing,
        "quotes": list(quotes(item, brief)),
        "checked": [
            {
                "verdict": one.verdict.value,
                "label": verdict(one),
                "told": reasons(one, brief),
                "figure": bool(brief.illustration and brief.illustration.finding == one.finding),
            }
            for one in item.checked
        ],
    }
