"""Somebody's own account: another password, which ends every other session."""

from __future__ import annotations

import pytest

from dragoman.errors import LoginRefused
from dragoman.ledger import Ledger, accounts, audit, logins, passwords
from dragoman.model import Outcome, Role
from dragoman.web.security import Door

from .people import PASSWORD, Desk, desk, field, form, token_of

DOOR = Door("127.0.0.1", 8765)
NEW = "four herons in the reeds"


@pytest.fixture
def there(ledger: Ledger) -> Desk:
    return desk(ledger, DOOR)


def test_a_reader_sets_another_password_and_stays_logged_in_here_alone(there: Desk) -> None:
    here, elsewhere = there.client(Role.reader), there.client(Role.reader)
    before = token_of(here)
    page = here.get("/account").text
    sent = {"password": PASSWORD, "new": NEW, "again": NEW, "csrf": field(page)}
    answer = here.post("/account", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/account?done=true")
    assert "Every other session of this account has ended." in here.get("/account?done=true").text
    assert token_of(here) != before
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303
    with pytest.raises(LoginRefused):
        logins.log_in(there.ledger, "Lea", PASSWORD, "192.0.2.1")
    assert logins.log_in(there.ledger, "Lea", NEW, "192.0.2.1").account.name == "Lea"
    with there.ledger.reading() as connection:
        noted = [(entry.action, entry.who, entry.about) for entry in audit.latest(connection, 9)]
    assert ("user password", "Lea", "Lea") in noted
    assert NEW not in repr(noted) and PASSWORD not in repr(noted)


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"password": "not the password"}, 403, "not the current password"),
        ({"again": "something else entirely"}, 400, "the two passwords differ"),
        ({"new": "short", "again": "short"}, 400, "too short"),
        ({"new": "", "again": ""}, 400, "too short"),
    ],
)
def test_what_is_not_taken_changes_nothing(there: Desk, fields: dict[str, str], status: int, said: str) -> None:
    client = there.client(Role.reader)
    sent = {"password": PASSWORD, "new": NEW, "again": NEW, "csrf": form(client), **fields}
    answer = client.post("/account", data=sent)
    assert answer.status_code == status
    assert said in answer.text
    with there.ledger.reading() as connection:
        assert passwords.matches(accounts.password_of(connection, "Lea"), PASSWORD)


def test_guesses_at_an_open_browser_are_stopped_too(there: Desk) -> None:
    client = there.client(Role.reader)
    sent = {"new": NEW, "again": NEW, "csrf": form(client)}
    for number in range(logins.FAILURES.times):
        assert client.post("/account", data={**sent, "password": f"a guess, {number}"}).status_code == 403
    answer = client.post("/account", data={**sent, "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    with there.ledger.reading() as connection:
        failures = [e for e in audit.latest(connection, 99, action="login") if e.outcome is Outcome.refused]
    assert len(failures) == logins.FAILURES.times


def test_without_accounts_there_is_nothing_to_change(ledger: Ledger) -> None:
    client = Desk(ledger, DOOR).client()
    page = client.get("/account")
    assert "No account" in page.text
    assert client.post("/account", data={"csrf": form(client)}).status_code == 200
    with ledger.reading() as connection:
        assert accounts.every(connection) == []
