"""`read`: files and standard input become a Document, or one clear error."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import (
    DragomanError,
    SourceEmpty,
    SourceError,
    SourceMissing,
    SourceNotText,
    SourceRefused,
    SourceTooLarge,
)  # fmt: skip
from dragoman.sources import DEFAULT_LIMITS, Limits, read, read_given

TITLE = "Грузия и Эстония наладят обмен данными об угрозах"
BODY = ["Министры обороны Грузии и Эстонии провели переговоры.", "Стороны условились открыть учебный центр."]
PAGE = "\n".join([TITLE, TITLE, "7 марта 2023", "# 09:05", "", BODY[0], "", BODY[1], "", "# 1204", "avatar"])


def saved(folder: Path, content: str | bytes, name: str = "article.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


class Bytes:
    """Standard input with these bytes."""

    def __init__(self, raw: bytes) -> None:
        self.buffer = io.BufferedReader(io.BytesIO(raw))  # type: ignore[arg-type]


def test_a_saved_page_becomes_a_document(tmp_path: Path) -> None:
    path = saved(tmp_path, PAGE)
    document = read(path)
    assert document.source == str(path)
    assert document.language is None
    assert (document.headline, document.published, document.views) == (TITLE, "2023-03-07T09:05", 1204)
    assert document.text == "\n\n".join(BODY)


def test_a_page_in_cp1251_is_the_same_document(tmp_path: Path) -> None:
    one, other = saved(tmp_path, PAGE), saved(tmp_path, PAGE.encode("cp1251"), "old.txt")
    assert read(str(other)).text == read(one).text
    assert read(other).id == read(one).id


def test_views_do_not_change_who_an_article_is(tmp_path: Path) -> None:
    assert read(saved(tmp_path, PAGE)).id == read(saved(tmp_path, PAGE.replace("1204", "1305"), "b.txt")).id


def test_another_text_is_another_document(tmp_path: Path) -> None:
    assert read(saved(tmp_path, PAGE)).id != read(saved(tmp_path, PAGE.replace("Эстонии", "Латвии"), "b.txt")).id


def test_html_is_told_by_its_content(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{one} Подробности обещают назвать позже, {n} мая.</p>" for n in range(3) for one in BODY)
    document = read(saved(tmp_path, f"<!DOCTYPE html><html><body><article>{paragraphs}</article></body></html>", "p"))
    assert document.text.startswith(BODY[0])
    assert "<p>" not in document.text


@pytest.mark.parametrize("raw", [PAGE.encode(), PAGE.encode("utf-16")])
def test_standard_input_is_read(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Bytes(raw))
    document = read("-")
    assert (document.source, document.text) == ("-", "\n\n".join(BODY))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(SourceMissing, match="a folder"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, ""])
def test_a_name_that_no_file_can_have(name: str) -> None:
    with pytest.raises(SourceMissing):
        read(name)


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff", "Меню\nПоделиться\n# 8913\n"])
def test_an_empty_file_says_what_to_do(content: str, tmp_path: Path) -> None:
    path = saved(tmp_path, content)
    with pytest.raises(SourceEmpty) as caught:
        read(path)
    assert caught.value.source == str(path)
    assert caught.value.advice


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceNotText):
        read(saved(tmp_path, b"%PDF-1.4\n%\xe2\xe3", "a.pdf"))


def test_fifty_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    with pytest.raises(SourceTooLarge, match="20 MB"):
        read(path)


def test_standard_input_ends_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Bytes(b"word " * 1000))
    with pytest.raises(SourceTooLarge):
        read("-", limits=Limits(size=1000))


def test_rows_are_not_read_as_one_document(tmp_path: Path) -> None:
    with pytest.raises(SourceNotText, match="rows"):
        read(saved(tmp_path, '{"id": "a", "text": "b"}\n', "rows.jsonl"))


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = saved(tmp_path, PAGE)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceRefused):
        read(path)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(), st.text().map(str.encode), st.binary().map(lambda tail: b"<html><p>" + tail)))
def test_any_bytes_are_a_document_or_an_error_of_ours(tmp_path: Path, raw: bytes) -> None:
    path = saved(tmp_path, raw)
    try:
        document = read(path)
    except DragomanError as error:
        assert error.source == str(path)
        assert error.advice
        assert "\n" not in error.line
    else:
        assert document.text.strip()
        document.model_dump_json().encode()


def test_what_is_pasted_is_read_as_a_file_is(tmp_path: Path) -> None:
    text = "Переговоры в Осло\n\nМинистры обороны Норвегии и Швеции встретились в Осло."
    stored = tmp_path / "article.txt"
    stored.write_text(text, encoding="utf-8")
    pasted, uploaded = read_given(text, "pasted"), read_given(text.encode("cp1251"), "article.txt")
    assert pasted.source == "pasted"
    assert pasted.id == uploaded.id == read(stored).id


@pytest.mark.parametrize(
    ("content", "name", "error"),
    [
        (b"PK\x03\x04 whatever an archive holds", "articles.zip", SourceNotText),
        (b"\x1f\x8b\x08\x00", "page.html.gz", SourceNotText),
        (b'{"id": "1", "text": "Ministers met."}', "rows.txt", SourceNotText),
        (b"Ministers met.", "rows.jsonl", SourceNotText),
        (b" \n", "empty.txt", SourceEmpty),
        ("", "pasted", SourceEmpty),
        (b"x" * 11, "long.txt", SourceTooLarge),
    ],
)
def test_what_is_no_article_is_refused(content: bytes | str, name: str, error: type[SourceError]) -> None:
    limits = Limits(size=10) if name == "long.txt" else DEFAULT_LIMITS
    with pytest.raises(error, match=name):
        read_given(content, name, limits=limits)
