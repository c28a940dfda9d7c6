"""The program as a whole: help, version, a closed pipe, Ctrl-C, the time it takes to start."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dragoman

if TYPE_CHECKING:
    from conftest import Invoke, Program

COMMANDS = ("brief", "code", "explain", "version")
HEAVY = ("sqlalchemy", "numpy", "pyarrow", "slovnet", "trafilatura", "pymorphy3", "pydantic")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples_and_fits_eighty_columns(invoke: Invoke, command: str) -> None:
    shown = invoke(command, "--help").stdout
    assert re.search(rf"Examples?:\n +dragoman {command}", shown)
    assert max(map(len, shown.splitlines())) <= 80


def test_help_names_every_command(invoke: Invoke) -> None:
    shown = invoke("--help").stdout
    for command in COMMANDS:
        assert re.search(rf"^  {command}  +\S", shown, re.MULTILINE)


def test_version(invoke: Invoke) -> None:
    assert invoke("version").stdout.startswith(f"dragoman {dragoman.__version__} ")


def test_help_loads_nothing_heavy() -> None:
    probe = f"import sys, dragoman.cli; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert shown.split() in ([], ["pydantic"])


def test_mistyped_option(program: Program) -> None:
    result = program("code", "--formt", "csv")
    assert result.returncode == 2
    assert b"--format" in result.stderr


def test_reader_that_closes_the_pipe(tmp_path: Path, article: Path) -> None:
    line = [sys.executable, "-m", "dragoman", "code", *[str(article)] * 40]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        complaint = running.stderr.read()
    assert b"Traceback" not in complaint
    assert not complaint


def test_ctrl_c_ends_cleanly_and_leaves_nothing(tmp_path: Path) -> None:
    line = [sys.executable, "-m", "dragoman", "code", "-", "-o", "out.jsonl"]
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        _until(lambda: any(tmp_path.iterdir()))
        running.send_signal(signal.SIGINT)
        running.wait(timeout=30)
        complaint = running.stderr.read()
    assert running.returncode == 130
    assert b"Traceback" not in complaint
    assert not any(tmp_path.iterdir())


def _until(true: object, seconds: float = 20) -> None:
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)
