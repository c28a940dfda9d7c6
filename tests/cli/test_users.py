"""`dragoman user`: accounts are made and changed, the password never shows."""

from __future__ import annotations

import json
import os
import pty
import select as ready
import sys
from typing import TYPE_CHECKING

import pytest

from dragoman.ledger import accounts, audit, opened, passwords, sessions
from dragoman.model import Role

if TYPE_CHECKING:
    from conftest import Invoke, Program

PASSWORD = "three otters on a raft"
ANOTHER = "пять выдр на плоту"


@pytest.fixture
def user(invoke: Invoke, ledger_url: str) -> Invoke:
    """`user("add", "Rana", input=…)`: exit code, standard output, standard error."""

    def call(*words: str, input: str | None = None) -> tuple[int, str, str]:
        result = invoke("user", *words, "--ledger", ledger_url, input=input)
        return result.exit_code, result.stdout, result.stderr

    return call


def matches(ledger_url: str, name: str, password: str) -> bool:
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        return passwords.matches(accounts.password_of(connection, name), password)


def test_from_the_first_account_to_the_last(user: Invoke, ledger_url: str) -> None:
    code, told, _ = user("add", "Rana", "--role", "reviewer", "--password-stdin", input=f"{PASSWORD}\n")
    assert code == 0
    assert told.endswith(": Rana is a new account (reviewer)\n")
    assert matches(ledger_url, "rana", PASSWORD)
    with opened(ledger_url) as ledger, ledger.writing() as connection:
        token = sessions.start(connection, accounts.find(connection, "Rana"))
    assert user("password", "rana", "--password-stdin", input=ANOTHER)[0] == 0
    assert matches(ledger_url, "Rana", ANOTHER)
    code, told, warned = user("role", "Rana", "admin")
    assert (code, warned) == (0, "")
    assert "Rana is admin now" in told
    assert "no admin is left" in user("role", "Rana", "reader")[2]
    code, _, warned = user("remove", "Rana")
    assert code == 0
    assert "no account is left" in warned
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        assert not accounts.exist(connection)
        assert sessions.holder(connection, token) is None
        done = audit.latest(connection, 9)
    assert [entry.action for entry in done][::-1] == [
        "user add",
        "user password",
        "user role",
        "user role",
        "user remove",
    ]
    assert all(entry.address is None and entry.who for entry in done)
    assert PASSWORD not in repr(done)


def test_the_list(user: Invoke) -> None:
    user("add", "Rana", "--password-stdin", input=PASSWORD)
    user("add", "Айгуль", "--role", "admin", "--password-stdin", input=ANOTHER)
    lines = user("list")[1].splitlines()
    assert [line.split()[0] for line in lines] == ["name", "Rana", "Айгуль"]
    assert max(map(len, lines)) <= 80
    told = json.loads(user("list", "--format", "json")[1])
    assert [(one["name"], one["role"]) for one in told] == [("Rana", "reader"), ("Айгуль", "admin")]
    assert "argon2" not in repr(told)


def test_the_list_of_nobody_says_what_to_do(user: Invoke, ledger_url: str) -> None:
    with opened(ledger_url, make=True):
        pass
    assert "dragoman user add NAME" in user("list")[1]


@pytest.mark.parametrize(
    ("words", "input", "why"),
    [
        (("add", "Li", "--password-stdin"), "short\n", "too short"),
        (("add", "Li", "--password-stdin"), "", "too short"),
        (("add", "Li"), PASSWORD, "--password-stdin"),
        (("add", "no blanks", "--password-stdin"), PASSWORD, "cannot be the name"),
        (("add", "rana", "--password-stdin"), PASSWORD, "there is an account"),
        (("role", "Li", "admin"), None, "no such account"),
        (("password", "Li", "--password-stdin"), PASSWORD, "no such account"),
        (("remove", "Li"), None, "no such account"),
    ],
)
def test_mistakes_are_one_line_and_change_nothing(
    user: Invoke, ledger_url: str, words: tuple[str, ...], input: str | None, why: str
) -> None:
    user("add", "Rana", "--password-stdin", input=PASSWORD)
    code, told, error = user(*words, input=input)
    assert (code, told, len(error.splitlines())) == (2, "", 1)
    assert why in error
    assert PASSWORD not in error
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        assert [(one.name, one.role) for one in accounts.every(connection)] == [("Rana", Role.reader)]


def at_a_terminal(name: str, *answers: str) -> tuple[int, str]:
    """`dragoman user add Rana` at a terminal of its own: exit code, and all that was to be seen there."""
    process, terminal = pty.fork()
    if process == 0:
        line = [sys.executable, "-m", "dragoman", "user", "add", "Rana", "--ledger", name]
        os.execv(sys.executable, line)
    shown = b""
    for prompt, answer in zip((b"Rana: ", b"once more: "), answers, strict=True):
        while not shown.endswith(prompt):
            shown += seen(terminal)
        os.write(terminal, f"{answer}\n".encode())
    while piece := seen(terminal):
        shown += piece
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode()


def seen(terminal: int) -> bytes:
    """What comes next on a terminal within a minute; nothing where the program has ended."""
    assert ready.select([terminal], [], [], 60)[0], "nothing more came"
    try:
        return os.read(terminal, 1024)
    except OSError:
        return b""


def test_the_password_is_asked_for_twice_and_not_shown(tmp_path: object) -> None:
    name = f"{tmp_path}/news.db"
    code, shown = at_a_terminal(name, PASSWORD, PASSWORD)
    assert code == 0, shown
    assert "otters" not in shown
    assert matches(name, "Rana", PASSWORD)


def test_two_passwords_that_differ(tmp_path: object) -> None:
    code, shown = at_a_terminal(f"{tmp_path}/news.db", PASSWORD, ANOTHER)
    assert code == 2
    assert "the two passwords differ" in shown


def test_help_of_every_command_has_examples_and_fits(invoke: Invoke, program: Program) -> None:
    for command in ("add", "list", "role", "password", "remove"):
        shown = invoke("user", command, "--help").stdout
        assert f"dragoman user {command}" in shown.partition("Example")[2]
        assert max(map(len, shown.splitlines())) <= 80
    assert b"add" in program("user").stdout + program("user").stderr
