"""The roles of brokers are those of a count over all triples."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.network.graphs import matrices
from tests.network.made import unhurried

from dragoman.model import Division
from dragoman.network.arrays import Flags
from dragoman.network.groups import group_numbers, groupings
from dragoman.network.roles import roles

NAMES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison")


def role(a: int, j: int, b: int) -> str:
    """By the groups of who gives, who passes on, who gets."""
    if a == j == b:
        return "coordinator"
    if a == b:
        return "consultant"
    if j == b:
        return "gatekeeper"
    return "representative" if a == j else "liaison"


@unhurried
@given(matrices(), st.data())
def test_roles_are_those_of_a_count_over_all_triples(matrix: Flags, data: st.DataObject) -> None:
    count = len(matrix)
    groups = data.draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    expected = {name: [0] * count for name in NAMES}
    for a, j, b in permutations(range(count), 3):
        if matrix[a, j] and matrix[j, b] and not matrix[a, b]:
            expected[role(groups[a], groups[j], groups[b])][j] += 1
    found = roles(matrix, np.array(groups, np.int64))
    assert {name: getattr(found, name).tolist() for name in NAMES} == expected
    assert found.total.tolist() == [sum(expected[name][j] for name in NAMES) for j in range(count)]


def test_who_is_in_no_group_is_a_group_of_its_own() -> None:
    actors = ("AZE", "CHE", "FRA", "DEU", "ARM", "KAZ")
    azerbaijan, switzerland, france, germany, armenia, kazakhstan = group_numbers(Division.blocs, actors, "2020-01-01")
    assert france == germany
    assert armenia == kazakhstan != france
    assert len({azerbaijan, switzerland, france, armenia}) == 4


def test_groups_follow_the_dates_of_membership() -> None:
    def together(on: str) -> bool:
        finland, france = group_numbers(Division.blocs, ("FIN", "FRA"), on)
        return bool(finland == france)

    assert not together("2022-12-31")
    assert together("2023-12-31")


def test_every_state_has_a_region() -> None:
    from dragoman.actors import states

    assert set(states()) <= set(groupings()[Division.regions].members("2024"))
