"""The workshop's own process: takes tasks from a pipe, does a few at a time, and says how far each is."""

from __future__ import annotations

import os
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from dragoman.errors import DragomanError
from dragoman.ledger import opened
from dragoman.web.workshop.bench import Bench, Step, Task

AT_ONCE = 4
"""Tasks that are under way at once: while one is coded, the pages of others are fetched."""
URGENT = 2
"""Threads of their own for what somebody waits for."""
NICENESS = 5
"""Pages are answered before work is done."""


@dataclass(frozen=True, slots=True)
class Said:
    """How far a task is: its step, and how much of that; `result` once it is done, `error` where it failed."""

    number: int
    step: Step
    result: object = None
    error: str = ""
    done: int = 0
    total: int | None = None


def work(pipe: Connection, address: str) -> None:
    """Do tasks until there is None in their place, or the pipe is closed, deaf to Ctrl-C. `address` is the ledger's."""
    with suppress(OSError):
        os.nice(NICENESS)
    sending = threading.Lock()

    def say(said: Said) -> None:
        with sending, suppress(OSError):
            pipe.send(said)

    with opened(address) as ledger, ThreadPoolExecutor(AT_ONCE) as usual, ThreadPoolExecutor(URGENT) as urgent:
        bench = Bench(ledger)
        with suppress(EOFError, OSError):
            while (taken := pipe.recv()) is not None:
                number, task = taken
                (urgent if task.urgent else usual).submit(_do, number, task, bench, say)
        for pool in (usual, urgent):
            pool.shutdown(wait=False, cancel_futures=True)


def _do(number: int, task: Task, bench: Bench, say: Callable[[Said], None]) -> None:
    def tell(step: Step, done: int = 0, total: int | None = None) -> None:
        say(Said(number, step, done=done, total=total))

    try:
        result = task.run(bench, tell)
        say(Said(number, Step.done, result))
    except DragomanError as error:
        say(Said(number, Step.failed, error=error.line))
    except Exception as error:
        # A defect of ours: the server's log has it, and the work goes on with the next task.
        traceback.print_exc()
        say(
            Said(number, Step.failed, error=f"a fault of the program ({type(error).__name__}); the server's log has it")
        )
