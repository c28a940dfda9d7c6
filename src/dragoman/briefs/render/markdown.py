"""Markdown: what the article brings is escaped, so that it can only be text."""

from __future__ import annotations

import re

from dragoman.briefs.render.lines import dateline, quotes, reasons, verdict
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
    if brief.changes:
        parts.append(_list(brief.changes.title, brief.changes.lines))
    parts.append(_list(brief.trust.title, brief.trust.notes))
    lines = "\n".join(f"- {_source(line)}" for line in brief.sources.lines)
    parts.append(f"## {_plain(brief.sources.title)}\n\n{lines}")
    return "\n\n".join(parts) + "\n"


def _list(title: str, lines: tuple[str, ...]) -> str:
    told = "\n".join(f"- {_plain(line)}" for line in lines)
    return f"## {_plain(title)}\n\n{told}"


def _section(section: Section, brief: Brief) -> str:
    items = "\n".join(_item(item, brief) for item in section.items)
    return f"## {_plain(section.title)}\n\n*{_plain(section.note)}*\n\n{items}"


def _item(item: Item, brief: Brief) -> str:
    said = " ".join(quotes(item, brief))
    lines = [f"{item.number}. **{_plain(item.text)}** *{_plain(item.standing)}* {_spans(said)}"]
    indent = " " * (len(str(item.number)) + 2)
    lines += [f"{indent}→ **{_plain(verdict(one))}** {_plain(reasons(one, brief))}".rstrip() for one in item.checked]
    return "\n\n".join(lines)


def _source(line: str) -> str:
    return f"<{line}>" if _LINK.match(line) else _plain(line)


def _spans(text: str) -> str:
    """Quotes as they are shown; the brackets around places are ours."""
    return re.sub(r"\\\[(\d+-\d+)\\\]", r"[\1]", _plain(text))


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
