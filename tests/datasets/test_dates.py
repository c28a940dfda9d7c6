from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.datasets import iso_date


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((1999, 9, 28), "1999-09-28"),
        ((1999, 9, None), "1999-09"),
        ((1999, None, 28), "1999"),
        ((1999, 99, 99), "1999"),
        ((1999, 6, 31), "1999-06"),
        ((None, 6, 1), None),
        ((-9, 6, 1), None),
    ],
)
def test_a_date_goes_as_far_as_it_is_known(parts: tuple[int | None, ...], expected: str | None) -> None:
    assert iso_date(*parts) == expected


@given(st.one_of(st.none(), st.integers()), st.one_of(st.none(), st.integers()), st.one_of(st.none(), st.integers()))
def test_every_date_is_iso_or_none(year: int | None, month: int | None, day: int | None) -> None:
    found = iso_date(year, month, day)
    assert found is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", found)
    if found and len(found) == 10:
        date.fromisoformat(found)
