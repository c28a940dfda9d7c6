"""Weapons are known by designation, however spelt; a name that is a word too needs a sign that it is a weapon's."""

from __future__ import annotations

import csv

import pytest

from dragoman.coding import coder
from dragoman.coding.weapons import COLUMNS, FILE, designations, weapons
from dragoman.languages import pack

RUSSIAN = pack("ru")


def named(text: str) -> list[str]:
    """The names of the weapons in a Russian sentence."""
    (sentence,) = RUSSIAN.split(text)
    RUSSIAN.parse([sentence])
    spans = coder("ru").classes.spans(sentence.tokens)
    return [w.name for w in designations(RUSSIAN, sentence.tokens, spans).values()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Перу ждёт С-300 и С-400.", ["С-300", "С-400"]),
        ("Чили ведёт переговоры о Bayraktar TB-2 и Байрактарах.", ["Bayraktar TB2", "Байрактар"]),
        ("В Оман прибыли четыре Панциря-С1.", ["Панцирь-С1"]),
        ("Непал получил три Ми-17В-5 и два F-16C/D.", ["Ми-17В-5", "F-16C/D"]),
        ("Танки Leopard 2A6 уйдут в Кению.", ["Leopard 2A6"]),
        ("Ирак ищет замену Т-72Б3.", ["Т-72Б3"]),
        ("Партия ракет «Град» и дронов Ланцет.", ["Град", "Ланцет"]),
    ],
)
def test_a_name_is_found_in_any_spelling(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Град побил посевы в Чили.",
        "Министр приехал с 300 солдатами.",
        "Тайфун Хайян дошёл до Вьетнама.",
        "Корреспондент видел мираж.",
        "Вторая точка маршрута лежит в Гане.",
    ],
)
def test_a_word_is_no_weapon(text: str) -> None:
    assert named(text) == []


def test_the_data_are_rich_in_both_alphabets() -> None:
    with FILE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert list(rows[0]) == COLUMNS
    assert len({row["latin"] for row in rows}) == len(rows) >= 600
    assert sum(bool(row["cyrillic"]) for row in rows) >= 300
    assert len(weapons(RUSSIAN)) > len(rows)
