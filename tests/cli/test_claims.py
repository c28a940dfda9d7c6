"""`dragoman claims` and `dragoman test`: what was argued, what the record says to it, who hedges."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
Ask = Callable[..., str]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with two articles and no dataset."""
    from typer.testing import CliRunner

    from dragoman.cli import app

    path = tmp_path_factory.mktemp("claims") / "ledger.db"
    sources = [str(EXAMPLES / name) for name in ("04_analysis.txt", "06_claims.page.txt")]
    made = CliRunner().invoke(app, ["add", *sources, "--ledger", str(path)], catch_exceptions=False)
    assert "2 new" in made.output and not made.output.endswith(" 0 claims tested\n")
    return path


@pytest.fixture
def ask(invoke: Callable[..., Any], filled: Path) -> Ask:
    def call(*words: str | Path) -> str:
        done = invoke(*words, "--ledger", filled)
        assert done.exit_code == 0, done.output
        return str(done.output)

    return call


def test_arguments_are_listed_with_how_they_are_put(ask: Ask) -> None:
    page = ask("claims", "--actor", "Vietnam", "--actor", "Israel")
    assert page.startswith("Arguments about Vietnam (VNM) with Israel (ISR): 1, the latest first\n")
    assert "through Czechia. (hedged by its" in page
    assert max(map(len, page.splitlines())) <= 80


def test_reasons_are_told_when_they_are_wanted(ask: Ask) -> None:
    page = ask("claims", "--type", "indirect_access", "--why")
    assert "- Consents of origin states to re-transfers" in page
    assert max(map(len, page.splitlines())) <= 80


def test_where_there_are_none_it_is_said_how_many_there_are_without_limits(ask: Ask) -> None:
    page = ask("claims", "--verdict", "supported")
    assert page.startswith("Arguments, supported: none.\nWithout the limits there are ")


def test_outlets_are_counted(ask: Ask) -> None:
    page = ask("claims", "--by-outlet", "--what", "all")
    assert "(outlet not known): " in page and "Портовый телеграф: 1 not checkable" in page
    told = json.loads(ask("claims", "--by-outlet", "--format", "json"))
    assert sum(one["claims"] for one in told["outlets"]) == told["found"]
    assert max(map(len, page.splitlines())) <= 80


def test_json_has_the_finding_and_csv_its_codebook(ask: Ask, tmp_path: Path) -> None:
    told = json.loads(ask("claims", "--what", "all", "--format", "json"))
    assert told["found"] == len(told["claims"])
    assert {one["finding"]["verdict"] for one in told["claims"]} == {"not_checkable"}
    assert all(one["words"] and one["statements"] for one in told["claims"])
    ask("claims", "--what", "all", "-o", tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["claim"] for row in rows] == [one["key"] for one in told["claims"]]
    assert (tmp_path / "claims.csv.codebook.json").is_file()
    ask("export", "--what", "claims", "-o", tmp_path / "all.csv")
    assert (tmp_path / "all.csv").read_bytes() == (tmp_path / "claims.csv").read_bytes()


def test_counts_are_no_table(invoke: Callable[..., Any], filled: Path) -> None:
    refused = invoke("claims", "--by-outlet", "--format", "csv", "--ledger", filled)
    assert refused.exit_code == 2 and "counts are text or JSON" in refused.output


def test_a_dataset_makes_tests_stale_and_they_are_made_again(invoke: Callable[..., Any], tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    invoke("add", EXAMPLES / "04_analysis.txt", "--ledger", ledger)
    invoke("import", "starter", "--ledger", ledger)
    page = invoke("claims", "--ledger", ledger).output
    assert "not checkable*" in page and "1 document waits to be put to the record: dragoman test" in page
    said = invoke("test", "--ledger", ledger).output
    assert said.startswith(f"{ledger}: 1 document tested, ") and "partly" in said
    page = invoke("claims", "--ledger", ledger).output
    assert "*" not in page and "waits" not in page and "partly" in page
    assert "0 documents tested" in invoke("test", "--ledger", ledger).output
    table = invoke("claims", "--what", "all", "-o", tmp_path / "claims.csv", "--ledger", ledger)
    assert table.exit_code == 0
    assert "sources" in (tmp_path / "claims.csv.codebook.json").read_text(encoding="utf-8")
