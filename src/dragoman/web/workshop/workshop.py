"""The server's side of the workshop: begins tasks, listens to how far they are, starts the process when needed."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue

from dragoman.errors import DragomanError
from dragoman.ledger import Ledger
from dragoman.web.workshop.bench import Step, Task
from dragoman.web.workshop.process import Said, work

PATIENCE = 5.0
"""Seconds that the process has to end by itself when the server stops."""
Outbox = SimpleQueue[tuple[int, Task] | None]
"""Tasks on their way to a process; None ends it."""


@dataclass
class Work:
    """A task under way: its step, and how much is `done` of the `total` of that, where it is known.

    `result` is what came of it, `error` why it failed, in a line.
    """

    number: int
    step: Step = Step.waiting
    result: object = None
    error: str = ""
    done: int = 0
    total: int | None = None
    ended: threading.Event = field(default_factory=threading.Event)

    @classmethod
    def refused(cls, error: DragomanError) -> Work:
        """What could not be begun."""
        made = cls(0)
        made.hear(Said(0, Step.failed, error=error.line))
        return made

    @property
    def is_done(self) -> bool:
        """Whether it has ended, well or not."""
        return self.ended.is_set()

    def hear(self, said: Said) -> None:
        """Take note of how far it is."""
        self.step, self.result, self.error = said.step, said.result, said.error
        self.done, self.total = said.done, said.total
        if said.step in (Step.done, Step.failed):
            self.ended.set()


class Workshop:
    """Tasks over a ledger. The process starts with the first of them, and again should it ever die."""

    def __init__(self, ledger: Ledger) -> None:
        self._address = ledger.engine.url.render_as_string(hide_password=False)
        self._lock = threading.Lock()
        self._numbers = count(1)
        self._under_way: dict[int, Work] = {}
        self._process: SpawnProcess | None = None
        self._outbox: Outbox | None = None

    def begin(self, task: Task) -> Work:
        """Put a task into the queue; nobody waits for the process to take it."""
        with self._lock:
            made = Work(next(self._numbers))
            outbox = self._outbox or self._start()
            self._under_way[made.number] = made
            outbox.put((made.number, task))
        return made

    def warm(self) -> None:
        """Start the process, so that it has begun when the first task comes."""
        with self._lock:
            if self._outbox is None:
                self._start()

    def close(self) -> None:
        """End the process; what is under way is lost."""
        with self._lock:
            outbox, process, self._outbox, self._process = self._outbox, self._process, None, None
        if outbox is not None:
            outbox.put(None)
        if process is not None:
            process.join(PATIENCE)
            if process.is_alive():
                process.terminate()
                process.join(PATIENCE)

    def _start(self) -> Outbox:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, self._address), daemon=True, name="dragoman-workshop")
        with _deaf():
            process.start()
        theirs.close()
        outbox: Outbox = SimpleQueue()
        self._outbox, self._process, self._under_way = outbox, process, {}
        threading.Thread(target=self._send, args=(ours, outbox), daemon=True).start()
        threading.Thread(target=self._listen, args=(ours, outbox, self._under_way), daemon=True).start()
        return outbox

    def _send(self, pipe: Connection, outbox: Outbox) -> None:
        """Hand tasks over one after the other: a large upload waits here until the process takes it."""
        with suppress(OSError):
            while True:
                sent = outbox.get()
                pipe.send(sent)
                if sent is None:
                    return

    def _listen(self, pipe: Connection, outbox: Outbox, under_way: dict[int, Work]) -> None:
        with suppress(EOFError, OSError):
            while True:
                said = pipe.recv()
                found = under_way[said.number]
                found.hear(said)
                if found.is_done:
                    del under_way[said.number]
        # The process has ended: what was under way has failed, and the next task starts another one.
        with self._lock:
            if self._outbox is outbox:
                self._outbox = self._process = None
        outbox.put(None)
        for one in under_way.values():
            one.hear(Said(one.number, Step.failed, error="the work was interrupted; try it again"))


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C goes to every process of a terminal: one that is started within hears nothing of it, even as it loads."""
    # Starting the tracker, which the first process does, would open these ears again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
