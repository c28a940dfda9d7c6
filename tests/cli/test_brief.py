"""`dragoman brief`: every format, either language, several articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Invoke, Program

QUOTE = "подписали"


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
@pytest.mark.parametrize(("lang", "word"), [("en", "Kazakhstan"), ("ru", "Казахстан")])
def test_formats_and_languages(invoke: Invoke, article: Path, form: str, lang: str, word: str) -> None:
    result = invoke("brief", article, "--format", form, "--lang", lang)
    assert result.exit_code == 0
    assert not result.stderr
    assert word in result.stdout
    assert QUOTE in result.stdout, "the words it stands on are quoted in the language of the article"


def test_json_is_json(invoke: Invoke, article: Path) -> None:
    assert isinstance(json.loads(invoke("brief", article, "--format", "json").stdout), dict)


def test_file_holds_what_the_screen_shows(invoke: Invoke, article: Path, tmp_path: Path) -> None:
    assert invoke("brief", article, "--format", "markdown", "-o", tmp_path / "b.md").exit_code == 0
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == invoke("brief", article, "--format", "markdown").stdout


def test_several_articles_and_a_bad_one(invoke: Invoke, article: Path, tmp_path: Path) -> None:
    alone = invoke("brief", article).stdout
    result = invoke("brief", article, tmp_path / "nowhere.txt", article)
    assert result.exit_code == 2
    assert result.stdout == f"{alone}\n{alone}"
    (line,) = result.stderr.splitlines()
    assert "nowhere.txt" in line


def test_html_is_a_page_of_one_article(invoke: Invoke, article: Path) -> None:
    result = invoke("brief", article, article, "--format", "html")
    assert result.exit_code == 2
    assert "one SOURCE" in result.stderr


def test_rows_are_sent_to_code(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"id": "a", "text": "Текст."}\n', encoding="utf-8")
    result = invoke("brief", tmp_path / "rows.jsonl")
    assert result.exit_code == 2
    assert "dragoman code" in result.stderr


def test_standard_input(program: Program, article: Path) -> None:
    result = program("brief", "-", input=article.read_bytes())
    assert result.returncode == 0
    assert QUOTE in result.stdout.decode("utf-8")
    assert b"\x1b[" not in result.stdout, "no colours where the output is no terminal"
