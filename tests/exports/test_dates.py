from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports.dates import first_day, interval, known, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1999", "1999-01-01", "1999-12-31"),
        ("1816-02", "1816-02-01", "1816-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-10-30", "2024-10-30", "2024-10-30"),
        ("2024-10-30T14:25", "2024-10-30", "2024-10-30"),
        ("2023-02-30", None, None),
        ("2023-13", None, None),
        ("0000", None, None),
        ("c. 1999", None, None),
        ("19995", None, None),
        (None, None, None),
    ],
)
def test_a_cut_date_is_its_first_and_its_last_day(text: str | None, first: str | None, last: str | None) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


def test_an_end_before_the_start_is_left_open() -> None:
    assert interval("2010", "2009") == ("2010-01-01", None)
    assert interval("2010-05", "2010") == ("2010-05-01", "2010-12-31")
    assert interval(None, "2009") == (None, "2009-12-31")


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_day_lies_in_its_cut_date(day: date, length: int) -> None:
    cut = day.isoformat()[:length]
    first, last = first_day(cut), last_day(cut)
    assert first is not None
    assert last is not None
    assert first <= day.isoformat() <= last


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert bool(known(text)) == (first_day(text) is not None)
