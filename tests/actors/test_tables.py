"""A data file that breaks its rules is told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors import tables
from dragoman.actors.organisations import Organisation
from dragoman.actors.states import states
from dragoman.errors import CodebookError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    states()  # the members of an organisation are checked against the real ones
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    return tmp_path


def test_a_short_row(folder: Path) -> None:
    (folder / "x.tsv").write_text("a\tb\n1\t2\n3\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"x\.tsv:3: 1 fields, not 2"):
        list(tables.rows("x.tsv", "a", "b"))


def test_a_wrong_header(folder: Path) -> None:
    (folder / "x.tsv").write_text("a\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"x\.tsv:1"):
        list(tables.rows("x.tsv", "a", "b"))


def test_an_entry_without_a_code(folder: Path) -> None:
    text = "# comment\n- {code: A, label: {en: A}, names: {en: [A]}}\n- {label: {en: B}, names: {}}\n"
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=r"x\.yaml:3: code"):
        list(tables.entries("x.yaml", Organisation))


def test_a_member_that_is_no_state(folder: Path) -> None:
    text = "- {code: X, label: {en: X}, names: {en: [X]}, joined: {1949-04-04: [NOR, ZZZ]}}\n"
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=r"x\.yaml:1: joined: .*no state ZZZ"):
        list(tables.entries("x.yaml", Organisation))


def test_a_missing_file(folder: Path) -> None:
    with pytest.raises(CodebookError, match=r"gone\.tsv"):
        list(tables.rows("gone.tsv", "a"))


def test_norway_is_text(folder: Path) -> None:
    text = "- {code: X, label: {en: X}, names: {en: [NO]}, joined: {1949-04-04: [NOR]}}\n"
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    (entry,) = tables.entries("x.yaml", Organisation)
    assert (entry.names["en"], entry.joined) == (("NO",), {"1949-04-04": ("NOR",)})
