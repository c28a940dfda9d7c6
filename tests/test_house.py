"""The house rules: the documents say what the code does, rooms keep their order, modules stay small."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import dragoman
from dragoman.cli import app

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "src").rglob("*.py"))
SCRIPTS = sorted((ROOT / "scripts").rglob("*.py")) + sorted((ROOT / "benchmarks").rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|Not" r"ImplementedError|not imple" r"mented|place" r"holder)\b")
COMMANDS: dict[str, Any] = dict(get_command(app).commands)  # type: ignore[attr-defined]
BELOW: dict[str, Any] = {
    f"{group} {name}": command
    for group, whole in COMMANDS.items()
    for name, command in getattr(whole, "commands", {}).items()
}
"""The commands below a command: `review accept`."""


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(page: str, language: str) -> Iterator[str]:
    """The commands of the fenced blocks of this language, one a line."""
    for block in re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        yield from (line.strip() for line in block.splitlines() if line.strip() and not line.startswith("#"))


# --- documents ---


def test_command_reference_is_current() -> None:
    made = subprocess.run(
        [sys.executable, "scripts/cli_reference.py"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert read("docs/cli.md") == made, "docs/cli.md is behind the commands: make docs"


@pytest.mark.parametrize("command", [*COMMANDS, *BELOW])
def test_every_option_is_documented(command: str) -> None:
    section = read("docs/cli.md").partition(f"## dragoman {command}\n")[2].partition("\n## ")[0]
    for parameter in (COMMANDS | BELOW)[command].params:
        for name in parameter.opts if parameter.param_type_name == "option" else [parameter.metavar]:
            assert name in section
        assert parameter.name == "help" or getattr(parameter, "help", None)


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_shows_every_command(command: str) -> None:
    assert f"dragoman {command}" in read("README.md")


@pytest.mark.parametrize("command", BELOW)
def test_a_page_shows_every_command_below_a_command(command: str) -> None:
    assert any(
        f"dragoman {command}" in page.read_text("utf-8")
        for page in (ROOT / "docs").glob("*.md")
        if page.name != "cli.md"
    )


def test_commands_in_the_documents_exist() -> None:
    pages = [read("README.md"), read("CONTRIBUTING.md"), *(p.read_text("utf-8") for p in (ROOT / "docs").rglob("*.md"))]
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    for line in (line for page in pages for line in blocks(page, "sh")):
        words = line.split()
        if words[0] == "dragoman":
            assert words[1] in COMMANDS, line
            command = BELOW.get(" ".join(words[1:3]), COMMANDS[words[1]])
            known = {name for parameter in command.params for name in parameter.opts} | {"--help"}
            assert {word for word in words if re.match(r"--?[a-z]", word)} <= known, line
        elif words[0] == "make":
            assert {word for word in words[1:] if "=" not in word} <= targets, line


def test_sample_in_the_readme_is_what_the_program_prints() -> None:
    assert re.search(r"<!-- brief \S+ -->\n\n```text\n.{400,}```", read("README.md"), re.DOTALL)
    checked = subprocess.run(
        [sys.executable, "scripts/readme_sample.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


def test_files_named_in_the_readme_exist() -> None:
    page = read("README.md")
    for target in re.findall(r"\]\(([^)#:]+)\)", page):
        assert (ROOT / target).exists(), target
    for path in re.findall(r"\bexamples/[\w.]+\.(?:txt|html)\b", page):
        assert (ROOT / path).is_file(), path


def test_changelog_is_at_the_version() -> None:
    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", read("CHANGELOG.md"), re.MULTILINE)
    assert released[0] == dragoman.__version__


def test_decisions_are_dated_and_numbered() -> None:
    records = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert [path.name[:4] for path in records] == [f"{number:04}" for number in range(1, len(records) + 1)]
    for path in records:
        assert re.search(r"^Date: \d{4}-\d{2}-\d{2}$", path.read_text("utf-8"), re.MULTILINE), path.name


# --- code ---


def test_import_contracts_hold() -> None:
    checked = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_room_is_under_the_contract() -> None:
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = {layer.strip("() ") for line in contracts[0]["layers"] for layer in line.split("|")}
    rooms = {path.stem for path in (ROOT / "src/dragoman").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert rooms - {"__init__", "__main__", "__pycache__", "py"} <= layers


@pytest.mark.parametrize("path", MODULES + SCRIPTS, ids=name_of)
def test_modules_and_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{node.name}: line {node.lineno}"


def test_nothing_is_left_unfinished() -> None:
    kinds = {".py", ".md", ".yaml", ".toml", ".tsv", ".sh", ".j2"}
    places = [ROOT / "src", ROOT / "tests", ROOT / "docs", ROOT / "scripts", ROOT / "benchmarks"]
    files = [path for place in places for path in place.rglob("*") if path.suffix in kinds]
    found = [
        f"{name_of(path)}:{number}"
        for path in [*files, *ROOT.glob("*.md")]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert not found


# --- packages ---


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, str]:
    """Package to its block in the lock file."""
    parts = re.split(r"^(?=[A-Za-z0-9])", read("requirements.lock"), flags=re.MULTILINE)
    return {normal(found[1]): part for part in parts if (found := re.match(r"([A-Za-z0-9._-]+)==", part))}


def test_lock_covers_what_pyproject_asks_for() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    groups = (
        project["project"]["dependencies"],
        project["dependency-groups"]["dev"],
        project["build-system"]["requires"],
    )
    names = {normal(re.split(r"[<>=!~;\[ ]", line)[0]) for group in groups for line in group}
    assert names <= set(locked())


def test_every_locked_package_has_hashes() -> None:
    assert all("--hash=sha256:" in block for block in locked().values())


def test_licence_and_credits_are_there() -> None:
    assert "Apache License" in read("LICENSE")
    assert "END OF TERMS AND CONDITIONS" in read("LICENSE")
    for credit in ("CLDR", "Natural Earth", "Wikidata", "natasha", "OpenCorpora"):
        assert credit in read("NOTICE")
