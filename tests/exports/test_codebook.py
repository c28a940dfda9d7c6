"""The codebook beside a table, for readers and for programs; the page in docs/ is made of the same columns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import CodebookError
from dragoman.exports import columns as room
from dragoman.exports.columns import columns
from dragoman.exports.descriptor import KEYS, as_json, as_markdown, columns_table
from dragoman.exports.forms import TableName

from .samples import SIPRI

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


@pytest.mark.parametrize("table", TableName)
def test_every_column_is_explained(table: TableName) -> None:
    told = json.loads(as_json(table, "t.csv", 3, [SIPRI]))
    fields = told["schema"]["fields"]
    assert [field["name"] for field in fields] == list(columns(table))
    assert all(field["description"] for field in fields)
    assert {field["type"] for field in fields} <= {"string", "integer", "number", "boolean"}
    assert set(KEYS[table]) <= {field["name"] for field in fields}
    assert told["sources"][0]["credit"] == SIPRI.credit


def test_allowed_values_are_told() -> None:
    fields = {field["name"]: field for field in json.loads(as_json(TableName.events, "t.csv", 0))["schema"]["fields"]}
    assert "happened" in fields["status"]["constraints"]["enum"]
    assert fields["factbank"]["constraints"]["enum"] == ["CT+", "CT-", "PS+", "U"]
    assert fields["parties_cow"]["alignedWith"] == "parties"
    assert fields["reports"]["constraints"] == {"required": True}


def test_page_beside_the_table() -> None:
    page = as_markdown(TableName.ties, "ties.csv", 3, [SIPRI])
    assert page.startswith("# ties.csv\n\n3 rows")
    assert "| `weight` | number |" in page
    assert f"- `sipri`: {SIPRI.title}, version 2026-02-12. {SIPRI.credit} Terms: non-commercial." in page
    assert SIPRI.gaps[0] in page


@pytest.mark.parametrize("table", TableName)
def test_documentation_has_the_columns(table: TableName) -> None:
    assert columns_table(table) in PAGE.read_text(encoding="utf-8"), "run scripts/exports_page.py"


def test_fault_of_the_file_is_told_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "columns.yaml"
    broken.write_text("ties:\n  a: {type: text, meaning: x}\n  b: {type: text, meaning: y, aligned: c}\n", "utf-8")
    monkeypatch.setattr(room, "FILE", broken)
    with pytest.raises(CodebookError, match=r"columns\.yaml:3.*'c'"):
        room._tables.__wrapped__()
