"""Choosing a language pack."""

from __future__ import annotations

import pytest

from dragoman.errors import LanguageUnsupported
from dragoman.languages import identify, pack, supported


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Министр обороны прибыл в столицу с официальным визитом.", "ru"),
        ("The minister of defence arrived in the capital on an official visit.", "en"),
        ("Le ministre de la Défense est arrivé dans la capitale en visite officielle.", "fr"),
        ("وصل وزير الدفاع إلى العاصمة في زيارة رسمية.", "ar"),
        ("12.03.2024 — 14:25", "und"),
        ("", "und"),
    ],
)
def test_identify(text: str, language: str) -> None:
    assert identify(text) == language


def test_a_pack_is_made_once() -> None:
    assert pack("ru") is pack("ru")
    assert "ru" in supported()


def test_a_language_without_a_pack_is_an_error_that_says_what_can_be_read() -> None:
    with pytest.raises(LanguageUnsupported) as raised:
        pack("xx")
    assert "'xx'" in raised.value.line
    assert "ru" in raised.value.advice
