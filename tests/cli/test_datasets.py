"""`dragoman datasets` and `dragoman import`: what a user reads, and what a program gets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.datasets import entries

FIXTURES = Path(__file__).resolve().parents[1] / "datasets/fixtures"


def test_the_list_has_every_dataset_with_years_and_terms(invoke: Any) -> None:
    shown = invoke("datasets").output
    assert "sipri-register" in shown and "1950-2024" in shown and "non-commercial" in shown
    assert max(map(len, shown.splitlines())) <= 80
    found = json.loads(invoke("datasets", "--format", "json").output)
    assert {"name", "title", "terms", "credit", "gaps", "layouts"} <= set(found[0])


def test_one_dataset_is_told_with_all_that_a_user_must_know(invoke: Any) -> None:
    shown = invoke("datasets", "sipri-register").output
    for words in ("Where to get it", "Terms", "Credit line", "What it cannot tell", "Local production", "Measures"):
        assert words in shown


def test_what_the_ledger_has_is_told_of_each(invoke: Any, ledger_url: str) -> None:
    path = FIXTURES / "sipri-register.csv"
    assert invoke("import", "sipri-register", path, "--ledger", ledger_url).exit_code == 0
    shown = invoke("datasets", "--ledger", ledger_url).output
    assert shown.count("In the ledger:") == 1 and max(map(len, shown.splitlines())) <= 80
    assert "401 ties, " in " ".join(shown.split()) and "measures of 407 rows" in " ".join(shown.split())
    assert "401 ties" in invoke("datasets", "sipri-register", "--ledger", ledger_url).output
    assert "nothing of it" in invoke("datasets", "gdelt", "--ledger", ledger_url).output
    told = {
        one["name"]: one["held"]
        for one in json.loads(invoke("datasets", "--format", "json", "--ledger", ledger_url).output)
    }
    assert told["sipri-register"]["ties"] == 401 and told["gdelt"] is None


def test_a_ledger_that_is_named_has_to_be_there(invoke: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert invoke("datasets").exit_code == 0
    done = invoke("datasets", "--ledger", "none.db")
    assert done.exit_code == 2 and "no ledger there" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", entries())
def test_the_page_of_every_dataset_fits_the_screen(invoke: Any, name: str) -> None:
    """An address is not broken, however long it is."""
    too_long = [line for line in invoke("datasets", name).output.splitlines() if len(line) > 80]
    assert all("://" in line and " " not in line.strip() for line in too_long)


def test_a_check_reads_everything_and_writes_nothing(program: Any, tmp_path: Path) -> None:
    done = program("import", "sipri-register", FIXTURES / "sipri-register.csv", "--check")
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "407  rows read" in shown and "401  ties" in shown and "Nothing was written." in shown
    assert "unknown supplier(s): the dataset does not know who supplied" in shown
    assert "SIPRI Arms Transfers Database, ©" in shown
    assert not list(tmp_path.iterdir())


def test_the_report_is_there_for_a_program(invoke: Any) -> None:
    path = FIXTURES / "sipri-register.csv"
    found = json.loads(invoke("import", "sipri-register", path, "--check", "--format", "json").output)
    assert (found["rows"], found["ties"], found["version"]) == (407, 401, "12 Feb 2026")
    assert found["unmapped"][0]["count"] == 6


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("no-such", "x.csv"), "there is no dataset `no-such`"),
        (("sipri-register", "none.csv"), "none.csv: cannot be read"),
        (("sipri-register", str(FIXTURES / "sipri-tiv.csv")), "this looks like sipri-tiv"),
    ],
)
def test_a_mistake_is_one_line(program: Any, words: tuple[str, ...], said: str) -> None:
    done = program("import", *words, "--check")
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert done.stderr.decode().count("\n") == 1 and not done.stdout
