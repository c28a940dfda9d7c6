"""Every name and capital of a state stands for that state in a sentence of its language, whatever signs are in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.actors import Gazetteer, Mention, find_mentions
from dragoman.actors.states import LANGUAGES, forms
from dragoman.actors.tables import rows
from dragoman.languages import LanguagePack, Token, pack

FRAMES = {"en": "The army of {} trained.", "ru": "Армия страны {} проводит учения."}
OPEN = {("ru", "Виктория"): (), ("en", "Brussels"): ("BEL", "EU", "NATO"), ("ru", "Брюссель"): ("BEL", "EU", "NATO")}
"""Names that are meant not to stand for one state alone: a woman's name, the seat of two organisations."""


def parsed(reader: LanguagePack, texts: list[str]) -> list[list[Token]]:
    """The tokens of texts, each of them one sentence."""
    sentences = [sentence for text in texts for sentence in reader.split(text)]
    assert len(sentences) == len(texts)
    reader.parse(sentences)
    return [sentence.tokens for sentence in sentences]


def gazetteer(language: str) -> Gazetteer:
    reader = pack(language)
    return Gazetteer.load(language, reader.keys, reader.cut)


def named(language: str) -> Iterator[tuple[str, str]]:
    """(code, name) of every state and its capitals."""
    for iso3, called in forms(language).items():
        for name in (*called.names, *called.capitals):
            yield iso3, name.lstrip("=!")


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_states_stand_for_that_state(language: str) -> None:
    names = list(named(language))
    known = gazetteer(language)
    tokens = parsed(pack(language), [FRAMES[language].format(name) for _, name in names])
    wrong = []
    for (iso3, name), words in zip(names, tokens, strict=True):
        codes = tuple(code for mention in find_mentions(words, known) for code in mention.codes)
        if codes != OPEN.get((language, name), (iso3,)):
            wrong.append((iso3, name, codes))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("N. Korea shelled an island.", ["PRK"]),
        ("The People’s Republic of China sent a ship to Sana’a.", ["CHN", "YEM"]),
        ("A frigate of St. Kitts and Nevis called at St. John's.", ["KNA", "ATG"]),
    ],
)
def test_signs_inside_a_name(text: str, codes: list[str]) -> None:
    [tokens] = parsed(pack("en"), [text])
    assert [mention.codes for mention in mentions(tokens)] == [(code,) for code in codes]


def mentions(tokens: list[Token]) -> list[Mention]:
    return find_mentions(tokens, gazetteer("en"))


CITIES = {"en": "The town of {} lies there.", "ru": "Там лежит город {} с портом."}


@pytest.mark.parametrize("language", LANGUAGES)
def test_cities_are_places_of_their_state(language: str) -> None:
    names = [(row["iso3"], text.lstrip("=!")) for row in rows("cities.tsv", "iso3", "ru", "en")
             for text in row.several(language)]  # fmt: skip
    known = gazetteer(language)
    tokens = parsed(pack(language), [CITIES[language].format(name) for _, name in names])
    found = [
        (iso3, name, [(mention.form, mention.codes) for mention in find_mentions(words, known)])
        for (iso3, name), words in zip(names, tokens, strict=True)
    ]
    assert [entry for entry in found if entry[2] != [("city", (entry[0],))]] == []
