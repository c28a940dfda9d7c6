"""Paragraphs before sentences; spans point into the stored text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import Sentence, pack
from dragoman.languages.sentences import LONGEST

INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff\u0300\u0301]+")


def split(text: str) -> list[Sentence]:
    return pack("ru").split(text)


def stored(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(text)]


def test_a_line_break_ends_a_sentence_without_a_full_stop() -> None:
    text = "Визит в Ереван\nМинистр прилетел утром. Его встретил посол."
    assert stored(text) == ["Визит в Ереван", "Министр прилетел утром.", "Его встретил посол."]
    assert [s.paragraph for s in split(text)] == [0, 1, 1]
    assert [s.index for s in split(text)] == [0, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Генерал Петров и г-н Ли обсудили закупку на 3,5 млн руб. в год.",
        "Встреча прошла 5 мая 2024 г. в Минске.",
        "Об этом в интервью Vesti.example рассказал А. С. Иванов.",
    ],
)
def test_an_abbreviation_ends_none(text: str) -> None:
    assert stored(text) == [text]


def test_spans_with_no_break_spaces_are_those_of_the_stored_text() -> None:
    text = "Министр\u00a0обороны прибыл в\u00a0Ригу.  Он осмотрел порт."
    first, second = split(text)
    assert text[first.start : first.end] == "Министр\u00a0обороны прибыл в\u00a0Ригу."
    assert first.text == "Министр обороны прибыл в Ригу."
    assert text[second.start : second.end] == "Он осмотрел порт."


def test_glued_words_are_parted_for_analysis_only() -> None:
    text = "Об этом заявилминистр обороны Кении."
    (sentence,) = split(text)
    assert sentence.text == "Об этом заявил министр обороны Кении."
    place = sentence.text.index("министр")
    assert text[slice(*sentence.locate(place, place + 7))] == "министр"
    assert text[sentence.start : sentence.end] == text


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("Генерал такжепосетилКению.", "Генерал также посетил Кению."),
        ("КаквыяснилоМинобороны, он неоднократнопрошёл курс.", "Как выяснило Минобороны, он неоднократно прошёл курс."),
        ("Армия переориентируется на север.", "Армия переориентируется на север."),
        ("Министр запустился на судне Самозащита.", "Министр запустился на судне Самозащита."),
    ],
)
def test_verbs_part_the_words_glued_to_them(glued: str, parted: str) -> None:
    assert split(glued)[0].text == parted


def test_a_sentence_longer_than_any_is_cut_at_a_space() -> None:
    text = "слово " * 1000
    pieces = split(text)
    assert all(len(s.text) <= LONGEST for s in pieces)
    assert "".join(text[s.start : s.end] for s in pieces).split() == text.split()


def test_a_word_longer_than_any_is_cut_too() -> None:
    assert [len(s.text) for s in split("ы" * (LONGEST + 10))] == [LONGEST, 10]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u200b\n"])
def test_nothing_in_nothing(text: str) -> None:
    assert stored(text) in ([], [text.strip("\n")]) and not "".join(s.text for s in split(text)).strip()


@given(st.text(max_size=200))
def test_spans_lie_in_the_text_in_order_and_hold_its_letters(text: str) -> None:
    sentences = split(text)
    assert all(0 <= s.start <= s.end <= len(text) for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    held = "".join(text[s.start : s.end] for s in sentences)
    assert INVISIBLE.sub("", held) == INVISIBLE.sub("", text)
