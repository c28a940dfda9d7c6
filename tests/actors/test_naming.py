"""Whom a user means: codes and names in any language, and what is told where nobody, or several, are called so."""

from __future__ import annotations

import pytest

from dragoman.actors import actor_named, collectives, former_states, label, organisations, states
from dragoman.errors import ActorError


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("AZE", "AZE"),
        ("aze", "AZE"),
        (" nato ", "NATO"),
        ("НАТО", "NATO"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Марокко", "MAR"),
        ("марокко", "MAR"),
        ("южная  корея", "KOR"),
        ("Korea, South", "KOR"),
        ("США", "USA"),
        ("Soviet Union", "SUN"),
        ("the West", "WEST"),
        ("Баку", "AZE"),
    ],
)
def test_codes_and_names_in_any_language(said: str, meant: str) -> None:
    assert actor_named(said) == meant


def test_every_code_and_every_label_names_its_actor() -> None:
    for code in (*states(), *former_states(), *organisations(), *collectives()):
        assert actor_named(code) == code
    for code in (*states(), *organisations(), *collectives()):
        for language in ("en", "ru"):
            assert actor_named(label(code, language)) == code


@pytest.mark.parametrize(
    ("said", "near"),
    [
        ("Azerbaidjan", "is it AZE (Azerbaijan)?"),
        ("Турции", "is it TUR (Türkiye)?"),
        ("AZB", "AZE (Azerbaijan)"),
        ("Marocco", "is it MAR (Morocco)?"),
        ("Rheinmetall", "give a code such as AZE"),
        ("", "give a code"),
        ("!", "give a code"),
    ],
)
def test_an_unknown_actor_is_told_with_the_nearest(said: str, near: str) -> None:
    with pytest.raises(ActorError) as caught:
        actor_named(said)
    assert "no actor is called so" in caught.value.line and near in caught.value.line


@pytest.mark.parametrize(
    ("said", "codes"),
    [("Brussels", ("BEL", "EU", "NATO")), ("Congo", ("COG", "COD")), ("конголезский", ("COD", "COG"))],
)
def test_a_name_of_several_is_told_with_all_of_them(said: str, codes: tuple[str, ...]) -> None:
    with pytest.raises(ActorError, match="may be several actors") as caught:
        actor_named(said)
    assert all(code in caught.value.line for code in codes)
