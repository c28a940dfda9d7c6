"""What stands alongside a tie, against a plain count over all ties."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.network.made import STATES, dataset, tie, unhurried

from dragoman.model import Layer, Status, Tie
from dragoman.network import Alongside, Network, alongside

REGISTER = "sipri-register"
A, B, C, D = STATES[:4]


def arms(source: str, target: str, year: int, weight: float = 1.0, **more: object) -> Tie:
    return tie(Layer.arms, source, target, str(year), str(year), dataset=REGISTER, weight=weight, **more)  # type: ignore[arg-type]


def asked(of: Tie, *ties: Tie, only: dict[str, tuple[str, ...]] | None = None) -> dict[str, Alongside]:
    made = Network.of((of, *ties), [dataset(REGISTER)])
    found = alongside(Network(made.columns, made.datasets, (), only or {}), of)
    return {one.end.value: one for one in found}


def told(found: Alongside) -> list[tuple[int, str, int, float | None]]:
    return [(one.rank, one.actor, one.ties, one.weight) for one in found.partners]


def test_who_else_gave_and_got() -> None:
    own = arms(A, B, 2010, 5.0)
    found = asked(own, arms(C, B, 2008, 15.0), arms(A, D, 2006, 2.0), arms(A, D, 2007, 2.0), arms(B, A, 2010, 9.0))
    assert told(found["target"]) == [(1, C, 1, 15.0), (2, A, 1, 5.0)]
    assert [one.share for one in found["target"].partners] == [0.75, 0.25]
    assert (found["target"].weight, found["target"].unit, found["target"].years.first) == (20.0, "TIV", 2006)
    assert told(found["source"]) == [(1, B, 1, 5.0), (2, D, 2, 4.0)]


@pytest.mark.parametrize(
    "other",
    [
        arms(C, B, 2005),
        arms(C, B, 2011),
        tie(Layer.arms, C, B, "2010", "2010", dataset="sipri-deals", weight=1.0),
        tie(Layer.aid, C, B, "2010", "2010", dataset=REGISTER),
        arms(C, B, 2010, status=Status.possible),
    ],
    ids=["before", "after", "another dataset", "another layer", "not sure"],
)
def test_what_is_not_counted(other: Tie) -> None:
    assert told(asked(arms(A, B, 2010), other)["target"]) == [(1, A, 1, 1.0)]


def test_an_excerpt_tells_of_those_it_is_cut_to() -> None:
    assert list(asked(arms(A, B, 2010), only={REGISTER: (B,)})) == ["target"]


def test_without_direction_both_have_it_with_others() -> None:
    pact = tie(Layer.agreement, A, B, "2010", None)
    others = tie(Layer.agreement, C, A, "2009", None), tie(Layer.agreement, A, C, "2008", None)
    first, second = alongside(Network.of((pact, *others)), pact)
    assert told(first) == [(1, C, 2, None), (2, B, 1, None)] and first.end == second.end == "either"
    assert told(second) == [(1, A, 1, None)]
    assert first.partners[0].share is None and first.unit is None


def test_one_thing_counts_once() -> None:
    pact = tie(Layer.agreement, A, B, "2010", None)
    parts = [tie(Layer.agreement, C, A, str(year), None, group="g") for year in (2009, 2010)]
    assert told(alongside(Network.of((pact, *parts)), pact)[0]) == [(1, B, 1, None), (2, C, 1, None)]


def test_a_tie_without_a_date_has_none_alongside() -> None:
    undated = tie(Layer.agreement, A, B, None, None)
    assert alongside(Network.of([undated]), undated) == ()


rows = st.lists(
    st.tuples(st.sampled_from(STATES), st.integers(2003, 2012), st.sampled_from((0.0, 0.5, 3.0))), max_size=30
)


@unhurried
@given(rows)
def test_sums_are_those_of_a_plain_count(given: list[tuple[str, int, float]]) -> None:
    own = arms(A, B, 2010, 2.0)
    sums: dict[str, float] = defaultdict(float, {A: 2.0})
    counts: dict[str, int] = defaultdict(int, {A: 1})
    for source, year, weight in given:
        if 2006 <= year <= 2010 and source != B:
            sums[source] += weight
            counts[source] += 1
    found = asked(own, *(arms(source, B, year, weight) for source, year, weight in given if source != B))["target"]
    assert {one.actor: (one.ties, pytest.approx(one.weight)) for one in found.partners} == {
        actor: (counts[actor], sums[actor]) for actor in counts
    }
    assert sum(one.share or 0.0 for one in found.partners) == pytest.approx(1.0)
    assert [one.rank for one in found.partners] == list(range(1, len(counts) + 1))
