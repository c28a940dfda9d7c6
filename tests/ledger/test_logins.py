from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import insert

from dragoman.errors import LoginRefused, TooOften
from dragoman.ledger import Ledger, accounts, audit, logins, opened, passwords, sessions
from dragoman.ledger.audit import Person
from dragoman.ledger.rates import FETCHES, Rate, take_fetch
from dragoman.ledger.rows import now
from dragoman.ledger.tables import audit as audit_table
from dragoman.model import Outcome, Role

PASSWORD = "three otters on a raft"
HASH = passwords.hashed(PASSWORD)
HOME, ELSEWHERE = "192.0.2.7", "198.51.100.9"


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with opened(ledger_url, make=True) as made:
        with made.writing() as connection:
            accounts.add(connection, "Rana", Role.reviewer, HASH, Person("root"))
        yield made


def fails(ledger: Ledger, times: int, address: str, name: str = "Rana", ago: int = 0) -> None:
    """Let `times` logins have failed, `ago` seconds before now."""
    row = {"action": "login", "who": name, "address": address, "outcome": "refused", "made_at": now(-ago)}
    with ledger.writing() as connection:
        first = audit.latest(connection, 1)[0].number + 1
        connection.execute(insert(audit_table), [{**row, "number": first + n} for n in range(times)])


def lines(ledger: Ledger) -> list[tuple[str | None, Outcome]]:
    with ledger.reading() as connection:
        return [(entry.who, entry.outcome) for entry in audit.latest(connection, 99, action="login")]


def test_the_right_password_starts_a_session(ledger: Ledger) -> None:
    found = logins.log_in(ledger, " rana", PASSWORD, HOME)
    assert (found.account.name, found.account.role) == ("Rana", Role.reviewer)
    with ledger.reading() as connection:
        assert sessions.holder(connection, found.token) == found.account
    assert lines(ledger) == [("Rana", Outcome.done)]


def test_what_is_wrong_is_not_told(ledger: Ledger) -> None:
    with pytest.raises(LoginRefused) as wrong:
        logins.log_in(ledger, "Rana", PASSWORD + "s", HOME)
    with pytest.raises(LoginRefused) as unknown:
        logins.log_in(ledger, "Li", PASSWORD, HOME)
    assert wrong.value.line == unknown.value.line


@pytest.mark.parametrize("name", ["", "a\0b", "\ud800", "x" * 10_000])
def test_a_name_that_no_account_can_have(ledger: Ledger, name: str) -> None:
    with pytest.raises(LoginRefused):
        logins.log_in(ledger, name, PASSWORD, HOME)


def test_a_password_in_the_wrong_field_is_not_in_the_log(ledger: Ledger) -> None:
    with pytest.raises(LoginRefused):
        logins.log_in(ledger, PASSWORD, "Rana", HOME)
    ((who, outcome),) = lines(ledger)
    assert outcome is Outcome.refused
    assert who is not None
    assert "otters" not in who


def test_too_many_failures_close_the_account_to_strangers_for_a_while(ledger: Ledger) -> None:
    logins.log_in(ledger, "Rana", PASSWORD, HOME)
    fails(ledger, logins.FAILURES.times - 1, ELSEWHERE)
    with pytest.raises(LoginRefused):
        logins.log_in(ledger, "Rana", "a guess, the last", ELSEWHERE)
    with pytest.raises(TooOften) as caught:
        logins.log_in(ledger, "Rana", PASSWORD, ELSEWHERE)
    assert 0 < caught.value.wait <= logins.FAILURES.seconds
    assert "try again in 15 min" in caught.value.line
    before = len(lines(ledger))
    assert logins.log_in(ledger, "Rana", PASSWORD, HOME).account.name == "Rana"
    assert len(lines(ledger)) == before + 1, "what is refused for its number adds nothing to the log"


def test_failures_are_forgotten_after_a_while(ledger: Ledger) -> None:
    fails(ledger, 50, ELSEWHERE, ago=logins.FAILURES.seconds + 1)
    assert logins.log_in(ledger, "Rana", PASSWORD, ELSEWHERE).account.name == "Rana"


def test_one_address_cannot_go_through_many_names(ledger: Ledger) -> None:
    for number in range(logins.FAILURES_OF_AN_ADDRESS.times):
        fails(ledger, 1, ELSEWHERE, name=f"name{number}")
    with pytest.raises(TooOften):
        logins.log_in(ledger, "Rana", PASSWORD, ELSEWHERE)
    assert logins.log_in(ledger, "Rana", PASSWORD, HOME).account.name == "Rana"


def test_names_that_are_not_there_are_closed_as_others_are(ledger: Ledger) -> None:
    with pytest.raises(LoginRefused):
        logins.log_in(ledger, "Li", "a guess, the first", HOME)
    mark = lines(ledger)[0][0]
    assert mark is not None
    fails(ledger, logins.FAILURES.times - 1, ELSEWHERE, name=mark)
    with pytest.raises(TooOften):
        logins.log_in(ledger, "li", "a guess, one too many", "203.0.113.1")


def test_many_at_once_get_no_more_guesses_than_one_after_the_other(ledger: Ledger) -> None:
    fails(ledger, logins.FAILURES.times - 2, ELSEWHERE)

    def guess(number: int) -> type[Exception]:
        with pytest.raises((LoginRefused, TooOften)) as caught:
            logins.log_in(ledger, "Rana", f"a guess, number {number}", ELSEWHERE)
        return caught.type

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(guess, range(6)))
    assert sorted(kind.__name__ for kind in answers) == ["LoginRefused"] * 2 + ["TooOften"] * 4


def test_a_hash_of_old_parameters_is_renewed(ledger: Ledger) -> None:
    from argon2 import PasswordHasher

    with ledger.writing() as connection:
        accounts.add(connection, "Li", Role.reader, PasswordHasher(1, 8192).hash(PASSWORD), Person("root"))
    token = logins.log_in(ledger, "Li", PASSWORD, HOME).token
    with ledger.reading() as connection:
        kept = accounts.password_of(connection, "Li")
        assert sessions.holder(connection, token) is not None
    assert kept is not None
    assert not passwords.is_outdated(kept)
    assert passwords.matches(kept, PASSWORD)


def test_fetches_of_a_person_are_counted(ledger: Ledger) -> None:
    rana = Person("Rana", HOME)
    with ledger.writing() as connection:
        for number in range(FETCHES.times):
            take_fetch(connection, rana, f"https://news.example/{number}")
    with pytest.raises(TooOften, match=r"news\.example/one-more"), ledger.writing() as connection:
        take_fetch(connection, rana, "https://news.example/one-more")
    with ledger.writing() as connection:
        take_fetch(connection, Person("Li", HOME), "https://news.example/0")
        assert len(audit.latest(connection, 999, action="fetch")) == FETCHES.times + 1


def test_fetches_for_one_network_address_are_counted_together(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        for number in range(120):
            take_fetch(connection, Person(f"name{number % 4}", HOME), "https://news.example/")
    with pytest.raises(TooOften), ledger.writing() as connection:
        take_fetch(connection, Person("Li", HOME), "https://news.example/")


def test_the_wait_ends_when_the_oldest_that_counts_is_old_enough(ledger: Ledger) -> None:
    fails(ledger, 1, HOME, ago=50)
    fails(ledger, 2, HOME, ago=10)
    counted = audit_table.c.action == "login"
    with ledger.reading() as connection:
        assert Rate(4, 60).wait(connection, counted) == 0
        assert 48 <= Rate(2, 60).wait(connection, counted) <= 50
        assert 8 <= Rate(3, 60).wait(connection, counted) <= 10
        assert Rate(3, 40).wait(connection, counted) == 0
