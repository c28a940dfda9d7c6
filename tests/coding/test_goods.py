"""What is moved: kind, designation, number, price."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coding.goods import DESIGNATION
from dragoman.model import Statement

Said = Callable[..., Statement]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Германия поставила Литве 1200 снарядов и 15 гаубиц.", [("снарядов", 1200.0), ("гаубиц", 15.0)]),
        ("Дания передала Латвии радары.", [("радары", None)]),
        ("Анкара поставила Катару 8 беспилотников.", [("беспилотников", 8.0)]),
    ],
)
def test_kind_and_number(said: Said, text: str, goods: list[tuple[str, float | None]]) -> None:
    assert [(g.designation, g.number) for g in said(text, "arms_transfer").goods] == goods


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Швеция передала Бразилии 6 истребителей Gripen.", "истребителей Gripen"),
        ("Германия поставит Литве 44 танка Leopard 2.", "танка Leopard 2"),
        ("Турция поставила Сомали вертолёты T129.", "вертолёты T129"),
    ],
)
def test_designation_is_told_once_with_its_kind(said: Said, text: str, named: str) -> None:
    assert [g.designation for g in said(text, "arms_transfer").goods] == [named]


@pytest.mark.parametrize(("word", "number"), [("шесть", 6.0), ("двенадцать", 12.0), ("сорок", 40.0)])
def test_numbers_in_words(said: Said, word: str, number: float) -> None:
    assert said(f"Швеция передала Бразилии {word} истребителей.", "arms_transfer").goods[0].number == number


def test_price(said: Said) -> None:
    goods = said("Румыния купила у Кореи 54 гаубицы за 920 миллионов долларов.", "arms_transfer").goods
    assert [(g.number, g.value, g.currency) for g in goods] == [(54.0, 920_000_000.0, "USD")]


def test_a_visit_moves_nothing(said: Said) -> None:
    assert said("Министр обороны Кении прибыл в Маскат.", "visit").goods == ()


@pytest.mark.parametrize("word", ["F-16", "K9", "Т-72Б3", "С-300ПМУ", "Gripen", "МиГ-29", "M109"])
def test_shape_of_a_designation(word: str) -> None:
    assert DESIGNATION.match(word)


@pytest.mark.parametrize("word", ["2024", "ракета", "Анкара", "миллионов"])
def test_other_words_are_no_designation(word: str) -> None:
    assert not DESIGNATION.match(word)
