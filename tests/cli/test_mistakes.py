"""A user's mistake gives one clear line on standard error and exit code 2, and never a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Invoke, Program

COMMANDS = ("brief", "code", "explain")


def told(result: object) -> str:
    """The one line that was told."""
    stderr = result.stderr if isinstance(result.stderr, str) else result.stderr.decode()  # type: ignore[attr-defined]
    lines = stderr.splitlines()
    assert len(lines) == 1, stderr
    assert lines[0].startswith("dragoman: ")
    return lines[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_missing_file(invoke: Invoke, tmp_path: Path, command: str) -> None:
    result = invoke(command, tmp_path / "nowhere.txt")
    assert result.exit_code == 2
    assert "nowhere.txt" in told(result)
    assert not result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_empty_file(invoke: Invoke, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = invoke(command, tmp_path / "empty.txt")
    assert result.exit_code == 2
    assert "empty.txt" in told(result)


@pytest.mark.parametrize("command", COMMANDS)
def test_binary_file(invoke: Invoke, tmp_path: Path, command: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    result = invoke(command, tmp_path / "picture.png")
    assert result.exit_code == 2
    assert "picture.png" in told(result)


@pytest.mark.parametrize("command", COMMANDS)
def test_unknown_language(invoke: Invoke, tmp_path: Path, command: str) -> None:
    (tmp_path / "fr.txt").write_text(FRENCH * 3, encoding="utf-8")
    result = invoke(command, tmp_path / "fr.txt")
    assert result.exit_code == 2
    line = told(result)
    assert "fr.txt" in line
    assert "'fr'" in line
    assert "ru" in line.rpartition(";")[2], "the advice names the languages that can be read"


FRENCH = "Les ministres de la défense des deux pays se sont rencontrés mardi à Paris pour parler de leur coopération. "


@pytest.mark.parametrize("command", COMMANDS)
def test_page_of_50_megabytes(program: Program, tmp_path: Path, command: str) -> None:
    with (tmp_path / "huge.html").open("wb") as stream:
        stream.write(b"<html><body><p>")
        stream.truncate(50 * 1024 * 1024)
    result = program(command, "huge.html")
    assert result.returncode == 2
    assert "limit" in told(result)


@pytest.mark.parametrize("command", COMMANDS)
def test_address_that_answers_404(invoke: Invoke, site: str, command: str) -> None:
    result = invoke(command, f"{site}/gone", "--allow-private")
    assert result.exit_code == 2
    assert "404" in told(result)


def test_private_address_is_refused_unless_allowed(invoke: Invoke, site: str) -> None:
    refused = invoke("code", f"{site}/article")
    assert refused.exit_code == 2
    assert "--allow-private" in told(refused)
    allowed = invoke("code", f"{site}/article", "--allow-private")
    assert allowed.exit_code == 0
    assert allowed.stdout.count("\n") == 1


def test_name_that_would_break_the_line(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("code", tmp_path / "a\nb\x1b[2J.txt")
    assert result.exit_code == 2
    assert "\x1b" not in told(result)


def test_no_traceback_from_the_program(program: Program, tmp_path: Path) -> None:
    result = program("brief", "nowhere.txt")
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert "nowhere.txt" in told(result)


def test_parquet_needs_a_file(invoke: Invoke, article: Path) -> None:
    result = invoke("code", article, "--format", "parquet")
    assert result.exit_code == 2
    assert "-o" in result.stderr


@pytest.mark.parametrize("command", ["brief", "code"])
def test_output_that_cannot_be_written(invoke: Invoke, article: Path, tmp_path: Path, command: str) -> None:
    for output in (tmp_path, tmp_path / "no" / "such" / "folder" / "x"):
        result = invoke(command, article, "-o", output)
        assert result.exit_code == 2
        assert str(output) in told(result)
