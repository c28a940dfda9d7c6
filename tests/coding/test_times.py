"""Dates against the day of publication, here 30 October 2024, a Wednesday."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.times import find
from dragoman.languages import pack
from dragoman.model import Precision

PUBLISHED = "2024-10-30T14:25"


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "future"),
    [
        ("прибыл 28 октября", "2024-10-28", "2024-10-28", Precision.day, False),
        ("прибудет 12 ноября", "2024-11-12", "2024-11-12", Precision.day, True),
        ("подписан 5 января", "2025-01-05", "2025-01-05", Precision.day, True),
        ("подписан 30 июня", "2024-06-30", "2024-06-30", Precision.day, False),
        ("подписан 5 января 2023 года", "2023-01-05", "2023-01-05", Precision.day, False),
        ("с 3 по 14 июня 2024 года", "2024-06-03", "2024-06-14", Precision.day, False),
        ("2-4 сентября", "2024-09-02", "2024-09-04", Precision.day, False),
        ("с 29 ноября по 2 декабря", "2024-11-29", "2024-12-02", Precision.day, True),
        ("в мае 2023 года", "2023-05-01", "2023-05-31", Precision.month, False),
        ("в феврале 2024 года", "2024-02-01", "2024-02-29", Precision.month, False),
        ("в ноябре", "2024-11-01", "2024-11-30", Precision.month, True),
        ("в 2021 году", "2021-01-01", "2021-12-31", Precision.year, False),
        ("вчера", "2024-10-29", "2024-10-29", Precision.day, False),
        ("завтра", "2024-10-31", "2024-10-31", Precision.day, True),
        ("сегодня", "2024-10-30", "2024-10-30", Precision.day, False),
    ],
)
def test_resolved(text: str, start: str, end: str, precision: Precision, *, future: bool) -> None:
    (when,) = find(pack("ru"), text, PUBLISHED)
    time = when.time()
    assert (time.start, time.end, time.precision, when.future) == (start, end, precision, future)


@pytest.mark.parametrize("text", ["прибыл 31 февраля", "встретились в понедельник"])
def test_kept_as_words_where_no_day_can_be_told(text: str) -> None:
    (when,) = find(pack("ru"), text, PUBLISHED)
    assert when.text and when.start is None and when.precision is None


def test_without_a_day_of_publication_only_full_dates_resolve() -> None:
    found = find(pack("ru"), "28 октября и 5 мая 2023 года", None)
    assert [w.time().start for w in found] == [None, "2023-05-05"]


@pytest.mark.parametrize("text", ["Имел 12 танков", "Проспект Маяковского", "дом 5, корпус 3", "Мартин и Юлия"])
def test_no_date_in_other_words(text: str) -> None:
    assert find(pack("ru"), text, PUBLISHED) == []


@given(
    st.text(alphabet="0123456789 -–.помайнвбргдуечьясхзтёкл", max_size=60), st.sampled_from([None, "2024", PUBLISHED])
)
def test_spans_are_the_words(text: str, published: str | None) -> None:
    for when in find(pack("ru"), text, published):
        assert text[when.first : when.last] == when.text
        assert when.start is None or when.end is None or when.start.year >= 1
