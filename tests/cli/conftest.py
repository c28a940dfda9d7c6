"""Runs the commands: in this process where the answer is enough, as a program where exit and streams are the matter."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli import app

ARTICLE = """Министры обороны Казахстана и Турции подписали соглашение о военном сотрудничестве

12 марта 2025 года в Анкаре министры обороны Казахстана и Турции подписали соглашение о военном сотрудничестве.

Документ предусматривает совместные учения. По словам турецкого министра, поставки беспилотников могут начаться осенью.
"""

Invoke = Callable[..., Any]
Program = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def invoke() -> Invoke:
    """`invoke("code", path, …, input=text)` in this process."""

    def call(*words: str | Path, input: str | bytes | None = None) -> Any:
        return CliRunner().invoke(app, [str(word) for word in words], input=input, catch_exceptions=False)

    return call


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """`program("code", path, …, input=bytes)` as a program of its own, in `tmp_path`."""

    def call(*words: str | Path, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        line = [sys.executable, "-m", "dragoman", *map(str, words)]
        return subprocess.run(line, cwd=tmp_path, input=input, capture_output=True, timeout=120, check=False)

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A Russian article as a text file."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


class Pages(BaseHTTPRequestHandler):
    """Answers with the article at /article, with 404 anywhere else."""

    def do_GET(self) -> None:
        found = self.path == "/article"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(ARTICLE.encode() if found else b"no such page")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        thread = threading.Thread(target=partial(server.serve_forever, poll_interval=0.05))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
