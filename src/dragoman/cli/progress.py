"""A progress bar on standard error, for work that is long enough to want one."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 2.0
"""Seconds of work before the bar appears."""


class Bar:
    """Counts what is finished (documents, rows); unseen in short work, and where standard error is no terminal."""

    def __init__(self, total: int | None, *, wanted: bool, doing: str = "coding") -> None:
        self.doing = doing
        self.total = total
        self.wanted = wanted
        self.finished = 0
        self.began = time.monotonic()
        self.shown: Progress | None = None
        self.task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.shown is not None:
            self.shown.stop()

    def advance(self, by: int = 1) -> None:
        """So many more are finished."""
        self.finished += by
        if not self.wanted or time.monotonic() - self.began < PATIENCE:
            return
        if self.shown is None:
            self._show()
        if self.shown is not None and self.task is not None:
            self.shown.update(self.task, completed=self.finished)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn(self.doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.shown = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
        self.task = self.shown.add_task(self.doing, total=self.total)
        self.shown.start()


def bar_wanted(*, to_file: bool) -> bool:
    """Whether a bar would be seen and would not run through the result on the same terminal."""
    return sys.stderr.isatty() and (to_file or not sys.stdout.isatty())
