"""A city tells the host or the target, and never speaks or acts for its state."""

from __future__ import annotations

import pytest

from dragoman.coding import code
from dragoman.model import Document, Statement


def coded(text: str, language: str) -> list[Statement]:
    return list(code(Document(id="a", source="a", text=text, language=language), frames_alone=True).statements)


def roles(statement: Statement) -> set[tuple[str, str]]:
    return {(p.actor, p.role) for p in statement.participants}


@pytest.mark.parametrize(
    ("language", "text", "kind", "expected"),
    [
        ("en", "A US aircraft carrier arrived at Busan on Friday.", "basing", {("USA", "user"), ("KOR", "host")}),
        ("en", "American soldiers are stationed in Powidz.", "basing", {("USA", "user"), ("POL", "host")}),
        ("en", "Ukrainian drones attacked Belgorod.", "clash", {("UKR", "source"), ("RUS", "target")}),
        ("ru", "Американский авианосец прибыл в Пусан.", "basing", {("USA", "user"), ("KOR", "host")}),
        ("ru", "Российские войска обстреляли Краматорск.", "clash", {("RUS", "source"), ("UKR", "target")}),
        ("ru", "Министр обороны Чили посетил Трабзон.", "visit", {("CHL", "visitor"), ("TUR", "host")}),
    ],
)
def test_a_city_tells_host_and_target(language: str, text: str, kind: str, expected: set[tuple[str, str]]) -> None:
    assert expected in [roles(statement) for statement in coded(text, language) if statement.type == kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kramatorsk said it would buy Turkish drones."),
        ("en", "Russian soldiers are stationed in Murmansk."),
        ("en", "On the Aleppo front, Turkish troops continue to focus on seizing villages."),
        ("ru", "Краматорск заявил о закупке турецких беспилотников."),
        ("ru", "Россия разместила батальон в Мурманске."),
    ],
)
def test_a_city_is_no_government_and_no_other_state(language: str, text: str) -> None:
    assert coded(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "parties", "place"),
    [
        ("en", "The defence ministers of Chile and Peru met in Lausanne.", {"CHL", "PER"}, "CHE"),
        ("ru", "Министры обороны Чили и Перу встретились в Лозанне.", {"CHL", "PER"}, "CHE"),
        ("en", "Kenya and India held an exercise near Constanta.", {"KEN", "IND"}, None),
    ],
)
def test_a_city_is_no_party(language: str, text: str, parties: set[str], place: str | None) -> None:
    [statement] = coded(text, language)
    assert {p.actor for p in statement.participants} == parties
    assert statement.place == place
