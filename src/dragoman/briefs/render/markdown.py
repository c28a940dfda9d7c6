"""Markdown: what the article brings is escaped, so that it can only be text."""

from __future__ import annotations

import re

from dragoman.briefs.render.lines import dateline, offsets, quoted
from dragoman.briefs.shape import Brief, Item, Section

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_LINK = re.compile(r"^https?://[^\s<>]+$")


def markdown(brief: Brief) -> str:
    """The whole brief."""
    parts = [f"# {_plain(brief.headline)}"]
    if brief.original:
        parts.append(f"*{_plain(brief.original)}*")
    parts.append(_plain(dateline(brief)))
    if brief.nothing:
        parts.append(_plain(brief.nothing))
    parts += [_section(section, brief) for section in brief.sections]
    notes = "\n".join(f"- {_plain(note)}" for note in brief.trust.notes)
    parts.append(f"## {_plain(brief.trust.title)}\n\n{notes}")
    lines = "\n".join(f"- {_source(line)}" for line in brief.sources.lines)
    parts.append(f"## {_plain(brief.sources.title)}\n\n{lines}")
    return "\n\n".join(parts) + "\n"


def _section(section: Section, brief: Brief) -> str:
    items = "\n".join(_item(item, brief) for item in section.items)
    return f"## {_plain(section.title)}\n\n*{_plain(section.note)}*\n\n{items}"


def _item(item: Item, brief: Brief) -> str:
    quotes = " ".join(f"{_plain(quoted(quote, brief))} {offsets(quote)}" for quote in item.quotes)
    return f"{item.number}. **{_plain(item.text)}** *{_plain(item.standing)}* {quotes}"


def _source(line: str) -> str:
    return f"<{line}>" if _LINK.match(line) else _plain(line)


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
