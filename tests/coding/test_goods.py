"""What is moved: kind, designation, number, price."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coding import code
from dragoman.coding.goods import DESIGNATION
from dragoman.model import Document, Statement

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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Бразилия поставила Уругваю 24 самолёта Super Tucano.", [("самолёта Super Tucano", 24.0, None)]),
        (
            "Финляндия передала Молдавии 36 САУ Caesar и сотни снарядов.",
            [("САУ Caesar", 36.0, None), ("снарядов", None, None)],
        ),
        ("Марокко купило у Индии шесть радаров на $86 млн.", [("радаров", 6.0, 86e6)]),
        ("Иордания получила от Бельгии несколько десятков бронемашин.", [("бронемашин", None, None)]),
        ("Швеция передала Латвии 10 тыс. снарядов.", [("снарядов", 10000.0, None)]),
        ("Перу закупит у Южной Кореи 30 танков K2 стоимостью около 1,2 млрд евро.", [("танков K2", 30.0, 1.2e9)]),
        (
            "Аргентина купила у Дании 24 подержанных истребителя F-16 за 300 млн долларов.",
            [("истребителя F-16", 24.0, 300e6)],
        ),
    ],
)
def test_goods_in_russian(said: Said, text: str, found: list[tuple[str, float | None, float | None]]) -> None:
    assert [(g.designation, g.number, g.value) for g in said(text, "arms_transfer").goods] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Brazil delivered a dozen Leopard 2A6 tanks to Uruguay.", ("Leopard 2A6 tanks", 12.0, None)),
        ("Norway sold Peru radars worth $86 million.", ("radars", None, 86e6)),
        ("Denmark transferred two F-16s to Argentina.", ("F-16s", 2.0, None)),
        ("Finland sent Moldova hundreds of shells.", ("shells", None, None)),
        ("South Korea will deliver 36 K9 howitzers to Estonia.", ("K9 howitzers", 36.0, None)),
        ("Slovenia delivered more than 1,200 rifles to Montenegro.", ("rifles", 1200.0, None)),
        (
            "Morocco bought 18 Caesar self-propelled howitzers from France for about 200 million euros.",
            ("Caesar self-propelled howitzers", 18.0, 200e6),
        ),
    ],
)
def test_goods_in_english(text: str, found: tuple[str, float | None, float | None]) -> None:
    (statement,) = code(Document(id="t", source="test", text=text, language="en"), frames_alone=True).statements
    assert [(g.designation, g.number, g.value) for g in statement.goods] == [found]


def test_a_visit_moves_nothing(said: Said) -> None:
    assert said("Министр обороны Кении прибыл в Маскат.", "visit").goods == ()


@pytest.mark.parametrize("word", ["F-16", "K9", "Т-72Б3", "С-300ПМУ", "Gripen", "МиГ-29", "M109"])
def test_shape_of_a_designation(word: str) -> None:
    assert DESIGNATION.match(word)


@pytest.mark.parametrize("word", ["2024", "ракета", "Анкара", "миллионов"])
def test_other_words_are_no_designation(word: str) -> None:
    assert not DESIGNATION.match(word)
