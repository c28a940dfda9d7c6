"""What every runner does, and which one a name stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from dragoman.errors import RunnerError
from dragoman.scale.orders import Done, Order, Work
from dragoman.scale.runners.names import RunnerName
from dragoman.scale.stages import Tally

Hear = Callable[[str, Tally], Any]
"""Hears what has been reached in an order, by its key, before it is done; a runner may have nothing to tell."""


class Runner(Protocol):
    """Works orders off, in any order and at once.

    An order that cannot be worked off comes back as a Done without inputs that tells of it as a fault: every order
    comes back exactly once, or the run ends with a RunnerError.
    """

    def run(self, work: Work, orders: Sequence[Order], hear: Hear) -> Iterator[Done]:
        """Each order's result as it comes."""
        ...

    def close(self) -> None:
        """End what is kept from one call of `run` to the next."""
        ...


def runner(name: RunnerName, workers: int, address: str | None = None) -> Runner:
    """The runner of a name. Raises RunnerError where what it needs is not installed, or the cluster is not there."""
    if name is RunnerName.local:
        from dragoman.scale.runners.local import LocalRunner

        return LocalRunner(workers)
    try:
        from dragoman.scale.runners.daft import DaftRunner
    except ImportError as error:
        what = f"the runner {name} needs a package that is not installed ({error.name})"
        raise RunnerError(what, advice="pip install 'dragoman[scale]'") from error
    return DaftRunner(workers, ray=name is RunnerName.ray, address=address)
