"""Text for a terminal, at most 80 columns; without colour it is plain text that can be piped."""

from __future__ import annotations

import re
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.briefs.render.lines import dateline, quotes, reasons, verdict
from dragoman.briefs.shape import Brief, Item, Section
from dragoman.model import Verdict

WIDTH = 80
_STYLES = {"possible": "yellow", "planned": "cyan", "called_for": "cyan", "denied": "red"}
_VERDICTS = {
    Verdict.supported: "green", Verdict.partly: "yellow", Verdict.contradicted: "red", Verdict.no_trace: "magenta",
    Verdict.not_checkable: "cyan",
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


def terminal(brief: Brief, *, colour: bool = False, width: int = WIDTH) -> str:
    """The whole brief; `width` in columns."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        emoji=False,
        color_system="standard" if colour else None,
    )
    _print(console, brief.headline, "bold", 0)
    if brief.original:
        _print(console, brief.original, "italic", 0)
    for line in dateline(brief).split(" · "):
        _print(console, line, "dim", 0)
    if brief.nothing:
        console.print()
        _print(console, brief.nothing, "", 0)
    for section in brief.sections:
        _section(console, section, brief)
    if brief.changes:
        _list(console, brief.changes.title, brief.changes.lines)
    _list(console, brief.trust.title, brief.trust.notes)
    _list(console, brief.sources.title, brief.sources.lines)
    file = console.file
    text = file.getvalue() if isinstance(file, StringIO) else ""
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _section(console: Console, section: Section, brief: Brief) -> None:
    _heading(console, section.title)
    _print(console, section.note, "dim italic", 0)
    for item in section.items:
        _item(console, item, brief)


def _item(console: Console, item: Item, brief: Brief) -> None:
    mark = f"{item.number:>2}. "
    body = Text(_clean(item.text), style="bold")
    lines = body.wrap(console, console.width - len(mark))
    for place, line in enumerate(lines):
        console.print(Text(mark if not place else " " * len(mark)).append_text(line))
    _print(console, item.standing, _STYLES.get(item.status.value, "green"), len(mark))
    for quote in quotes(item, brief):
        _print(console, quote, "dim", len(mark))
    for checked in item.checked:
        body = Text(_clean(f"→ {verdict(checked)}"), style=f"bold {_VERDICTS[checked.verdict]}")
        told = _clean(reasons(checked, brief))
        console.print(Padding(body.append(f" {told}" if told else "", style="not bold"), (0, 0, 0, len(mark))))


def _list(console: Console, title: str, lines: tuple[str, ...]) -> None:
    _heading(console, title)
    for line in lines:
        for place, part in enumerate(Text(_clean(line)).wrap(console, console.width - 2)):
            console.print(Text("  " if place else "- ").append_text(part))


def _heading(console: Console, title: str) -> None:
    console.print()
    console.print(Text(_clean(title).upper(), style="bold"))


def _print(console: Console, text: str, style: str, indent: int) -> None:
    console.print(Padding(Text(_clean(text), style=style), (0, 0, 0, indent)))


def _clean(text: str) -> str:
    """On one line, without control characters: an article cannot move the cursor."""
    return " ".join(_CONTROL.sub(" ", text).split())
