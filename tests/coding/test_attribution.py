"""Who says it, and in what order it was passed on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model import Statement

Said = Callable[..., Statement]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Дания передала Латвии радары.", []),
        ("Дания передала Латвии радары, которые отвечают новым нормам.", []),
        ("Прибыл посол Турции, который сообщил о продаже Анкарой ракет Катару.", [("посол Турции", "TUR")]),
        ("По словам посла Турции, Анкара поставила Катару ракеты.", [("посла Турции", "TUR")]),
        ("Анкара поставила Катару ракеты, сообщает Tidewatch.", [("Tidewatch", None)]),
        ("Как передаёт «Степной курьер», Анкара поставила Катару ракеты.", [("Степной курьер", None)]),
        ("Дания передала Латвии радары (Минобороны Латвии).", [("Минобороны Латвии", "LVA")]),
        (
            "Дания передала Латвии радары. Об этом сообщил глава генштаба Латвии.",
            [("глава генштаба Латвии", "LVA")],
        ),
        (
            "Дания передала Латвии радары. С таким заявлением выступил посол Дании.",
            [("посол Дании", "DNK")],
        ),
        (
            "О решении передать Латвии радары рассказал посол Дании.",
            [("посол Дании", "DNK")],
        ),
        (
            "Дания передала Латвии радары, о чём сообщило Минобороны Дании.",
            [("Минобороны Дании", "DNK")],
        ),
        (
            "Дания передала Латвии радары. Об этом сообщается на сайте Минобороны.",
            [("сайте Минобороны", "DNK")],
        ),
        (
            "Дания передала Латвии радары. Посол Дании назвал данный подарок щедрым.",
            [],
        ),
        (
            "Министр обороны Норвегии сообщил, что Осло передал Исландии радар.",
            [("Министр обороны Норвегии", "NOR")],
        ),
        (
            "Как сообщает агентство «Порто» со ссылкой на министерство обороны Анголы, Луанда купила у Испании катера.",
            [("министерство обороны Анголы", "AGO"), ("агентство «Порто»", None)],
        ),
    ],
)
def test_speakers_in_order(said: Said, text: str, speakers: list[tuple[str, str | None]]) -> None:
    assert [(a.speaker, a.actor) for a in said(text, "arms_transfer").attribution] == speakers


def test_span_is_where_the_speaker_stands(said: Said) -> None:
    text = "Анкара поставила Катару ракеты, сообщил посол Турции."
    (source,) = said(text, "arms_transfer").attribution
    assert text[slice(*source.span)] == "посол Турции" == source.speaker
    assert source.verb == "сообщить"


def test_it_is_reported_names_nobody(said: Said) -> None:
    assert said("Сообщается, что Дания передала Латвии радары.", "arms_transfer").attribution == ()


def test_an_official_on_his_own_state_is_no_hedge(said: Said) -> None:
    assert said("Анкара поставила Катару ракеты, сообщил министр обороны Турции.", "arms_transfer").status == "happened"


def test_a_council_that_employs_the_speaker_makes_no_visit_military(
    says: Callable[..., tuple[Statement, ...]],
) -> None:
    text = "Координатор в Совете национальной безопасности Кубы анонсировал визит президента Кубы в Лаос."
    assert says(text) == ()
