"""Titles of agreements."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model import Statement

Said = Callable[..., Statement]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Министры обороны Чили и Перу подписали «Соглашение об охране границы».",
            "Соглашение об охране границы",
        ),
        (
            "Катар и Пакистан подписали соглашение «О взаимной защите секретной информации».",
            "О взаимной защите секретной информации",
        ),
        (
            "Кипр и Армения подписали меморандум о военном образовании.",
            "меморандум о военном образовании",
        ),
        (
            "Кения и Оман подписали соглашение о военном сотрудничестве, сообщает Tidewatch.",
            "соглашение о военном сотрудничестве",
        ),
        (
            "Кения и Оман подписали соглашение о военном образовании в Маскате.",
            "соглашение о военном образовании",
        ),
    ],
)
def test_title_quoted_or_described(said: Said, text: str, title: str) -> None:
    assert said(text, "agreement").instrument == title


def test_quoted_title_is_the_stored_text(said: Said) -> None:
    text = "Министры обороны Кении и Омана подписали «Договор\u00a0о\u00a0военной медицине»."
    assert said(text, "agreement").instrument == "Договор\u00a0о\u00a0военной медицине"


def test_kind_alone_is_no_title(said: Said) -> None:
    assert said("Министры обороны Кении и Омана подписали договор.", "agreement").instrument is None


def test_only_agreements_have_one(said: Said) -> None:
    assert said("Министр обороны Кении прибыл в Маскат.", "visit").instrument is None
