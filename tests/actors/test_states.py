"""Every state has what a reader needs, and the shipped table is the one that the script makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.actors import codes, label, members, states
from dragoman.actors.states import LANGUAGES, forms

SCRIPT = Path(__file__).parents[2] / "scripts" / "build_actors.py"


def test_states_are_the_members_of_the_un_and_five_more() -> None:
    assert set(states()) == members("UN") | {"VAT", "PSE", "XKX", "TWN", "ESH"}
    assert len(states()) == 198


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_names_an_adjective_and_a_capital(language: str) -> None:
    called = forms(language)
    assert set(called) == set(states())
    lacking = [iso3 for iso3, f in called.items() if not (f.names and f.adjectives and f.capitals)]
    assert lacking == []


@pytest.mark.parametrize(
    ("code", "english", "russian"),
    [
        ("AZE", "Azerbaijan", "Азербайджан"),
        ("USA", "United States", "США"),
        ("COD", "DR Congo", "ДР Конго"),
        ("NATO", "NATO", "НАТО"),
        ("GULF", "the Gulf states", "страны Персидского залива"),
    ],
)
def test_labels(code: str, english: str, russian: str) -> None:
    assert (label(code, "en"), label(code, "ru")) == (english, russian)


def test_label_of_a_language_without_names_is_english_and_an_unknown_code_stays() -> None:
    assert label("AZE", "fi") == "Azerbaijan"
    assert label("ZZZ") == "ZZZ"


def test_codes_of_the_field() -> None:
    assert codes("DEU") == (255, 260)
    assert codes("YEM") == (679, 678)
    assert codes("PSE") == codes("NATO") == (None, None)


def test_codes_are_of_one_state_each() -> None:
    for numbers in ([s.cow for s in states().values()], [s.gw for s in states().values()]):
        known = [number for number in numbers if number is not None]
        assert len(known) == len(set(known))


def test_script_makes_the_shipped_table() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT), "--check"], check=False)
    assert done.returncode == 0, "run scripts/build_actors.py and look at the difference"
