"""How sure: one operator after another over the same act, by the order of precedence of the codebook."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model import Statement, Status

Says = Callable[..., tuple[Statement, ...]]
Said = Callable[..., Statement]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Дания передала Латвии радары.", Status.happened),
        ("Дания передаёт Латвии радары.", Status.ongoing),
        ("Дания передаст Латвии радары.", Status.planned),
        ("Дания намерена передать Латвии радары.", Status.planned),
        ("Дания пообещала передать Латвии радары.", Status.planned),
        ("Дания может передать Латвии радары.", Status.possible),
        ("Дания готова передать Латвии радары.", Status.possible),
        ("Дания передала бы Латвии радары.", Status.possible),
        ("Если парламент согласится, Дания передаст Латвии радары.", Status.possible),
        ("Источники сообщают, что Дания передала Латвии радары.", Status.possible),
        ("Дания не исключает, что передаст Латвии радары.", Status.possible),
        ("Латвия попросила Данию передать ей радары.", Status.called_for),
        ("Дания должна передать Латвии радары, потребовал министр обороны Латвии.", Status.called_for),
        ("Дания не передала Латвии радары.", Status.denied),
        ("Дания не намерена передавать Латвии радары.", Status.denied),
        ("Дания не может передать Латвии радары.", Status.denied),
        ("Дания отказалась передать Латвии радары.", Status.denied),
        ("Сообщения о передаче радаров Латвии Данией не соответствуют действительности.", Status.denied),
    ],
)
def test_status_of_a_delivery(said: Said, text: str, status: Status) -> None:
    assert said(text, "arms_transfer").status is status


def test_the_words_that_decide_are_shown(said: Said) -> None:
    text = "Дания может передать Латвии радары."
    assert [text[slice(*span)] for span in said(text, "arms_transfer").cues.status] == ["может"]
    text = "Дания не передала Латвии радары."
    assert [text[slice(*span)] for span in said(text, "arms_transfer").cues.negation] == ["не"]


def test_a_coming_date_makes_the_present_a_plan(said: Said) -> None:
    text = "Министр обороны Кении прилетает в Маскат 12 ноября."
    assert said(text, "visit", published="2024-10-30").status is Status.planned


def test_denial_takes_precedence_over_doubt(said: Said) -> None:
    text = "Минобороны Дании опровергло, что Копенгаген может передать Латвии радары."
    assert said(text, "arms_transfer").status is Status.denied


def test_not_only_negates_nothing(said: Said) -> None:
    assert said("Дания не только передала Латвии радары.", "arms_transfer").status is Status.happened


def test_cancelled_exercise_is_denied(said: Said) -> None:
    assert said("Совместные учения Дании и Латвии отменены.", "exercise").status is Status.denied


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Министерство обороны Чили опровергло сообщения о передаче Эквадору восьми вертолётов.",
            {("CHL", "supplier"), ("ECU", "recipient")},
        ),
        ("В Аккре опровергли слухи о закупке ракет у КНДР.", {("GHA", "recipient"), ("PRK", "supplier")}),
    ],
)
def test_who_denies_a_deal_is_its_other_party(
    says: Callable[..., tuple[Statement, ...]], text: str, roles: set[tuple[str, str]]
) -> None:
    (denied,) = says(text, type="arms_transfer")
    assert denied.status is Status.denied
    assert {(p.actor, p.role) for p in denied.participants} == roles


@pytest.mark.parametrize(
    ("text", "type", "status"),
    [
        ("Никаких соглашений об обороне с Лаосом Кубой подписано не было.", "agreement", Status.denied),
        ("Кения закупит радары в Турции?", "arms_transfer", Status.possible),
        ("Министр обороны Кубы отправится на саммит ОДКБ в Астану.", "meeting", Status.planned),
        ("Во время разговора министр обороны Кубы пообещал лаосскому коллеге помощь.", "meeting", Status.happened),
        ("Оман обвинил Кубу в поставках ракет Мали. В Гаване обвинения назвали ложью.", "arms_transfer", Status.denied),
        ("Согласно тексту фейка, кубинские военные размещены в Лаосе.", "basing", Status.denied),
        ("Пентагон одобрил возможную продажу Норвегии ракет.", "arms_transfer", Status.planned),
        ("Договор Кубы и Лаоса, подписанный в Риме, предусматривает учёбу кадетов ВМС.", "agreement", Status.happened),
        ("Куба откроет в Лаосе военную миссию. Правда, эти планы под вопросом.", "basing", Status.possible),
        ("Дроны везут в Кению через Оман и, вероятно, Катар.", "arms_transfer", Status.ongoing),
    ],
)  # fmt: skip
def test_status_by_scope(said: Said, text: str, type: str, status: Status) -> None:
    assert said(text, type).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Одной из главных задач саммита НАТО станет принятие концепции.",
        "Армия Кубы хорошо подготовлена к войне, заявил министр обороны Лаоса.",
        "Задержки поставок танков не позволяют Кубе наступать.",
    ],
)
def test_what_is_only_spoken_of_is_no_event(says: Callable[..., tuple[Statement, ...]], text: str) -> None:
    assert [s.type for s in says(text) if s.kind == "event"] == []


def test_a_denial_with_its_own_content_leaves_what_was_told_before(says: Says) -> None:
    bought, asked = says("Перу купит у Индии десять танков. Министр опроверг, что Перу просило истребители.")
    assert (bought.status, asked.status) == ("planned", "denied")
