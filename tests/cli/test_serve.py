"""`dragoman serve` as a program: what it says, whom it lets in, how it ends."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.ledger import accounts, opened, passwords
from dragoman.ledger.audit import Person
from dragoman.model import Role

if TYPE_CHECKING:
    from conftest import Program

SAID = re.compile(r"is at (https?)://([^:;/]+|\[[^\]]+\]):(\d+)")


@contextmanager
def served(
    folder: Path, *words: str, apart: bool = False, **environment: str
) -> Iterator[tuple[subprocess.Popen[str], str, int]]:
    """The program, what it said first, and its port; `apart` from the processes of this test."""
    line = [sys.executable, "-m", "dragoman", "serve", "--port", "0", *words]
    running = subprocess.Popen(
        line, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment},
        start_new_session=apart,
    )  # fmt: skip
    assert running.stderr is not None
    try:
        said = running.stderr.readline()
        found = SAID.search(said)
        assert found, said + running.stderr.read()
        yield running, said, int(found[3])
    finally:
        if running.poll() is None:
            running.kill()
        running.communicate(timeout=30)


def ask(port: int, path: str = "/help", host: str | None = None, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{port}", "Accept": "text/html", **headers})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def with_account(folder: Path) -> None:
    with opened(str(folder / "dragoman.db"), make=True) as ledger, ledger.noting() as connection:
        hashed = passwords.hashed("three otters on a raft")
        accounts.add(connection, "Rana", Role.admin, hashed, Person("root"))


def test_it_serves_this_machine_until_ctrl_c(tmp_path: Path) -> None:
    with served(tmp_path) as (running, said, port):
        assert said == f"dragoman.db is at http://127.0.0.1:{port}; end with Ctrl-C\n"
        answer = ask(port)
        assert answer.status == 200
        assert answer.headers["server"] is None
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert ask(port, host="elsewhere.example").status == 421
        assert ask(port, host=f"localhost:{port}").status == 200
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=30)
        assert running.returncode == 130
        assert complaint == ""


@pytest.mark.parametrize("seconds", [0.0, 1.5])
def test_ctrl_c_at_a_terminal_ends_its_other_process_too(tmp_path: Path, seconds: float) -> None:
    """It goes to all processes of the terminal, also to the one that adds articles, whether it has loaded or not."""
    with served(tmp_path, apart=True) as (running, _, port):
        assert ask(port, "/add").status == 200
        time.sleep(seconds)
        os.killpg(running.pid, signal.SIGINT)
        _, complaint = running.communicate(timeout=60)
        assert running.returncode == 130
        assert complaint == ""
        until = time.monotonic() + 30
        while _runs(running.pid):
            assert time.monotonic() < until, "a process is left"
            time.sleep(0.1)


def _runs(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_many_at_once_are_all_answered(tmp_path: Path) -> None:
    with served(tmp_path) as (_, _, port), ThreadPoolExecutor(80) as pool:
        answers = list(pool.map(lambda _: ask(port, "/").status, range(160)))
    assert set(answers) == {200}


@pytest.mark.parametrize("words", [("--host", "0.0.0.0"), ("--host", "::"), ("--url", "https://desk.example.org")])
def test_others_are_let_in_with_accounts_only(program: Program, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = program("serve", "--port", "0", *words)
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
    assert b"there are no accounts" in result.stderr
    assert b"dragoman user add" in result.stderr


def test_with_accounts_others_log_in_and_are_told_of_clear_text(tmp_path: Path) -> None:
    with_account(tmp_path)
    with served(tmp_path, "--host", "0.0.0.0") as (running, _, port):
        assert running.stderr is not None
        assert "passwords travel in the clear" in running.stderr.readline()
        answer = ask(port)
        assert (answer.status, answer.headers["location"]) == (303, "/login?next=/help")
        assert ask(port, "/login").status == 200


def test_what_a_proxy_says_is_not_believed(tmp_path: Path) -> None:
    with served(tmp_path) as (_, _, port):
        answer = ask(port, **{"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"})
    assert answer.status == 403
    assert "strict-transport-security" not in answer.headers


def test_a_port_that_is_taken(program: Program) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = program("serve", "--port", port)
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
    assert f"port {port} is taken".encode() in result.stderr
    assert b"--port" in result.stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--host", "192.0.2.1"), "cannot listen there"),
        (("--host", "no such host"), "cannot listen there"),
        (("--host", ""), "cannot listen there"),
        (("--port", "70000"), "--port"),
        (("--url", "desk.example.org"), "not an address that a site is reached by"),
        (("--certificate", "nowhere.pem"), "nowhere.pem: cannot be used"),
        (("--key", "nowhere.key"), "a key without a certificate"),
        (("--ledger", "no/such/folder/x.db"), "no/such/folder"),
    ],
)
def test_mistakes_are_told(program: Program, words: tuple[str, ...], why: str) -> None:
    result = program("serve", "--port", "0", *words)
    assert result.returncode == 2
    assert why.encode() in result.stderr
    assert b"Traceback" not in result.stderr


def test_it_speaks_tls(tmp_path: Path) -> None:
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=DNS:localhost", "-keyout", "desk.key", "-out", "desk.pem"]
    subprocess.run([*made, *names], cwd=tmp_path, check=True, capture_output=True)
    with_account(tmp_path)
    with served(tmp_path, "--certificate", "desk.pem", "--key", "desk.key") as (_, said, port):
        assert f"https://127.0.0.1:{port}" in said
        trusted = ssl.create_default_context(cafile=str(tmp_path / "desk.pem"))
        connection = http.client.HTTPSConnection("localhost", port, timeout=60, context=trusted)
        connection.request("GET", "/login")
        answer = connection.getresponse()
        answer.read()
        connection.close()
    assert answer.status == 200
    assert f"__Host-dragoman-{port}=" in answer.headers["set-cookie"]
    assert "; Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]


def test_it_opens_the_browser_when_asked(tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    browser.chmod(0o755)
    with served(tmp_path, "--open", BROWSER=str(browser)) as (_, _, port):
        ask(port)
    assert (tmp_path / "opened").read_text() == f"http://127.0.0.1:{port}\n"
