"""Runs on Daft: on its native runner in processes of this machine, or on a Ray cluster, the same code.

A row is an order, a batch is one row, so that processes that are done early take the next; the class that works them
off is made once a process and loads the models once. Archives are read inside of it with FastWARC: Daft's own reader
gives up a whole file for one broken record.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
# Neither package may report to its makers that it was used; both look at this when they are imported.

import daft

from dragoman.errors import RunnerError
from dragoman.scale.orders import Done, Order, Work
from dragoman.scale.runners.local import attempted
from dragoman.scale.runners.protocol import Hear


class OrderWorker:
    """Works orders off, given and answered as JSON; made once in every process."""

    def __init__(self, module: str, name: str) -> None:
        from dragoman.threads import one_thread

        one_thread()
        self.work: Work = getattr(import_module(module), name)

    def __call__(self, order: str) -> str:
        """The result of an order."""
        return attempted(self.work, Order.model_validate_json(order), lambda *_: None).model_dump_json()


class DaftRunner:
    """Daft with `workers` processes; with `ray` on the cluster at `address`, or on one that is started here."""

    def __init__(self, workers: int, *, ray: bool, address: str | None = None) -> None:
        self.workers = workers
        if ray:
            self._connect(address)
            daft.set_runner_ray(address=address, noop_if_initialized=True)
        else:
            daft.set_runner_native()

    def _connect(self, address: str | None) -> None:
        import ray

        try:
            if not ray.is_initialized():
                ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
        except (ConnectionError, OSError, RuntimeError, ValueError) as error:
            what = f"no Ray cluster can be reached ({error})"
            raise RunnerError(what, source=address or "ray", advice="start one, docs/cluster.md says how") from error

    def run(self, work: Work, orders: Sequence[Order], hear: Hear) -> Iterator[Done]:
        """Each order's result as it comes. Raises RunnerError where the cluster fails; what is done is done."""
        if not orders:
            return
        made = daft.cls(OrderWorker, max_concurrency=min(self.workers, len(orders)), use_process=True)
        worker: Any = made(work.__module__, getattr(work, "__name__", ""))
        table = daft.from_pydict({"order": [order.model_dump_json() for order in orders]})
        table = table.into_batches(1).select(worker(table["order"]).alias("done"))
        try:
            for row in table.iter_rows(results_buffer_size=None):
                yield Done.model_validate_json(row["done"])
        except Exception as error:
            what = f"the run stopped ({type(error).__name__}: {' '.join(str(error).split())[:200]})"
            raise RunnerError(what, advice="run the same command again: it goes on where it was") from error

    def close(self) -> None:
        """Nothing is kept: Daft ends its processes itself."""
