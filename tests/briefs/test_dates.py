"""Dates in the words of a brief: no more exact than they are."""

from __future__ import annotations

import pytest

from dragoman.briefs.dates import interval
from dragoman.briefs.tables import interface
from dragoman.model import Precision, Time


@pytest.mark.parametrize(
    ("start", "end", "precision", "en", "ru"),
    [
        ("2026-01-01", "2026-01-31", "month", "in January 2026", "(январь 2026 года)"),
        (
            "2026-01-01", "2026-06-30", "month",
            "between January 2026 and June 2026", "(январь 2026 года – июнь 2026 года)",
        ),
        ("2024-01-01", "2024-12-31", "year", "in 2024", "в 2024 году"),
        ("2024-01-01", "2026-12-31", "year", "between 2024 and 2026", "(2024 – 2026)"),
        ("2024-05-13", "2024-05-13", "day", "on 13 May 2024", "13 мая 2024 года"),
        (
            "2024-05-13", "2024-05-15", "day",
            "between 13 May 2024 and 15 May 2024", "(с 13 мая 2024 года по 15 мая 2024 года)",
        ),
        ("2024", None, None, "in 2024", "в 2024 году"),
        (None, None, None, "", ""),
    ],
)  # fmt: skip
def test_a_span_is_told_from_end_to_end(
    start: str | None, end: str | None, precision: Precision | None, en: str, ru: str
) -> None:
    time = Time(text="then", start=start, end=end, precision=precision)
    assert interval(time, interface("en")) == en
    assert interval(time, interface("ru")) == ru
