"""Runs on this machine: orders one after the other in this process, or several at once in processes of their own.

Each process works off one order at a time, so that it is known over which one it died. A dead process is replaced and
its order given out once more; when that dies too, the order is told as a fault and the others go on. The processes are
kept from one kind of work to the next: each takes seconds to load what it reads with.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from dragoman.scale.faults import Fault
from dragoman.scale.orders import Done, Order, Work
from dragoman.scale.runners.protocol import Hear
from dragoman.scale.stages import Tally

ATTEMPTS = 2
"""How often an order is given out over which processes die."""
Message = Done | tuple[str, Tally]


class LocalRunner:
    """A plain iterator with one worker, a pool of processes with more."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool: Pool | None = None

    def run(self, work: Work, orders: Sequence[Order], hear: Hear) -> Iterator[Done]:
        """Each order's result as it comes."""
        if min(self.workers, len(orders)) <= 1:
            yield from (attempted(work, order, hear) for order in orders)
            return
        self._pool = self._pool or Pool()
        self._pool.grow(min(self.workers, len(orders)))
        try:
            yield from self._pool.results(work, orders, hear)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the processes, in the middle of their work if they are at any."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None


def attempted(work: Work, order: Order, hear: Hear) -> Done:
    """An order worked off here; an error that nobody foresaw is told as a fault of the order."""
    try:
        return work(order, lambda tally: hear(order.key, tally))
    except Exception as error:
        return failed(order, f"the work on it stopped ({type(error).__name__}: {error})")


def failed(order: Order, what: str) -> Done:
    """The result of an order that could not be worked off: without inputs, so that the next run takes it up again."""
    source = order.inputs[0].address if order.inputs else order.key
    more = f" and {len(order.inputs) - 1} more" if len(order.inputs) > 1 else ""
    fault = Fault(source=source + more, offset=None, what=what, advice="run the same command again")
    return Done(key=order.key, tally=Tally(faults=1), faults=(fault,))


@dataclass(slots=True)
class Worker:
    """A process, the line to it, and what it is at."""

    process: BaseProcess
    line: Connection
    order: Order | None = None


class Pool:
    """Processes that ask for orders."""

    def __init__(self) -> None:
        self.context = multiprocessing.get_context("spawn")
        self.workers: list[Worker] = []

    def grow(self, size: int) -> None:
        """Have at least so many processes."""
        self.workers += [self._hired() for _ in range(size - len(self.workers))]

    def results(self, work: Work, orders: Sequence[Order], hear: Hear) -> Iterator[Done]:
        """Each order's result as it comes."""
        waiting, deaths, open_orders = deque(orders), dict[str, int](), len(orders)
        while open_orders:
            for worker in self.workers:
                if worker.order is None and waiting:
                    worker.order = waiting.popleft()
                    with suppress(OSError):  # it died while it waited: the line tells so below
                        worker.line.send((work, worker.order))
            ready = wait([worker.line for worker in self.workers if worker.order])
            for worker in [worker for worker in self.workers if worker.line in ready]:
                done = self._heard(worker, waiting, deaths, hear)
                if done is not None:
                    open_orders -= 1
                    yield done

    def _heard(self, worker: Worker, waiting: deque[Order], deaths: dict[str, int], hear: Hear) -> Done | None:
        """What a worker says; a result, if that is what it is."""
        try:
            message: Message = worker.line.recv()
        except (EOFError, OSError):
            return self._dead(worker, waiting, deaths)
        if isinstance(message, Done):
            worker.order = None
            return message
        hear(*message)
        return None

    def _dead(self, worker: Worker, waiting: deque[Order], deaths: dict[str, int]) -> Done | None:
        """Put a new process in the place of a dead one; its order goes out again, or is given up."""
        worker.process.join()
        code, order = worker.process.exitcode or 0, worker.order
        worker.line.close()
        self.workers[self.workers.index(worker)] = self._hired()
        if order is None:
            return None
        deaths[order.key] = deaths.get(order.key, 0) + 1
        if deaths[order.key] < ATTEMPTS:
            waiting.appendleft(order)
            return None
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return failed(order, f"{ATTEMPTS} processes died over it ({how})")

    def _hired(self) -> Worker:
        here, there = self.context.Pipe()
        process = self.context.Process(target=serve, args=(there,), daemon=True)
        process.start()
        there.close()
        return Worker(process, here)

    def close(self) -> None:
        """End the processes: those that wait at once, those at work in the middle of it."""
        for worker in self.workers:
            worker.line.close()
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()


def serve(line: Connection) -> None:
    """A worker's life: work and orders come in, results go out, until the line is closed or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()
    while True:
        try:
            work, order = line.recv()
        except (EOFError, OSError):
            return
        line.send(attempted(work, order, lambda key, tally: line.send((key, tally))))


def _follow_parent() -> None:
    """End when the parent ends, however it does: nobody would take the result."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
