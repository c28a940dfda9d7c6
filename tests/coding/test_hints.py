"""The file of hints: every code is known, every phrase is found where it stands."""

from __future__ import annotations

import pytest

from dragoman.actors import organisations, states
from dragoman.actors.organisations import collectives
from dragoman.coding.conclusions.hints import NOBODY, data, of_language
from dragoman.languages import pack

LANGUAGES = ("ru", "en")
KNOWN = {*states(), *organisations(), *collectives()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_an_actor(language: str) -> None:
    assert set(data()[language]["words"]) <= KNOWN | {NOBODY}


def test_every_region_and_its_states_are_actors() -> None:
    assert {*data()["regions"], *(s for listed in data()["regions"].values() for s in listed)} <= KNOWN


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_as_it_is_written(language: str) -> None:
    made = of_language(language)
    for code, names in data()[language]["words"].items():
        for name in names:
            (sentence,) = pack(language).split(f"{name} — X.")
            pack(language).parse([sentence])
            starting = [p for key in sentence.tokens[0].keys for p in made.phrases.get(key, ())]
            assert any(p.code == code and p.fits(sentence.tokens, 0) for p in starting), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_twice(language: str) -> None:
    listed = [name for names in data()[language]["words"].values() for name in names]
    assert len(listed) == len(set(listed))
