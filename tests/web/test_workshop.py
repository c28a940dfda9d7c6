"""Work in a process of its own: done, failed, a defect, a process that dies, an end that waits for nobody."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest
from tests.web.tasks import Die, Echo, Fail, Hurry

from dragoman.ledger import Ledger
from dragoman.web.workshop import Step, Work, Workshop

PATIENCE = 120.0


@pytest.fixture
def workshop(ledger: Ledger) -> Iterator[Workshop]:
    made = Workshop(ledger)
    yield made
    made.close()


def ended(work: Work) -> Work:
    assert work.ended.wait(PATIENCE)
    return work


def test_work_is_done_elsewhere_and_comes_back(workshop: Workshop, ledger: Ledger) -> None:
    first, second = workshop.begin(Echo("a")), workshop.begin(Echo("b"))
    (word, process, name), (other, again, _) = ended(first).result, ended(second).result  # type: ignore[misc]
    assert (word, other, name) == ("a", "b", ledger.name)
    assert process == again != os.getpid()
    assert first.step is Step.done


def test_what_fails_says_why_and_what_is_a_defect_does_not_stop_the_work(workshop: Workshop) -> None:
    failed, defect = ended(workshop.begin(Fail(defect=False))), ended(workshop.begin(Fail(defect=True)))
    assert (failed.step, failed.error) == (Step.failed, "a.txt: nothing in it; give more")
    assert "ZeroDivisionError" in defect.error
    assert ended(workshop.begin(Echo("on"))).step is Step.done


def test_a_process_that_dies_is_told_and_started_again(workshop: Workshop) -> None:
    ended(workshop.begin(Echo("before")))
    waiting = [workshop.begin(Echo("lost", 60)) for _ in range(3)]
    died = ended(workshop.begin(Die()))
    assert {one.step for one in (died, *map(ended, waiting))} == {Step.failed}
    assert "interrupted" in died.error
    assert ended(workshop.begin(Echo("again"))).step is Step.done


def test_nobody_waits_behind_a_long_queue(workshop: Workshop) -> None:
    queue = [workshop.begin(Echo("slow", 30)) for _ in range(8)]
    assert ended(workshop.begin(Hurry())).result == "here"
    assert not any(one.is_done for one in queue)
    begun = time.monotonic()
    workshop.close()
    assert time.monotonic() - begun < 15
    assert {ended(one).step for one in queue} == {Step.failed}
