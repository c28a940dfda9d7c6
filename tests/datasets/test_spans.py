"""What two intervals share, and runs of years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.datasets.spans import Span, runs, shared


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (("1949-04-04", None), ("1952-02-18", "1966-03-07"), ("1952-02-18", "1966-03-07")),
        (("1990", "1995"), ("1995", "1999"), ("1995", "1995")),
        (("1990", "1995-03"), ("1995-05-01", None), None),
        (("1990", "1995"), ("1995-05-01", None), ("1995-05-01", "1995")),
        (("1990", "1991"), ("1992", None), None),
        ((None, None), (None, "1914"), (None, "1914")),
    ],
)
def test_what_two_intervals_share(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], both: tuple[str | None, str | None] | None
) -> None:
    assert shared(Span(*one), Span(*other)) == shared(Span(*other), Span(*one)) == (Span(*both) if both else None)


def test_runs_of_years() -> None:
    assert list(runs([1994, 1990, 1991, 1991, 1996, 1995])) == [(1990, 1991), (1994, 1996)]
    assert list(runs([])) == []


@given(st.lists(st.integers(1816, 2030)))
def test_runs_hold_the_years_and_no_other(years: list[int]) -> None:
    assert [year for first, last in runs(years) for year in range(first, last + 1)] == sorted(set(years))
