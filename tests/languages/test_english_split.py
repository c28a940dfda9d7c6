"""Sentences of English by rule; spans point into the stored text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import pack


def stored(text: str) -> list[str]:
    return [text[s.start : s.end] for s in pack("en").split(text)]


def test_a_line_break_ends_a_sentence_without_a_full_stop() -> None:
    text = "Visit to Lima\nThe minister landed at noon. An envoy met him."
    assert stored(text) == ["Visit to Lima", "The minister landed at noon.", "An envoy met him."]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ada Lowe of the U.S. Army met Lt. Col. J. P. Moss on Jan. 5 in Accra.",
        "The U.S. Navy sold 3.5 tons of parts, i.e. two lorries, to Togo vs. none before.",
        'Mr. Moss ("no comment.") left.',
    ],
)
def test_an_abbreviation_ends_none(text: str) -> None:
    assert stored(text) == [text]


def test_an_acronym_ends_one_before_a_word_that_begins_sentences() -> None:
    assert stored("It was built in the U.S. The yard is closed.") == ["It was built in the U.S.", "The yard is closed."]


def test_a_quotation_ends_with_its_mark() -> None:
    text = "\u201cWe will not sell.\u201d That was all he said."
    assert stored(text) == ["\u201cWe will not sell.\u201d", "That was all he said."]


@given(st.text(alphabet="ab AB.!?\u201c\u201d\n\u00a0", max_size=80))
def test_sentences_lie_in_the_text_in_order(text: str) -> None:
    spans = [(s.start, s.end) for s in pack("en").split(text)]
    assert spans == sorted(spans)
    assert all(0 <= a < b <= len(text) for a, b in spans)
