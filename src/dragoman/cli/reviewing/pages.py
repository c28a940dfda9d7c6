"""Pages of at most 80 columns for a reviewer: with styles in a terminal, plain text without."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

WIDTH = 80
LABEL = 10
"""Columns of the label in front of a line, with the space behind it."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Page:
    """Lines that are put together and then shown at once."""

    def __init__(self, *, styled: bool, width: int = WIDTH) -> None:
        self.styled = styled
        self.width = width
        self.lines: list[Text] = []
        self.console = Console(
            file=StringIO(),
            width=width,
            force_terminal=styled,
            no_color=not styled,
            highlight=False,
            emoji=False,
            color_system="standard" if styled else None,
        )

    def rule(self, left: str, right: str) -> None:
        """A line across the page with a word at either end."""
        middle = "─" * max(2, self.width - len(left) - len(right) - 8)
        self.lines.append(Text(f"── {left} {middle} {right} ──", style="bold"))

    def text(self, text: Text | str, style: str = "", indent: int = 0) -> None:
        """Text, wrapped."""
        body = text if isinstance(text, Text) else Text(clean(text), style=style)
        for line in body.wrap(self.console, self.width - indent):
            line.rstrip()
            self.lines.append(Text(" " * indent).append_text(line))

    def field(self, label: str, text: Text | str, style: str = "") -> None:
        """Text behind a label, every line of it at the same column; nothing where there is none."""
        if not text:
            return
        start = len(self.lines)
        self.text(text, style, indent=LABEL)
        if start < len(self.lines):
            self.lines[start] = Text().append(label.ljust(LABEL), style="dim").append_text(self.lines[start][LABEL:])

    def fields(self, label: str, texts: Iterable[Text | str]) -> None:
        """Several texts, the label before the first."""
        for place, text in enumerate(texts):
            self.field(label if not place else "", text)

    def gap(self) -> None:
        """An empty line."""
        self.lines.append(Text())

    def shown(self) -> str:
        """All of it, with a line feed at its end."""
        for line in self.lines:
            self.console.print(line, no_wrap=True, crop=False, overflow="ignore")
        file = self.console.file
        told = file.getvalue() if isinstance(file, StringIO) else ""
        return "\n".join(line.rstrip() for line in told.splitlines()) + "\n"


def page() -> Page:
    """A page for standard output: with styles where that is a terminal that wants them."""
    return Page(styled=styled(), width=min(WIDTH, max(40, shutil.get_terminal_size().columns)))


def styled() -> bool:
    """Whether standard output is a terminal, and neither NO_COLOR nor TERM speaks against styles."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def clean(text: str) -> str:
    """On one line, without control characters: an article cannot move the cursor."""
    return " ".join(CONTROL.sub(" ", text).split())
