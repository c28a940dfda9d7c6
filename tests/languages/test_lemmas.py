"""Words as they are looked up: two forms that the lemmatiser knows to be of one word share a lemma."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import lemmas, readings, words_of
from dragoman.languages.lemmas import LONGEST, MOST
from dragoman.languages.ru.morphology import parses, plain

RUSSIAN = (
    "министр", "учение", "соглашение", "подписать", "сталь", "вести", "военный", "истребитель", "самолёт", "люди",
    "ребёнок", "Азербайджан", "Марокко", "поставить", "лучший", "быть", "идти", "беспилотник",
)  # fmt: skip
ENGLISH = (
    ("minister", "ministers"), ("sign", "signs", "signed", "signing"), ("meet", "met", "meeting"),
    ("meeting", "meetings"),
    ("buy", "buys", "bought", "buying"), ("defence", "defense"), ("organise", "organized"), ("ship", "shipped"),
    ("country", "countries"), ("child", "children"), ("be", "is", "were", "been"),
)  # fmt: skip


@pytest.mark.parametrize("word", RUSSIAN)
def test_every_form_of_a_russian_word_shares_its_lemma(word: str) -> None:
    parse = parses(plain(word))[0]
    forms = {form.word for form in parse.lexeme}
    assert forms
    for form in forms:
        for written in (form, form.upper(), form.capitalize()):
            assert plain(parse.normal_form) in readings(written, "ru")


@pytest.mark.parametrize("forms", ENGLISH)
def test_forms_of_an_english_word_share_a_lemma(forms: tuple[str, ...]) -> None:
    assert set.intersection(*(set(readings(form, "en")) for form in forms))


def test_a_form_of_two_words_has_the_lemmas_of_both() -> None:
    assert readings("стали", "ru") == ("стать", "сталь")
    assert readings("met", "en") == ("meet",)


def test_stems_and_forms_where_there_is_no_pack() -> None:
    assert readings("Ministers", "de") == readings("MINISTER", "de")
    assert readings("Міністри", "uk") == ("міністри",)
    assert readings("Ёлка", None) == ("елка",)


@given(st.text(max_size=400), st.sampled_from(["en", "ru", "de", "tr", "zh", None]))
def test_lemmas_hold_what_every_word_may_be(text: str, language: str | None) -> None:
    found = lemmas(text, language)
    assert len(found) == len(set(found)) <= MOST
    for word in words_of(text):
        assert len(word) <= LONGEST
        assert set(readings(word, language)) <= set(found)
    assert all(lemma and not any(sign in lemma for sign in " '\"\\_") for lemma in found)
