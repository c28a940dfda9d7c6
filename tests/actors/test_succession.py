"""Which state had a number of the Correlates of War, one after the other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import by_cow, historic, holders_of_cow, states

NUMBERS = sorted({state.cow for state in (*states().values(), *historic()) if state.cow})


@pytest.mark.parametrize(
    ("number", "start", "end", "held"),
    [
        (373, "1996-05-01", None, ["AZE 1996-05-01 None"]),
        (365, "1971", "2001", ["SUN 1971 1991-12-25", "RUS 1991-12-26 2001"]),
        (365, "1991-12-26", None, ["RUS 1991-12-26 None"]),
        (365, "1894", "1945", ["RUS 1894 1922-12-29", "SUN 1922-12-30 1945"]),
        (345, "1990", "2014", ["YUG 1990 2003-02-03", "SCG 2003-02-04 2006-06-04", "SRB 2006-06-05 2014"]),
        (255, "1756", "1955", ["XPR 1756 1871-01-17", "DEU 1871-01-18 1955"]),
        (816, "1954", "1988", ["VDR 1954 1976-07-01", "VNM 1976-07-02 1988"]),
        (300, "1494", "1920", ["XAH 1494 1918-11-12"]),
        (315, "1990-02-27", None, ["CSK 1990-02-27 1992-12-31"]),
        (315, "1995", None, ["CSK 1995 None"]),
        (260, "1955-05-09", None, ["DEU 1955-05-09 None"]),
        (324, "1494", "1717", ["XVE 1494 1717"]),
        (99999, "1990", None, []),
    ],
)
def test_a_number_over_an_interval(number: int, start: str, end: str | None, held: list[str]) -> None:
    assert [" ".join(map(str, holder)) for holder in holders_of_cow(number, start, end)] == held


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        ("1991", "1991", ["SUN 1991 1991"]),
        ("1949", "1991", ["SUN 1949 1991"]),
        ("1991", None, ["SUN 1991 1991-12-25", "RUS 1991-12-26 None"]),
        ("1991-12", "1992", ["SUN 1991-12 1991-12-25", "RUS 1991-12-26 1992"]),
        ("1992", "1992", ["RUS 1992 1992"]),
    ],
)
def test_a_year_of_change_is_the_state_s_that_it_began_with(start: str, end: str | None, held: list[str]) -> None:
    assert [" ".join(map(str, holder)) for holder in holders_of_cow(365, start, end)] == held


def test_without_dates_all_who_ever_had_it() -> None:
    assert [holder.state for holder in holders_of_cow(365)] == ["RUS", "SUN", "RUS"]


@given(st.sampled_from(NUMBERS), st.integers(1816, 2030), st.integers(0, 200))
def test_holders_cover_the_interval_one_after_the_other(number: int, year: int, years: int) -> None:
    start, end = str(year), str(year + years)
    held = holders_of_cow(number, start, end)
    assert held[0].start == start
    assert held[-1].end == end or held[-1].state not in states()
    for one, following in pairwise(held):
        assert one.end is not None
        assert following.start is not None
        assert one.state != following.state
        assert one.end < following.start


@given(st.sampled_from(NUMBERS), st.dates())
def test_a_day_is_of_the_state_that_the_number_stands_for_on_it(number: int, day: object) -> None:
    found = by_cow(number, str(day))
    held = holders_of_cow(number, str(day), str(day))
    assert len(held) == 1
    assert found is None or str(day) < "1816" or held[0].state == found
