"""Places beside states: whose they are at a date, and which are nobody's."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.datasets.places import place, places


@pytest.mark.parametrize(
    ("name", "on", "state"),
    [
        ("Hong Kong", "1990", "GBR"),
        ("Hong Kong SAR China", "1997-07-01", "CHN"),
        ("Hong Kong", "1997", "GBR"),
        ("Greenland", "1951", "DNK"),
        ("Diego Garcia", "2008", "GBR"),
        ("Puerto Rico", "2024", "USA"),
        ("Vietnam", "1968", "XVS"),
        ("Yugoslavia", "2024", "SRB"),
        ("Yugoslavia", "2005-03", "SCG"),
        ("Aden", "1965", "GBR"),
    ],
)
def test_the_state_that_answers_for_a_place(name: str, on: str, state: str) -> None:
    found = place(name, on)
    assert found is not None and found.code == state


@pytest.mark.parametrize(("name", "on"), [("Antarctica", "1980"), ("Fiji and Tonga", "1999"), ("Kashmir", "1954")])
def test_what_is_no_states_says_why(name: str, on: str) -> None:
    found = place(name, on)
    assert found is not None and found.code is None and found.why


@pytest.mark.parametrize(("name", "on"), [("Vietnam", "1995"), ("France", "1995"), ("Yugoslavia", "1990")])
def test_a_state_is_left_to_the_list_of_states(name: str, on: str) -> None:
    assert place(name, on) is None


def test_no_place_is_two_states_at_once() -> None:
    for name, held in places().items():
        for before, after in pairwise(held):
            assert before.last < after.first, name
