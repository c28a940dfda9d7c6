"""States and persons that are meant but not named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model import Statement

Said = Callable[..., Statement]


@pytest.mark.parametrize(
    ("text", "type", "actors"),
    [
        (
            "Министр обороны Туниса приехал в Афины. Стороны подписали протокол о военном сотрудничестве.",
            "agreement",
            {"TUN", "GRC"},
        ),
        (
            "Кения и Оман провели учения. Обе страны подписали соглашение о военном сотрудничестве.",
            "agreement",
            {"KEN", "OMN"},
        ),
        ("Глава Генштаба Перу посетил Кито. Он встретился с министром обороны Эквадора.", "meeting", {"PER", "ECU"}),
        (
            "Эстония передала Кении радары. Балтийская страна заключила с Оманом договор о производстве дронов.",
            "agreement",
            {"EST", "OMN"},
        ),
        ("По словам министра обороны Кении, страна купит у Омана катера.", "arms_transfer", {"KEN", "OMN"}),
        ("Литва обвинила китайскую компанию в том, что она поставляет Кубе дроны.", "arms_transfer", {"CHN", "CUB"}),
        ("Министр обороны Кубы заявил, что Лаос поставит зенитные комплексы.", "arms_transfer", {"CUB", "LAO"}),
        (
            "Генерал армии США посетит Кению. Этот визит будет включать встречу с министром внутренних дел.",
            "meeting",
            {"USA", "KEN"},
        ),
        (
            "Министры обороны Кубы, Лаоса и Мали приехали в Рим. Министры этих стран участвуют в саммите.",
            "meeting",
            {"CUB", "LAO", "MLI"},
        ),
        ("Итальянские карабинеры обучили полицейских Ливии.", "training", {"ITA", "LBY"}),
        ("Истребители ВВС Испании будут базироваться в литовском Шяуляе.", "basing", {"ESP", "LTU"}),
        (
            "Президенты Кубы и Лаоса подписали договор об обороне. Гавана поставит радары.",
            "arms_transfer",
            {"CUB", "LAO"},
        ),
        ("Министр обороны Дании встретился с исландским коллегой.", "meeting", {"DNK", "ISL"}),
        (
            "Делегация Кении прибыла в Маскат. Туда же перебросили батальон кенийской морской пехоты.",
            "basing",
            {"KEN", "OMN"},
        ),
        ("Чили строит склад в Перу, где разместят чилийскую бригаду.", "basing", {"CHL", "PER"}),
        ("Инструкторы из Греции прибыли на Кипр. Местную армию обучат греческие сапёры.", "training", {"GRC", "CYP"}),
        (
            "Министр обороны Кипра встретился с кенийскими повстанцами. Оман направит повстанцам ракеты.",
            "arms_transfer",
            {"OMN", "KEN"},
        ),
        ("Корвет ВМС Греции пришвартовался в порту Кении.", "basing", {"GRC", "KEN"}),
        (
            "Кения намерена приобрести ракеты у союзников. Речь идёт об Омане, Греции и Перу.",
            "arms_transfer",
            {"KEN", "OMN", "GRC", "PER"},
        ),
        ("Чад потребовал от Франции вывести батальон.", "basing", {"TCD", "FRA"}),
        (
            "Министр обороны Кении прилетел в Маскат. Главы оборонных ведомств подписали договор об учениях.",
            "agreement",
            {"KEN", "OMN"},
        ),
    ],
)
def test_resolves_to(said: Said, text: str, type: str, actors: set[str]) -> None:
    assert set(said(text, type).actors()) == actors


def test_a_counterpart_holds_the_same_office(said: Said) -> None:
    meeting = said("Министр обороны Дании встретился с исландским коллегой.", "meeting")
    assert {p.actor: p.office for p in meeting.participants} == {
        "DNK": "minister of defence",
        "ISL": "minister of defence",
    }


def test_what_the_text_says_is_kept_as_surface(said: Said) -> None:
    text = "Министр обороны Туниса приехал в Афины. Стороны подписали протокол о военном сотрудничестве."
    assert {p.surface for p in said(text, "agreement").participants} == {"Стороны"}


def test_other_countries_are_not_the_two_spoken_of(says: Callable[..., tuple[Statement, ...]]) -> None:
    text = "Кения и Оман провели учения. Третьи страны подписали соглашение о военном сотрудничестве."
    assert all(set(s.actors()) != {"KEN", "OMN"} for s in says(text, type="agreement"))
