"""Dates and times as a reader of the language writes them."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis.strategies import dates, sampled_from

from dragoman.model import Layer, Tie
from dragoman.web.templating import day, environment
from dragoman.web.tongues import tongues


@given(dates(), sampled_from(["en", "ru"]))
def test_a_day_is_written_as_babel_writes_it(date: datetime.date, language: str) -> None:
    assert day(date.isoformat(), language) == format_date(date, "d MMM y", locale=language)
    assert day(f"{date.isoformat()}T14:25", language) == day(date.isoformat(), language)
    assert day(date.isoformat()[:7], language) == format_date(date, "LLLL y", locale=language)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2014-05-12", "2015", "12 May 2014 – 2015"), ("2014-05", None, "May 2014 –"), ("2014", "2014", "2014"),
        (None, "2015", "no date"), (None, None, "no date"),
    ],
)  # fmt: skip
def test_the_time_of_a_tie(start: str | None, end: str | None, said: str) -> None:
    tie = Tie(
        id="t1", dataset="ours", record="1", layer=Layer.agreement, source="AZE", target="TUR", directed=False,
        start=start, end=end,
    )  # fmt: skip
    known = environment(tongues()["en"])
    assert known.filters["interval"](tie) == said
    assert known.filters["what"](tie) == known.filters["layer"](Layer.agreement)
    assert known.filters["what"](tie.model_copy(update={"subject": "a treaty"})) == "a treaty"
