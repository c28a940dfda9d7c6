"""Rows of JSONL: each a Document to the character, or an error that names file and line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import SourceMissing
from dragoman.model import Document
from dragoman.sources import Limits, RowError, is_rows, read_rows

TEXT = "  Министр прибыл с\u00a0визитом.\r\n\nОн уедет в\u00adчетверг. "


def saved(folder: Path, *lines: str | bytes, name: str = "rows.jsonl") -> Path:
    path = folder / name
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines) + b"\n")
    return path


def row(**values: object) -> str:
    return json.dumps({"id": "a1", "text": TEXT} | values, ensure_ascii=False)


def only(path: Path) -> Document:
    (document,) = read_rows(path)
    assert isinstance(document, Document)
    return document


def test_a_row_becomes_a_document_with_its_text_untouched(tmp_path: Path) -> None:
    given_row = row(
        lang="ru", date="2023-03-07", url="https://www.zastava.example/army/17", headline="Визит", label="x"
    )
    document = only(saved(tmp_path, given_row))
    assert document == Document(
        id="a1",
        source="https://www.zastava.example/army/17",
        text=TEXT,
        outlet="zastava.example",
        language="ru",
        published="2023-03-07",
        headline="Визит",
    )


def test_the_other_fields_may_be_missing(tmp_path: Path) -> None:
    path = saved(tmp_path, "", row(id=17, lang=None, date=""))
    document = only(path)
    assert (document.id, document.source, document.language, document.published) == ("17", f"{path}:2", None, None)


@pytest.mark.parametrize(("lang", "code"), [("RU", "ru"), ("en-GB", "en"), ("uk_UA", "uk")])
def test_a_language_tag_is_cut_to_its_language(lang: str, code: str, tmp_path: Path) -> None:
    assert only(saved(tmp_path, row(lang=lang))).language == code


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        ("{not json", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ('{"id": "x"}', "'text' is missing"),
        ('{"id": "x", "text": "  "}', "'text' is empty"),
        ('{"text": "x"}', "'id' is missing"),
        ('{"id": "x", "text": 7}', "'text' is not a string"),
        ('{"id": "x", "text": "\\ud800"}', "surrogate"),
        (row(date="soon"), "'date' is 'soon'"),
        (row(lang="Russian language"), "'lang' is"),
        (b"\xcc\xe8\xed\xe8\xf1\xf2\xf0", "not UTF-8"),
        ("[" * 100_000, ""),
    ],
)
def test_a_broken_row_is_named_and_the_rest_goes_on(broken: str | bytes, what: str, tmp_path: Path) -> None:
    path = saved(tmp_path, row(), broken, row(id="a3"))
    first, error, third = read_rows(path)
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert third.id == "a3"
    assert isinstance(error, RowError)
    assert error.line.startswith(f"{path}:2: ")
    assert what in error.what


def test_a_row_over_the_limit_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = saved(tmp_path, row(text="x" * 5000), row(id="a2"))
    error, second = read_rows(path, limits=Limits(size=1000))
    assert isinstance(error, RowError)
    assert isinstance(second, Document)
    assert second.id == "a2"


def test_a_missing_file_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing):
        read_rows(tmp_path / "none.jsonl")


def test_rows_are_told_by_suffix_or_content(tmp_path: Path) -> None:
    assert is_rows("anything.jsonl")
    assert is_rows("ANYTHING.NDJSON")
    assert is_rows(saved(tmp_path, row(), name="export.txt"))
    assert not is_rows(saved(tmp_path, "Министры встретились.", name="a.txt"))
    assert not is_rows(saved(tmp_path, '{"name": "x"}', name="b.json"))
    assert not is_rows("https://zastava.example/rows.jsonl")
    assert not is_rows(tmp_path / "none.txt")


def test_rows_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Given:
        buffer = io.BufferedReader(io.BytesIO(row().encode()))  # type: ignore[arg-type]

    monkeypatch.setattr(sys, "stdin", Given)
    assert is_rows("-")
    (document,) = read_rows("-")
    assert isinstance(document, Document)
    assert document.source == "-:1"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1).filter(lambda text: bool(text.strip())), st.binary())
def test_any_text_comes_back_and_any_line_is_a_row(tmp_path: Path, text: str, junk: bytes) -> None:
    first, *rest = read_rows(saved(tmp_path, json.dumps({"id": "x", "text": text}), junk))
    assert isinstance(first, Document)
    assert first.text == text
    assert all(isinstance(one, Document | RowError) for one in rest)
