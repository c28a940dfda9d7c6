"""Lemmas and forms of English words, in both spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import pack
from dragoman.languages.en.words import lemma, plain


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("missiles", "NOUN", "missile"),
        ("countries", "NOUN", "country"),
        ("bought", "VERB", "buy"),
        ("supplying", "VERB", "supply"),
        ("Defense", "PROPN", "defence"),
        ("modernized", "VERB", "modernise"),
        ("arms", "NOUN", "arms"),
        ("arms", "VERB", "arm"),
        ("n't", "PART", "not"),
        ("their", "DET", "they"),
        ("howitzers", "NOUN", "howitzer"),
        ("mine-hunters", "NOUN", "mine-hunter"),
    ],
)
def test_lemma_of_a_form_as_a_part_of_speech(word: str, pos: str, expected: str) -> None:
    assert lemma(word, pos) == expected


@pytest.mark.parametrize(
    ("word", "among"),
    [("left", "leave"), ("talks", "talks"), ("forces", "forces"), ("licenses", "licence"), ("Programs", "programme")],
)
def test_keys_hold_every_lemma_and_end_with_the_form(word: str, among: str) -> None:
    keys = pack("en").keys(word)
    assert among in keys
    assert keys[-1] == plain(word)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("supply", "supplied"), ("ship", "shipping"), ("sell", "sold"), ("defence", "defense"), ("fly", "flies"),
        ("modernise", "modernizing"), ("deploy", "deploys"), ("exchange", "exchanging"), ("missile", "missiles"),
    ],
)  # fmt: skip
def test_forms_of_a_lemma(word: str, form: str) -> None:
    assert form in pack("en").forms(word)


@given(st.text(max_size=30))
def test_any_word_has_keys_and_forms(word: str) -> None:
    assert pack("en").keys(word)[-1] == plain(word)
    assert plain(word) in pack("en").forms(word)
