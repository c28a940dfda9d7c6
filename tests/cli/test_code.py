"""`dragoman code`: the contract of a line, rows, several sources, the three formats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from dragoman.schema import FLAT_COLUMNS

if TYPE_CHECKING:
    from conftest import Invoke, Program

DOCUMENT = {"id", "source", "outlet", "language", "published", "headline", "text", "views", "author"}
SENTENCE = "Министры обороны Казахстана и Турции подписали в Анкаре соглашение о военном сотрудничестве."


def rows_file(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{r if isinstance(r, str) else json.dumps(r)}\n" for r in rows), encoding="utf-8")
    return path


def test_line_is_the_contract(invoke: Invoke, article: Path) -> None:
    result = invoke("code", article)
    assert result.exit_code == 0
    assert not result.stderr
    (line,) = result.stdout.splitlines()
    coding = json.loads(line)
    assert set(coding) == {"document", "statements", "note"}
    assert set(coding["document"]) == DOCUMENT
    assert coding["document"]["language"] == "ru"
    text = coding["document"]["text"]
    assert coding["statements"]
    for statement in coding["statements"]:
        evidence = statement["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_standard_input(invoke: Invoke, article: Path) -> None:
    piped = invoke("code", "-", input=article.read_bytes())
    assert piped.exit_code == 0
    named = json.loads(invoke("code", article).stdout)
    assert json.loads(piped.stdout)["statements"] == named["statements"]


def test_rows_are_coded_one_by_one(invoke: Invoke, tmp_path: Path) -> None:
    french = "Les ministres de la défense se sont rencontrés mardi à Paris pour parler de leur coopération militaire."
    rows = rows_file(
        tmp_path / "rows.jsonl",
        {"id": "a", "text": SENTENCE, "lang": "ru", "date": "2025-03-12", "headline": "Анкара"},
        {"id": "b", "text": french, "lang": "fr"},
        {"id": "c", "text": SENTENCE},
    )
    result = invoke("code", rows)
    assert result.exit_code == 0
    a, b, c = map(json.loads, result.stdout.splitlines())
    assert [a["document"]["id"], b["document"]["id"], c["document"]["id"]] == ["a", "b", "c"]
    assert a["document"]["published"] == "2025-03-12"
    assert a["statements"]
    assert a["note"] is None
    assert b["statements"] == []
    assert "'fr'" in b["note"]
    assert c["document"]["language"] == "ru"
    assert c["statements"]


def test_broken_row_is_told_and_the_others_are_coded(invoke: Invoke, tmp_path: Path) -> None:
    rows = rows_file(tmp_path / "rows.jsonl", {"id": "a", "text": SENTENCE}, "{broken", {"id": "c", "text": SENTENCE})
    result = invoke("code", rows)
    assert result.exit_code == 2
    assert [json.loads(line)["document"]["id"] for line in result.stdout.splitlines()] == ["a", "c"]
    (line,) = result.stderr.splitlines()
    assert "rows.jsonl:2" in line


def test_one_bad_source_does_not_stop_the_others(invoke: Invoke, article: Path, tmp_path: Path) -> None:
    result = invoke("code", tmp_path / "nowhere.txt", article)
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    (line,) = result.stderr.splitlines()
    assert "nowhere.txt" in line


def test_nothing_coded_leaves_an_older_file(invoke: Invoke, tmp_path: Path) -> None:
    old = tmp_path / "coded.jsonl"
    old.write_text("old", encoding="utf-8")
    assert invoke("code", tmp_path / "nowhere.txt", "-o", old).exit_code == 2
    assert old.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_csv_has_a_row_a_statement(invoke: Invoke, article: Path, tmp_path: Path) -> None:
    coding = json.loads(invoke("code", article).stdout)
    result = invoke("code", article, "--format", "csv", "-o", tmp_path / "coded.csv")
    assert result.exit_code == 0
    with (tmp_path / "coded.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == FLAT_COLUMNS
    assert [row["statement_id"] for row in rows] == [s["id"] for s in coding["statements"]]
    assert rows == list(csv.DictReader(io.StringIO(invoke("code", article, "--format", "csv").stdout)))


def test_parquet_says_the_same_as_csv(invoke: Invoke, article: Path, tmp_path: Path) -> None:
    assert invoke("code", article, "--format", "parquet", "-o", tmp_path / "coded.parquet").exit_code == 0
    rows = pq.read_table(tmp_path / "coded.parquet").to_pylist()
    shown = list(csv.DictReader(io.StringIO(invoke("code", article, "--format", "csv").stdout)))
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows] == shown


def test_parquet_of_an_article_without_statements(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text(
        "В городском парке открылась выставка цветов. Садовники показали розы и тюльпаны.", encoding="utf-8"
    )
    assert invoke("code", tmp_path / "calm.txt", "--format", "parquet", "-o", tmp_path / "c.parquet").exit_code == 0
    table = pq.read_table(tmp_path / "c.parquet")
    assert table.num_rows == 0
    assert tuple(table.column_names) == FLAT_COLUMNS


def test_output_is_utf8_in_any_locale(program: Program, article: Path) -> None:
    result = program("code", article.name)
    assert result.returncode == 0
    assert "соглашение" in result.stdout.decode("utf-8")
