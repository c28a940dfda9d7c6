"""A whole run: inputs are shared out, screened, copies found, coded; what is there already is left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from dragoman.scale.copies import find_copies
from dragoman.scale.dataset import DONE, SCREENED, Dataset
from dragoman.scale.faults import Fault
from dragoman.scale.orders import Done, Holding, Input, Order, Work
from dragoman.scale.runners.protocol import Runner
from dragoman.scale.stages import Tally

TOGETHER = 200
"""Files that hold one article each which go into one order."""


class Phase(StrEnum):
    """What a run is at."""

    screening = "screening"
    copies = "finding copies"
    coding = "coding"


class Watch(Protocol):
    """Whoever looks on: a progress bar, a test, nobody."""

    def begin(self, phase: Phase, orders: Sequence[Order]) -> None:
        """These orders are worked off now."""
        ...

    def hear(self, key: str, tally: Tally) -> None:
        """So much has been reached in an order that is not done."""
        ...

    def done(self, done: Done) -> None:
        """An order is done."""
        ...

    def fault(self, fault: Fault) -> None:
        """Something could not be read."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did (`now`), and what the dataset holds after it (`whole`). `peak` is the memory of a process."""

    now: Tally
    whole: Tally
    parts: int
    peak: int = 0
    unfinished: int = 0
    """Orders that came back with nothing but a fault."""


def run(given: Sequence[Input], dataset: Dataset, runner: Runner, watch: Watch) -> Outcome:
    """Code everything that is given and not yet in the dataset.

    May be interrupted at any moment and started again: a part that is whole is not made again. Raises OutputError where
    the dataset cannot be written, is being written by another run, or comes from other coders.
    """
    from dragoman.coding import coder
    from dragoman.languages import supported

    dataset.prepare({language: coder(language, frames_alone=True).name for language in supported()})
    with dataset.lock(), closing(runner):
        results = [*_screened(given, dataset, runner, watch), *_coded(dataset, runner, watch)]
        whole = dataset.records(DONE)
        for key in dataset.records(SCREENED).keys() & whole.keys():
            dataset.forget_screened(key)
    return Outcome(
        now=sum((done.tally for done in results), Tally()),
        whole=sum((done.tally for done in whole.values()), Tally()),
        parts=len(whole),
        peak=max((done.peak for done in results), default=0),
        unfinished=sum(not done.inputs for done in results),
    )


def _screened(given: Sequence[Input], dataset: Dataset, runner: Runner, watch: Watch) -> Iterator[Done]:
    from dragoman.scale.screening import screen

    orders = missing(given, dataset)
    yield from _worked_off(Phase.screening, screen, orders, runner, watch)


def _coded(dataset: Dataset, runner: Runner, watch: Watch) -> Iterator[Done]:
    from dragoman.scale.coded import code

    done, screened = dataset.records(DONE), dataset.records(SCREENED)
    waiting = [one for key, one in screened.items() if key not in done]
    if not waiting:
        return
    watch.begin(Phase.copies, [])
    copies = find_copies(dataset)
    orders = [
        Order(dataset=dataset.address, key=one.key, inputs=one.inputs, copies=copies.get(one.key, {}))
        for one in waiting
    ]
    yield from _worked_off(Phase.coding, code, orders, runner, watch)


def _worked_off(phase: Phase, work: Work, orders: list[Order], runner: Runner, watch: Watch) -> Iterator[Done]:
    """The results of orders, the largest of which are given out first: so the last to finish is a small one."""
    if not orders:
        return
    orders.sort(key=lambda order: (-order.size, order.key))
    watch.begin(phase, orders)
    for done in runner.run(work, orders, watch.hear):
        for fault in done.faults:
            watch.fault(fault)
        watch.done(done)
        yield done


def missing(given: Sequence[Input], dataset: Dataset) -> list[Order]:
    """Orders for the inputs that are in no part, whole or waiting; a part whose file has another size is made anew."""
    parts = {**dataset.records(SCREENED), **dataset.records(DONE)}
    there = {one.address: (one.size, part) for part in parts.values() for one in part.inputs}
    left: list[Input] = []
    for one in given:
        size, part = there.get(one.address, (None, None))
        if part is not None and len(part.inputs) == 1 and size != one.size:
            dataset.forget(part.key)
            part = None
        if part is None:
            left.append(one)
    articles = [one for one in left if one.holding is Holding.article]
    groups: list[tuple[Input, ...]] = [(one,) for one in left if one.holding is not Holding.article]
    groups += [tuple(articles[start : start + TOGETHER]) for start in range(0, len(articles), TOGETHER)]
    return [Order(dataset=dataset.address, key=_key(group), inputs=group) for group in groups]


def _key(group: Sequence[Input]) -> str:
    """The name of the part that comes of these inputs: 16 hexadecimal digits of their addresses."""
    return hashlib.sha256("\n".join(one.address for one in group).encode()).hexdigest()[:16]
