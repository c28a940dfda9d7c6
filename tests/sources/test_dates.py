"""Dates as pages write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources.dates import cut_iso, find_date


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("7 марта 2023", "2023-03-07"),
        ("Опубликовано 07 марта 2023 года, 9:05", "2023-03-07T09:05"),
        ("7 мар. 2023 г., 18:40", "2023-03-07T18:40"),
        ("07.03.2023 в 18:40", "2023-03-07T18:40"),
        ("18.11.2021 | 23:59:10", "2021-11-18T23:59"),
        ("March 7, 2023", "2023-03-07"),
        ("Tuesday, 7th of March 2023 at 6:40 p.m.", "2023-03-07T18:40"),
        ("Mar. 7, 2023 12:05 AM", "2023-03-07T00:05"),
        ("2023-03-07 18:40", "2023-03-07T18:40"),
        ("13/03/2023", "2023-03-13"),
    ],
)
def test_the_usual_spellings_are_read(line: str, iso: str) -> None:
    dated = find_date(line)
    assert dated is not None
    assert dated.iso == iso


@pytest.mark.parametrize(
    "line", ["сегодня, 14:25", "7 марта", "31 июня 2023", "04/05/2023", "10.45", "в 2023 году", "130.10.20234"]
)
def test_what_is_no_full_date_is_left_alone(line: str) -> None:
    assert find_date(line) is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2023-03-07T18:40:11+04:00", "2023-03-07T18:40"),
        ("2023-03-07T18:40Z", "2023-03-07T18:40"),
        ("2023-03-07T00:00:00+00:00", "2023-03-07"),
        ("2023-03-07", "2023-03-07"),
        ("2023-03", "2023-03"),
        ("2023", "2023"),
        ("Tue, 07 Mar 2023 18:40:11 +0400", "2023-03-07T18:40"),
        ("07.03.2023", "2023-03-07"),
        ("2023-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_machines_date_is_cut_to_what_is_known(value: str, iso: str | None) -> None:
    assert cut_iso(value) == iso


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert cut_iso(str(day)) == str(day)
    assert (dated := find_date(f"от {day:%d.%m.%Y} года")) is not None
    assert dated.iso == str(day)


@given(st.text())
def test_any_line_is_read_without_a_crash(line: str) -> None:
    dated = find_date(line)
    assert dated is None or 0 <= dated.start < dated.end <= len(line)
