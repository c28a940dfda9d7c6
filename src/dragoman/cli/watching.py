"""What is seen of a long run: how far it is, how fast, how much of it was relevant, and how long it will take."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from dragoman.scale.faults import Fault
    from dragoman.scale.orders import Done, Order
    from dragoman.scale.run import Phase
    from dragoman.scale.stages import Tally


class Watching:
    """Looks on at a run; draws a line on standard error where that is a terminal."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.sizes: dict[str, int] = {}
        self.heard: dict[str, Tally] = {}
        self.finished: dict[str, Tally] = {}
        self.began = time.monotonic()
        self.shown: Progress | None = None
        self.task: TaskID | None = None
        self.phase = ""

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn

            columns = (TextColumn("{task.description}"), BarColumn(bar_width=16), TextColumn("{task.fields[told]}"))
            self.shown = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
            self.shown.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.shown is not None:
            self.shown.stop()

    def begin(self, phase: Phase, orders: Sequence[Order]) -> None:
        """These orders are worked off now."""
        self.phase, self.began = phase.value, time.monotonic()
        self.sizes = {order.key: max(order.size, 1) for order in orders}
        self.heard, self.finished = {}, {}
        if self.shown is not None:
            if self.task is not None:
                self.shown.remove_task(self.task)
            self.task = self.shown.add_task(self.phase, total=sum(self.sizes.values()) or None, told="")

    def hear(self, key: str, tally: Tally) -> None:
        """So much has been reached in an order that is not done."""
        self.heard[key] = tally
        self._show()

    def done(self, done: Done) -> None:
        """An order is done."""
        self.heard.pop(done.key, None)
        self.finished[done.key] = done.tally
        self._show()

    def fault(self, fault: Fault) -> None:
        """Something could not be read."""
        self.faults.append(fault)

    def _show(self) -> None:
        if self.shown is not None and self.task is not None:
            self.shown.update(self.task, completed=self.stored(), told=self.line())

    def stored(self) -> int:
        """Bytes of the inputs that are done; of those at work as many as their pages suggest."""
        whole = sum(self.sizes[key] for key in self.finished)
        pages = sum(tally.bytes for tally in self.finished.values())
        ratio = whole / pages if pages else 0.25
        return min(sum(self.sizes.values()), whole + int(ratio * sum(tally.bytes for tally in self.heard.values())))

    def line(self) -> str:
        """Pages, rate, relevant share, parts, time left."""
        from dragoman.scale.stages import Stage, Tally

        tally = sum([*self.finished.values(), *self.heard.values()], Tally())
        spent = time.monotonic() - self.began
        parts = f"{len(self.finished)}/{len(self.sizes)} parts"
        pages = tally.at(Stage.page)
        told = [parts]
        if pages:
            kept = tally.at(Stage.article) / pages
            told = [f"{pages:,} pages", f"{pages / spent:,.0f}/s", f"{kept:.1%} kept", parts]
        stored, every = self.stored(), sum(self.sizes.values())
        if 0 < stored < every and spent > 2:
            told.append(f"{_duration(spent * (every - stored) / stored)} left")
        return ", ".join(told)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
