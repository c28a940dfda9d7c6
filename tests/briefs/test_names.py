"""Names in their forms."""

from __future__ import annotations

import pytest

from dragoman.briefs.english import English
from dragoman.briefs.persons import transliterate
from dragoman.briefs.russian import Russian, decline
from dragoman.briefs.tables import names

from .samples import who


def test_both_tables_have_the_same_actors() -> None:
    assert set(names("en")) == set(names("ru"))
    assert {"AZE", "MAR", "USA", "XKX", "TWN", "PSE", "ESH", "NATO", "EU", "GLOBAL_SOUTH"} <= set(names("en"))


@pytest.mark.parametrize(
    ("code", "case", "form"),
    [
        ("TUR", "ins", "Турцией"), ("SAU", "gen", "Саудовской Аравии"), ("SSD", "acc", "Южный Судан"),
        ("PHL", "in", "на Филиппинах"), ("FRA", "in", "во Франции"), ("USA", "with", "с США"),
        ("SVK", "with", "со Словакией"), ("CIV", "dat", "Кот-д’Ивуару"), ("ESH", "gen", "Западной Сахары"),
        ("MAR", "loc", "Марокко"), ("CHN", "to", "к Китаю"),
    ],
)  # fmt: skip
def test_russian_forms(code: str, case: str, form: str) -> None:
    assert Russian().actor(code).form(case) == form


def test_english_forms() -> None:
    english = English()
    assert english.actor("NLD").form("pos") == "the Netherlands’"
    assert english.actor("BALTIC").agrees == "pl"
    assert english.coordinate([english.actor(code) for code in ("USA", "GBR", "AUS")]).form("") == (
        "the United States, the United Kingdom and Australia"
    )


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert (English().actor("QQQ").form(""), Russian().actor("QQQ").form("gen")) == ("QQQ", "QQQ")


@pytest.mark.parametrize(
    ("name", "instrumental"),
    [
        ("Гасанов", "Гасановым"), ("Луди", "Луди"), ("Шойгу", "Шойгу"), ("Борис Писториус", "Борисом Писториусом"),
        ("Эрдоган", "Эрдоганом"), ("Меркель", "Меркель"), ("Austin", "Austin"),
    ],
)  # fmt: skip
def test_persons_are_declined_or_left_alone(name: str, instrumental: str) -> None:
    assert decline(name, "ins") == instrumental


def test_persons_as_far_as_they_are_known() -> None:
    english, russian = English(), Russian()
    nobody = who("party", "QAT", office="minister of defence")
    assert (english.person(nobody).form(""), russian.person(nobody).form("ins")) == (
        "Qatar’s defence minister",
        "министром обороны Катара",
    )
    stateless = who("party", None, office="chief of the general staff", person="Шапошник")
    assert english.person(stateless).form("") == "chief of the general staff Shaposhnik"
    assert russian.person(who("party", "KAZ", person="Шапошник")).form("") == "Шапошник (Казахстан)"


def test_letters() -> None:
    assert transliterate("Щукин-Хайруллаев Цой") == "Shchukin-Khayrullaev Tsoy"
