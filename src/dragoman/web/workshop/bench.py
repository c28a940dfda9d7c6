"""What a task works with in the workshop's process, and what it tells of itself."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Protocol

from dragoman.findings.holdings import Holdings
from dragoman.ledger import Ledger


class Step(StrEnum):
    """How far a task is."""

    waiting = "waiting"
    reading = "reading"
    coding = "coding"
    importing = "importing"
    testing = "testing"
    writing = "writing"
    done = "done"
    failed = "failed"


@dataclass
class Bench:
    """The ledger, and what is kept from one task to the next. `models` is held by whoever codes or calculates.

    `holdings` are the datasets by the state of the record.
    """

    ledger: Ledger
    models: threading.Lock = field(default_factory=threading.Lock)
    holdings: dict[str, Holdings] = field(default_factory=dict)

    def holdings_at(self, state: str) -> dict[str, Holdings]:
        """Those at this state of the record; older ones are let go."""
        if state not in self.holdings:
            self.holdings.clear()
            self.holdings[state] = Holdings()
        return self.holdings


class Tell(Protocol):
    """How a task tells how far it is."""

    def __call__(self, step: Step, done: int = 0, total: int | None = None) -> None:
        """The step that begins; within it, how much is `done` of the `total`, where that is known."""
        ...


class Task(Protocol):
    """Something to do; it goes to the other process as it is. An `urgent` one somebody is waiting for."""

    urgent: ClassVar[bool]

    def run(self, bench: Bench, tell: Tell) -> object:
        """Do it, telling each step; what comes of it goes back. Raises DragomanError for what a user can act on."""
        ...
