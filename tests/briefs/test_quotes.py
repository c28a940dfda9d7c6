"""A shortened quote is still the words of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.briefs.quotes import LONGEST, quote, quoted, shown, window
from dragoman.briefs.tables import interface
from dragoman.model import Cues, Evidence

from .samples import said


@given(st.text(min_size=1, max_size=500), st.integers(0, 499))
def test_a_window_is_a_part_of_the_text_and_short_enough(text: str, at: int) -> None:
    start, end = window(text, min(at, len(text)))
    assert 0 <= start <= end <= len(text) and end - start <= LONGEST


@given(st.lists(st.text("абвгд", min_size=1, max_size=9), min_size=60, max_size=90), st.integers(0, 59))
def test_words_are_not_cut(words: list[str], place: int) -> None:
    text = " ".join(words)
    at = len(" ".join(words[:place])) + (1 if place else 0)
    start, end = window(text, at)
    assert (start == 0 or text[start - 1] == " ") and (end == len(text) or text[end] == " ")
    assert start <= at < end


def test_cuts_are_marked() -> None:
    text = "начало " + "слово " * 60 + "подписали " + "конец " * 60
    at = text.index("подписали")
    long = said("threat", "happened").model_copy(
        update={
            "evidence": Evidence(start=10, end=10 + len(text), text=text),
            "cues": Cues(trigger=(10 + at, 10 + at + 9)),
        }
    )
    made = quote(long, "")
    assert "подписали" in made.text and made.text in text
    assert shown(made).startswith("…") and shown(made).endswith("…") and len(shown(made)) <= LONGEST


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("телеканал «Хангай»", "«телеканал „Хангай“»"),
        ("«Договор о подготовке»", "«Договор о подготовке»"),
        ("“Accord”", "«Accord»"),
        ("«Заря» и «Север»", "«„Заря“ и „Север“»"),
        ("«Договор о  подготовке", "«Договор о подготовке»"),
        ("телеканал Хангай»", "«телеканал Хангай»"),
        ("«»", ""),
    ],
)
def test_a_name_within_a_name_has_marks_of_its_own(text: str, shown_as: str) -> None:
    assert quoted(text, interface("ru")) == shown_as
