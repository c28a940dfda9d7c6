"""Bars in one lane never overlap."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.figures.lanes import MOST, lanes


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20)), max_size=MOST))
def test_bars_in_a_lane_follow_each_other(made: list[tuple[int, int]]) -> None:
    spans = sorted((float(begin), float(begin + years)) for begin, years in made)
    placed, deep = lanes(spans)
    assert deep == len(set(placed))
    for lane in set(placed):
        own = [span for span, place in zip(spans, placed, strict=True) if place == lane]
        assert all(before[1] <= after[0] for before, after in pairwise(own))


def test_there_are_never_more_than_a_row_has_room_for() -> None:
    assert lanes([(0.0, 9.0)] * (MOST + 3)) == ([*range(MOST), MOST - 1, MOST - 1, MOST - 1], MOST)
