"""What goes wrong for a user: one line on standard error and exit code 2, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup

from dragoman.errors import DragomanError

EXIT_CODE = 2


def tell(line: str) -> None:
    """Print one line on standard error; what would break the line (or move the cursor) becomes a space."""
    shown = "".join(c if c.isprintable() else " " for c in line)
    print(f"dragoman: {shown}", file=sys.stderr)


class OneLine(TyperGroup):
    """The commands, with a DragomanError told on one line."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            tell(error.line)
            raise typer.Exit(EXIT_CODE) from error


class Failures:
    """The sources that failed, each told as it happens, while the others go on."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, line: str) -> None:
        """Tell of a failure, given as one line."""
        self.count += 1
        tell(line)

    @contextmanager
    def of(self, source: str) -> Iterator[None]:
        """Turn a DragomanError of this source into a told failure; the block ends there, the program does not."""
        try:
            yield
        except DragomanError as error:
            self.add(error.line if error.source else f"{source}: {error.line}")

    def close(self) -> None:
        """End the command with exit code 2 if anything failed."""
        if self.count:
            raise typer.Exit(EXIT_CODE)
