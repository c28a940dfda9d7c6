"""Prints docs/cli.md: what every command says of itself, with what holds for all of them. Run by `make docs`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

os.environ["COLUMNS"] = "80"

from typer.main import get_command
from typer.testing import CliRunner

from dragoman.cli import app

FOREWORD = """# The commands

Written by `make docs` from the commands themselves; a test compares. In Python: see the README.

## What holds for all of them

- A source is a text file, a page saved as text (headline, date, counters and "other news" around the article are told
  apart from it), an HTML file, an http(s) address, or `-` for standard input. A page may have 20 MB.
- Offsets count characters of the text that was read, from 0, the end not included. That text is the `text` of
  `document` in the output of `dragoman code`: the body alone, without the page's furniture.
- What cannot be read is told in one line on standard error: `dragoman: SOURCE: what happened; what to do`. Of several
  sources the good ones are done, the others are told.
- With `-o` the file appears whole or not at all; when nothing succeeded, an older file in its place stays as it was.
- Results go to standard output in UTF-8, everything else to standard error.

| exit code | when |
|---|---|
| 0 | everything was done |
| 1 | `evaluate`: a figure is below its floor |
| 2 | a source could not be read, its language has no pack, the result could not be written, or the line was mistyped |
| 130 | stopped with Ctrl-C |
"""


def reference() -> str:
    """The whole page in Markdown."""
    return "\n".join([FOREWORD, *map(_section, _names())])


def _names() -> Iterator[str]:
    """Every command, with the commands below it behind it."""
    commands = get_command(app).commands  # type: ignore[attr-defined]
    for name, command in sorted(commands.items()):
        yield name
        yield from (f"{name} {below}" for below in getattr(command, "commands", ()))


def _section(name: str) -> str:
    told = CliRunner().invoke(app, [*name.split(), "--help"], prog_name="dragoman")
    return f"## dragoman {name}\n\n```text\n{told.stdout.strip()}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
