"""`dragoman explain`: the sentence at an offset, or all of them, and how FILE[:OFFSET] is parted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.cli.explain import split_place

if TYPE_CHECKING:
    from conftest import Invoke


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("article.txt", ("article.txt", None)),
        ("article.txt:0", ("article.txt", 0)),
        ("dir:1/article.txt:204", ("dir:1/article.txt", 204)),
        ("https://example.org/a", ("https://example.org/a", None)),
        ("https://example.org/a:17", ("https://example.org/a", 17)),
        ("http://127.0.0.1:8000", ("http://127.0.0.1:8000", None)),
        ("-:12", ("-", 12)),
        ("-", ("-", None)),
        ("article.txt:x", ("article.txt:x", None)),
    ],
)
def test_place(place: str, parts: tuple[str, int | None]) -> None:
    assert split_place(place) == parts


def test_file_whose_name_ends_in_a_number(tmp_path: Path) -> None:
    (tmp_path / "a:12").write_text("x", encoding="utf-8")
    assert split_place(str(tmp_path / "a:12")) == (str(tmp_path / "a:12"), None)


def test_sentence_at_the_offset(invoke: Invoke, article: Path) -> None:
    coding = json.loads(invoke("code", article).stdout)
    statement = next(s for s in coding["statements"] if s["type"] == "agreement")
    result = invoke("explain", f"{article}:{statement['cues']['trigger'][0]}")
    assert result.exit_code == 0
    for word in ("agreement", statement["rule"], "KAZ", "TUR", "подписали"):
        assert word in result.stdout
    assert "поставки" not in result.stdout, "only the sentence asked for"


def test_every_sentence_without_an_offset(invoke: Invoke, article: Path) -> None:
    result = invoke("explain", article)
    assert result.exit_code == 0
    assert "подписали" in result.stdout
    assert "поставки" in result.stdout


def test_lines_fit_eighty_columns(invoke: Invoke, article: Path) -> None:
    assert max(map(len, invoke("explain", article).stdout.splitlines())) <= 80


def test_offset_behind_the_end(invoke: Invoke, article: Path) -> None:
    result = invoke("explain", f"{article}:999999")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert "999999" in line
