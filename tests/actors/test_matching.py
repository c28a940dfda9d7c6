"""Names are found in the forms that texts use, and words that only look like them are not."""

from __future__ import annotations

from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import Gazetteer, Mention, find_carriers, find_mentions
from dragoman.actors.states import forms, states
from dragoman.languages.shape import Token


class Reader(Protocol):
    """The fixture `ru` (conftest.py)."""

    def load(self) -> Gazetteer: ...
    def tokens(self, text: str) -> list[Token]: ...
    def mentions(self, text: str) -> list[Mention]: ...
    def found(self, text: str) -> list[tuple[str, ...]]: ...
    def carriers(self, text: str) -> list[tuple[str, str]]: ...


def english(word: str) -> tuple[str, ...]:
    """A plain English plural loses its s; enough for the names of these tests."""
    form = word.casefold()
    return tuple(dict.fromkeys([form[:-1], form])) if form.endswith("s") and len(form) > 3 else (form,)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Учения прошли в Саудовской Аравии.", ["SAU"]),
        ("Связи с Соединёнными Штатами крепнут.", ["USA"]),
        ("Связи с Соединенными Штатами Америки крепнут.", ["USA"]),
        ("Он передал азербайджанскому коллеге письмо.", ["AZE"]),
        ("Делегация прибыла из Кишинёва.", ["MDA"]),
        ("Делегация прибыла из Кишинева.", ["MDA"]),
        ("Договор подписан с Республикой Корея.", ["KOR"]),
        ("Самолёты уходят из Кот-д'Ивуара и Чада.", ["CIV", "TCD"]),
        ("Отряд вернулся из Папуа — Новой Гвинеи.", ["PNG"]),
        ("Отряд вернулся из Гвинеи-Бисау, а не из Гвинеи.", ["GNB", "GIN"]),
        ("Румыны и поляки ведут переговоры.", ["ROU", "POL"]),
        ("Эр-Рияд и Абу-Даби ждут ответа Тель-Авива.", ["SAU", "ARE", "ISR"]),
        ("Кремль ответил Госдепу, а Пентагон молчит.", ["RUS", "USA", "USA"]),
        ("ЦАХАЛ и ВСУ обменялись опытом.", ["ISR", "UKR"]),
        ("Рособоронэкспорт и «Рейнметалл» отказались, Baykar согласился.", ["RUS", "DEU", "TUR"]),
        ("Натовские корабли вошли в порт.", ["NATO"]),
        ("Страны Персидского залива и Запад спорят.", ["GULF", "WEST"]),
        ("В Южном Судане и Судане стало тише.", ["SSD", "SDN"]),
        ("В Того прибыли советники.", ["TGO"]),
        ("В Мали и Нигере сменилась власть.", ["MLI", "NER"]),
    ],
)
def test_names_in_any_case(ru: Reader, text: str, codes: list[str]) -> None:
    assert ru.found(text) == [(code,) for code in codes]


@pytest.mark.parametrize(
    "text",
    [
        "Для того чтобы уйти, нужен приказ.",
        "Того же мнения держатся соседи.",
        "ДЛЯ ТОГО ЧТОБЫ УЙТИ",
        "Запасы малы, а дым и чад мешают.",
        "В западной части области идут дожди.",
        "Флот вышел в Индийский океан через Персидский залив.",
        "Он говорит на русском языке.",
        "Об этом пишет The Washington Post.",
        "Об этом пишет «Европейская правда».",
        "Рассказы Чехова читают все.",
        "Куб льда растаял.",
        "Каждый штат решает сам.",
        "Северный Кипр и Южная Осетия здесь не коды.",
        "Латиноамериканский танец и проамериканский кандидат.",
    ],
)
def test_words_that_only_look_like_names(ru: Reader, text: str) -> None:
    assert ru.found(text) == []


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("молдавско-румынский", ["MDA", "ROU"]),
        ("американо-турецкими", ["USA", "TUR"]),
        ("украинско-турецкое", ["UKR", "TUR"]),
        ("Российско-белорусских", ["RUS", "BLR"]),
        ("франко-германской", ["FRA", "DEU"]),
        ("азербайджано-турецко-грузинские", ["AZE", "TUR", "GEO"]),
        ("Россия–НАТО", ["RUS", "NATO"]),
        ("латино-американский", []),
        ("военно-технический", []),
    ],
)
def test_compounds_name_each_part(ru: Reader, word: str, codes: list[str]) -> None:
    said = ru.mentions(f"Это {word} дело.")
    assert [mention.codes for mention in said] == [(code,) for code in codes]
    assert {(mention.start_token, mention.end_token) for mention in said} <= {(1, 2)}


def test_brussels_is_left_to_the_coder(ru: Reader) -> None:
    (mention,) = ru.mentions("Решение примут в Брюсселе.")
    assert mention.form == "capital"
    assert mention.codes == ("BEL", "EU", "NATO")


@pytest.mark.parametrize("iso3", sorted(states()))
def test_every_russian_name_is_found(ru: Reader, iso3: str) -> None:
    for name in forms("ru")[iso3].names:
        said = ru.mentions(f"Договор касается: {name.lstrip('=!')}.")
        assert any(iso3 in mention.codes for mention in said), name


def test_forms_are_told(ru: Reader) -> None:
    said = ru.mentions("Турецкие власти, Анкара, турки и Турция.")
    assert [mention.form for mention in said] == ["adjective", "capital", "demonym", "name"]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Главы оборонных ведомств встретились.", ["minister of defence"]),
        ("Шеф Пентагона приедет.", ["minister of defence"]),
        ("С заместителем министра обороны говорил посол.", ["deputy minister of defence", "ambassador"]),
        ("После обеда начальник Генштаба уехал.", ["chief of the general staff"]),
        ("В МИДе ответили, что войска уйдут.", ["ministry of foreign affairs", "troops"]),
        ("Давление со стороны соседей растёт.", []),
    ],
)
def test_carriers(ru: Reader, text: str, normal: list[str]) -> None:
    assert [name for name, _kind in ru.carriers(text)] == normal


def test_an_attribute_is_no_carrier(ru: Reader) -> None:
    read = ru.tokens("Военные учения")
    read[0].relation = "amod"
    assert find_carriers(read, ru.load()) == []
    assert ru.carriers("Военные ушли.") == [("troops", "force")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The U.S. and Türkiye signed with South Korea", ["USA", "TUR", "KOR"]),
        ("They told us that Polish troops left Chad", ["POL", "TCD"]),
        ("Ships in the South China Sea , says The Washington Post", []),
        ("Rheinmetall and the Gulf states", ["DEU", "GULF"]),
    ],
)
def test_english_names(text: str, codes: list[str]) -> None:
    read = [Token(word, 0, 0, index, keys=english(word)) for index, word in enumerate(text.split())]
    gazetteer = Gazetteer.load("en", english, str.split)
    assert [mention.codes for mention in find_mentions(read, gazetteer)] == [(code,) for code in codes]


@given(text=st.text(max_size=80))
def test_any_text_can_be_read(ru: Reader, text: str) -> None:
    read = ru.tokens(text)
    spans = [(mention.start_token, mention.end_token) for mention in find_mentions(read, ru.load())]
    spans += [(carrier.start_token, carrier.end_token) for carrier in find_carriers(read, ru.load())]
    assert all(0 <= start < end <= len(read) for start, end in spans)


def test_the_gazetteer_is_built_once(ru: Reader) -> None:
    assert ru.load() is ru.load()
