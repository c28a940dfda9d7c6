"""`dragoman code` where it makes a dataset, `load` and `sql`, as a user sees them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import ARTICLE, Invoke


@pytest.fixture
def coded(invoke: Invoke, tmp_path: Path) -> Path:
    """A dataset of a folder with two articles, one of which is empty."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "pages/b.txt").write_text(" \n", encoding="utf-8")
    done = invoke("code", tmp_path / "pages", "-o", tmp_path / "coded")
    assert done.exit_code == 2
    assert "b.txt: nothing to read in it" in done.stderr
    assert "statements in 1 parts" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    return tmp_path / "coded"


def test_a_dataset_is_asked_and_loaded(invoke: Invoke, coded: Path, tmp_path: Path) -> None:
    query = "SELECT type, status FROM statements ORDER BY evidence_start"
    told = invoke("sql", coded, query, "--format", "jsonl")
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert {"type": "agreement", "status": "happened"} in rows
    shown = invoke("sql", coded, query).stdout.splitlines()
    assert shown[0].split() == ["type", "status"] and len(shown) == 1 + len(rows)
    assert invoke("sql", coded, query, "--format", "csv").stdout.splitlines()[0] == "type,status"
    for new in (1, 0):
        told = invoke("load", coded, "--ledger", tmp_path / "news.db")
        assert told.exit_code == 0
        assert f"1 documents seen to, {new} of them new or changed" in told.stdout
    assert "Казахстан" in invoke("search", "соглашение", "--ledger", tmp_path / "news.db").stdout


def test_a_dataset_needs_a_place(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"")
    done = invoke("code", tmp_path / "a.warc.gz")
    assert done.exit_code == 2 and "name it with -o" in done.stderr


@pytest.mark.parametrize("words", [("sql", "SELECT 1"), ("load",)])
def test_what_is_no_dataset_is_told_on_one_line(invoke: Invoke, tmp_path: Path, words: tuple[str, ...]) -> None:
    command, *query = words
    done = invoke(command, tmp_path, *query)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1 and "no dataset of statements" in done.stderr
