"""`dragoman figure`: each kind on the starter record or a ledger, in each format; what is refused."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from dragoman.ledger import opened, ties
from dragoman.ledger.selection import Selection
from dragoman.model import Layer

from .filled import fill

if TYPE_CHECKING:
    from conftest import Invoke

SVG = "{http://www.w3.org/2000/svg}svg"


def title_of(invoke: Invoke, *words: str) -> str:
    done = invoke("figure", *words, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return " ".join(json.loads(done.stdout)["title"]["text"]).replace("\u00a0", " ")


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No ledger here: the starter record is drawn."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("suppliers", "AZE", "--since", "2010", "--until", "2019"), "Azerbaijan: Russia 80 % of arms in 2010–2014"),
        (("path", "Азербайджан", "США", "--via", "Morocco"), "Azerbaijan – Morocco – United States: "),
        (("ego", "Türkiye", "--as-of", "2020-05"), "Turkey has ties with "),
        (("timeline", "AZE", "Israel", "--until", "2020", "--lang", "ru"), "Азербайджан и Израиль: связей в данных — "),
        (("map", "MAR", "--as-of", "2020"), "Morocco has ties in force with "),
    ],
    ids=["suppliers", "path", "ego", "timeline", "map"],
)
def test_the_starter_record_is_drawn_and_the_title_answers(invoke: Invoke, words: tuple[str, ...], told: str) -> None:
    assert title_of(invoke, *words).startswith(told)


def test_a_change_is_asked_for_by_the_beginning_of_a_key(invoke: Invoke, tmp_path: Path) -> None:
    address = str(tmp_path / "own.db")
    assert invoke("import", "starter", "--ledger", address).exit_code == 0
    with opened(address) as ledger, ledger.reading() as connection:
        asked = Selection(actors=("AZE", "TUR"), layers=(Layer.agreement,))
        key = next(iter(ties.chosen(connection, asked))).id
    told = title_of(invoke, "change", key[:10], "--ledger", address)
    assert told.startswith(
        "Azerbaijan – Pakistan – Turkey (agreements, 13 January 2021): it adds 8 to the states that "
    )


def test_coded_ties_of_a_ledger_are_drawn_on_either_database(invoke: Invoke, ledger_url: str) -> None:
    fill(ledger_url)
    done = invoke("figure", "timeline", "Kazakhstan", "Mongolia", "--ledger", ledger_url)
    assert done.exit_code == 0, done.stderr
    assert ElementTree.fromstring(done.stdout).tag == SVG
    assert "keepers of the record of exercises" in done.stdout


def test_the_end_of_the_name_says_the_format(invoke: Invoke, tmp_path: Path) -> None:
    for name, begins in (("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.json", b"{")):
        assert invoke("figure", "timeline", "AZE", "ISR", "-o", tmp_path / name).exit_code == 0
        assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("suppliers", "AZE", "-o", "a.jpg"), ".svg, .png, .json"),
        (("suppliers", "AZE", "TUR"), "takes ACTOR; 2 given"),
        (("path", "AZE"), "BENEFICIARY and ORIGIN; 1 given"),
        (("timeline", "AZE", "Азербайджан"), "AZE is named twice"),
        (("ego", "AZE", "--via", "TUR"), "it is for path"),
        (("map", "AZE", "--since", "2010"), "it is for suppliers, timeline"),
        (("suppliers", "AZE", "--since", "soon"), "'soon' is no date"),
        (("pie", "AZE"), "is not one of"),
    ],
)
def test_a_mistyped_line_is_told_and_nothing_is_written(
    invoke: Invoke, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    done = invoke("figure", *words)
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.replace("│", " ").split())
    assert not list(tmp_path.iterdir())


def test_what_is_not_on_record_is_told_in_one_line(invoke: Invoke) -> None:
    done = invoke("figure", "change", "tffffffff")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "no event or tie of that name" in done.stderr


def test_a_png_is_nothing_for_a_terminal(tmp_path: Path) -> None:
    here, there = pty.openpty()
    line = [sys.executable, "-m", "dragoman", "figure", "suppliers", "AZE", "--format", "png"]
    done = subprocess.run(line, cwd=tmp_path, stdout=there, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(there)
    os.close(here)
    assert done.returncode == 2
    assert b"nothing for a terminal" in done.stderr
