"""What a word of the right type does not say: who stands near is not who acts, a thing is no guest, a doubt no fact."""

from __future__ import annotations

import pytest

from dragoman.coding import code
from dragoman.model import Document, Statement


def coded(text: str) -> list[Statement]:
    """The events of a Russian text."""
    document = Document(id="x", source="precision", text=text, language="ru")
    return [s for s in code(document, frames_alone=True).statements if s.kind.value == "event"]


def told(text: str, type_: str) -> list[tuple[str, set[str | None]]]:
    """Status and actors of the events of a type."""
    return [(s.status.value, {p.actor for p in s.participants}) for s in coded(text) if s.type == type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ливийская война изменила расклад сил в Европе.", "clash"),
        ("Чтобы ответить на подобную агрессию, нужны танки Чили и деньги Перу.", "clash"),
        ("Министр обороны Чили провёл встречу с журналистами в столице Перу.", "meeting"),
        ("Министр обороны Чили побеседовал с ветеранами из Перу.", "meeting"),
        ("Парламент Чили принял закон об обороне после визита министра из Перу.", "meeting"),
        ("Россия ждёт от Турции извинений за сбитый самолёт.", "arms_transfer"),
        ("Публикации направлены на подрыв оборонных связей Чили и Перу, где служат истребители.", "arms_transfer"),
        ("Чили получает от Перу упрёки из-за танков.", "arms_transfer"),
        ("Парламент Чили обсудил полный запрет на продажу огнестрельного оружия.", "arms_transfer"),
    ],
)
def test_says_nothing_of_the_kind(text: str, type_: str) -> None:
    assert told(text, type_) == []


@pytest.mark.parametrize(
    ("text", "type_", "status", "actors"),
    [
        ("Продажа шведских гаубиц Перу ничего не меняет для Боливии.", "arms_transfer", "ongoing", {"SWE", "PER"}),
        ("Визит министра обороны Чили в Перу не принёс контрактов.", "visit", "happened", {"CHL", "PER"}),
        ("Учения Кении и Омана не вызвали вопросов у соседей.", "exercise", "ongoing", {"KEN", "OMN"}),
        ("Президент Чили смог направить войска в Боливию.", "basing", "happened", {"CHL", "BOL"}),
        ("Кения сумела поставить Замбии танки.", "arms_transfer", "happened", {"KEN", "ZMB"}),
        ("Чили не смогла поставить Перу танки.", "arms_transfer", "denied", {"CHL", "PER"}),
        ("Министр не ответил, подписан ли договор об обороне Чили с Перу.", "agreement", "possible", {"CHL", "PER"}),
        ("Журналисты спросили, поставила ли Чили танки Перу.", "arms_transfer", "possible", {"CHL", "PER"}),
        ("Неясно, получила ли Кения от Замбии танки.", "arms_transfer", "possible", {"KEN", "ZMB"}),
        (
            "Трудно поверить в то, чтобы Чили подписала с Перу договор об обороне.",
            "agreement",
            "possible",
            {"CHL", "PER"},
        ),
        ("Батальон ВС Чили дислоцируется в Боливии.", "basing", "ongoing", {"CHL", "BOL"}),
        (
            "Санкции, введённые США против оборонных заводов Ирана, остаются в силе.",
            "restriction",
            "ongoing",
            {"USA", "IRN"},
        ),
        ("Кения получит от Норвегии военную помощь.", "military_aid", "planned", {"KEN", "NOR"}),
    ],
)
def test_says_this(text: str, type_: str, status: str, actors: set[str]) -> None:
    assert (status, actors) in told(text, type_)


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        (
            "Министр обороны Чили прилетел в Перу. Гость передал хозяевам десять танков.",
            "arms_transfer",
            {"CHL", "PER"},
        ),
        ("В Кении побывал министр обороны Ганы. Гости обсудили военное сотрудничество.", "meeting", {"GHA", "KEN"}),
        (
            "Делегация Минобороны Омана прибыла в Тунис. Хозяева подарили гостям катера.",
            "arms_transfer",
            {"TUN", "OMN"},
        ),
        ("Чили и Перу провели учения. Обе столицы подписали договор об обороне.", "agreement", {"CHL", "PER"}),
        ("Пилоты ВВС Анголы учатся в Техасе.", "training", {"AGO", "USA"}),
        ("Асад встретился с министром обороны Ирана.", "meeting", {"SYR", "IRN"}),
    ],
)
def test_whom_a_text_means(text: str, type_: str, actors: set[str]) -> None:
    assert any(found == actors for _, found in told(text, type_))
