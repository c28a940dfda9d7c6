"""Dates against the day of publication, here 30 October 2024, a Wednesday."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.times import anchor, find, settled
from dragoman.languages import pack
from dragoman.model import Precision, Statement

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


@pytest.mark.parametrize(
    ("language", "text", "start", "end", "precision"),
    [
        ("ru", "на прошлой неделе", "2024-10-21", "2024-10-27", Precision.day),
        ("ru", "в прошлом году", "2023-01-01", "2023-12-31", Precision.year),
        ("ru", "к концу 2025 года", "2025-01-01", "2025-12-31", Precision.year),
        ("ru", "в первой половине 2025 года", "2025-01-01", "2025-06-30", Precision.month),
        ("ru", "7–8 июня", "2024-06-07", "2024-06-08", Precision.day),
        ("ru", "в мае прошлого года", "2023-05-01", "2023-05-31", Precision.month),
        ("ru", "в следующем месяце", "2024-11-01", "2024-11-30", Precision.month),
        ("ru", "весной 2022 года", "2022-03-01", "2022-05-31", Precision.month),
        ("ru", "между 2026 и 2030 годами", "2026-01-01", "2030-12-31", Precision.year),
        ("ru", "с 28 декабря по 5 января", "2024-12-28", "2025-01-05", Precision.day),
        ("ru", "в прошлую среду", "2024-10-23", "2024-10-23", Precision.day),
        ("en", "by the end of next year", "2025-01-01", "2025-12-31", Precision.year),
        ("en", "in late September", "2024-09-01", "2024-09-30", Precision.month),
        ("en", "between 2026 and 2030", "2026-01-01", "2030-12-31", Precision.year),
        ("en", "this summer", "2024-06-01", "2024-08-31", Precision.month),
        ("en", "last month", "2024-09-01", "2024-09-30", Precision.month),
        ("en", "October 3-5, 2023", "2023-10-03", "2023-10-05", Precision.day),
        ("en", "in the second quarter of next year", "2025-04-01", "2025-06-30", Precision.month),
    ],
)
def test_a_phrase_is_one_span(language: str, text: str, start: str, end: str, precision: Precision) -> None:
    (when,) = find(pack(language), text, PUBLISHED)
    time = when.time()
    assert (time.text, time.start, time.end, time.precision) == (text, start, end, precision)


@pytest.mark.parametrize("text", ["last summer", "next Friday", "this Friday", "in winter"])
def test_what_two_readers_date_differently_stays_words(text: str) -> None:
    (when,) = find(pack("en"), text, PUBLISHED)
    assert when.text == text and when.start is None and when.precision is None


@pytest.mark.parametrize("text", ["The ministers may meet", "carried 2024 rifles", "Part 3 of 12"])
def test_no_date_in_other_english_words(text: str) -> None:
    assert find(pack("en"), text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "type", "start"),
    [
        ("Министр обороны Омана прибыл в Найроби в понедельник.", "visit", "2024-10-28"),
        ("Министр обороны Омана прибудет в Найроби в понедельник.", "visit", "2024-11-04"),
        ("Чехия в конце марта поставила Сенегалу 40 танков.", "arms_transfer", "2024-03-01"),
        ("Чехия в мае поставит Сенегалу 40 танков.", "arms_transfer", "2025-05-01"),
    ],
)
def test_the_tense_of_its_verb_tells_which(said: Callable[..., Statement], text: str, type: str, start: str) -> None:
    time = said(text, type, published=PUBLISHED).time
    assert time is not None and time.start == start


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


PIECES = """
с по и к между до from to in between and late of the - , 1 5 12 29 31 2023 2024 2025 года году мая марта may december
february last next year month week summer monday прошлого начале конце декабря понедельник
"""


@given(
    st.one_of(
        st.text(alphabet="0123456789 -–.помайнвбргдуечьясхзтёкл", max_size=60),
        st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join),
    ),
    st.sampled_from(["ru", "en"]),
    st.sampled_from([None, "2024", PUBLISHED, "2024-02-29"]),
)
def test_spans_are_the_words(text: str, language: str, published: str | None) -> None:
    for when in find(pack(language), text, published):
        assert (when.start is None) == (when.end is None) == (when.precision is None)
        assert when.start is None or when.end is None or when.start <= when.end
        for past in (True, False):
            told = settled(when, anchor(published), past=past)
            assert told.start is None or told.end is None or told.start <= told.end
        assert text[when.first : when.last] == when.text
        assert when.start is None or when.end is None or when.start.year >= 1


@pytest.mark.parametrize("published", ["2018-09/10", "2018-09-31", "2018-09", "осень 2018", None])
def test_a_publication_that_is_no_day_anchors_nothing(published: str | None) -> None:
    assert anchor(published) is None
    assert find(pack("ru"), "Завтра Чили передаст Перу танки.", published)[0].start is None
