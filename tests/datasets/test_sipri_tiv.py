from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Read

Find = Callable[[str], Path]


def test_totals_of_a_dyad_are_those_of_the_register_but_for_later_revision(read: Read, fixture: Find) -> None:
    ties, measures, reading = read("sipri-tiv", fixture("sipri-tiv.csv"))
    register, _, _ = read("sipri-register", fixture("sipri-register.csv"))

    def total(of: list, source: str, target: str) -> float:  # type: ignore[type-arg]
        span = ("2010", "2014")
        return sum(t.weight for t in of if (t.source, t.target) == (source, target) and span[0] <= t.start <= span[1])

    assert total(ties, "RUS", "AZE") == pytest.approx(total(register, "RUS", "AZE"), rel=0.03)
    assert {tie.unit for tie in ties} == {"TIV"}
    assert {measure.name for measure in measures} <= set(reading.entry.measures)


def test_the_whole_table(read: Read, real: Find) -> None:
    ties, _, reading = read("sipri-tiv", real("sipri/sipri-exports-processed.csv"))
    assert reading.tally.rows == 21324
    assert not [name for name, why in reading.tally.unmapped if why.startswith("no state has this")]
    assert len(ties) + sum(reading.tally.skipped.values()) == 21324
