"""Logging in and out, and what a session is worth."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from dragoman.ledger import Ledger, accounts, audit, logins, sessions
from dragoman.model import Outcome, Role
from dragoman.web.security import Door

from .people import NAMES, PASSWORD, Desk, desk, field, form, token_of

DOOR = Door("127.0.0.1", 8765)


@pytest.fixture
def there(ledger: Ledger) -> Desk:
    return desk(ledger, DOOR)


def enter(client: TestClient, name: str = "Rana", password: str = PASSWORD, next: str = "/help") -> int:
    page = client.get("/login")
    sent = {"name": name, "password": password, "next": next, "csrf": field(page.text)}
    return client.post("/login", data=sent).status_code


def test_without_accounts_this_machine_has_one_user_with_all_rights(ledger: Ledger) -> None:
    client = Desk(ledger, DOOR).client()
    assert client.get("/help").status_code == 200
    assert client.get("/audit").status_code == 200
    assert "Nobody has to log in" in client.get("/login").text


def test_with_accounts_a_page_leads_to_the_login_and_back(there: Desk) -> None:
    client = there.client()
    asked = client.get("/help?lang=ru")
    assert asked.status_code == 303
    assert asked.headers["location"] == "/login?next=/help%3Flang%3Dru"
    page = client.get(asked.headers["location"])
    assert page.status_code == 200
    before = token_of(client)
    sent = {"name": "rana", "password": PASSWORD, "next": "/help?lang=ru", "csrf": field(page.text)}
    entered = client.post("/login", data=sent)
    assert (entered.status_code, entered.headers["location"]) == (303, "/help?lang=ru")
    assert token_of(client) != before, "a token from before the login is worth nothing after it"
    shown = client.get("/help").text
    assert "Rana" in shown
    assert "Log out" in shown
    assert "/audit" not in shown


def test_the_cookie_is_not_for_scripts_and_not_for_other_sites(there: Desk) -> None:
    given = there.client().get("/login").headers["set-cookie"]
    assert given.startswith("dragoman-8765=")
    assert "HttpOnly" in given and "SameSite=lax" in given and "Path=/" in given
    assert "Secure" not in given


def test_over_https_the_cookie_never_travels_in_the_clear(there: Desk) -> None:
    there = Desk(there.ledger, Door("192.0.2.1", 443, tls=True))
    answer = there.client().get("/login")
    assert answer.headers["set-cookie"].startswith("__Host-dragoman-443=")
    assert "; Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]


def test_a_log_out_ends_the_session_everywhere(there: Desk) -> None:
    client, copy = there.client(), there.client()
    assert enter(client) == 303
    token = token_of(client)
    copy.cookies.set("dragoman-8765", token)
    assert copy.get("/help").status_code == 200
    left = client.post("/logout", data={"csrf": form(client)})
    assert (left.status_code, left.headers["location"]) == (303, "/login")
    assert copy.get("/help").status_code == 303
    assert client.get("/help").status_code == 303


@pytest.mark.parametrize(("name", "password"), [("Rana", "three otters on a log"), ("Nobody", PASSWORD), ("", "")])
def test_what_is_wrong_is_told_without_saying_which(there: Desk, name: str, password: str) -> None:
    client = there.client()
    page = client.get("/login")
    answer = client.post("/login", data={"name": name, "password": password, "csrf": field(page.text)})
    assert answer.status_code == 401
    assert "No account has that name and password." in answer.text
    assert PASSWORD not in answer.text
    assert client.get("/help").status_code == 303


def test_a_login_needs_the_token_of_its_form(there: Desk) -> None:
    client = there.client()
    client.get("/login")
    sent = {"name": "Rana", "password": PASSWORD}
    assert client.post("/login", data=sent).status_code == 403
    assert client.post("/login", data={**sent, "csrf": form(there.client(Role.reader))}).status_code == 403


def test_guesses_are_stopped_and_told_when_to_try_again(there: Desk) -> None:
    client = there.client()
    for number in range(logins.FAILURES.times):
        assert enter(client, password=f"a guess, number {number}") == 401
    page = client.get("/login")
    answer = client.post("/login", data={"name": "Rana", "password": PASSWORD, "csrf": field(page.text)})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= logins.FAILURES.seconds
    assert "Try again in 15 minutes." in answer.text
    assert enter(client, name="Ada") == 303


@pytest.mark.parametrize(
    "next", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", "javascript:x", "", "/a\r\nX: y"]
)
def test_a_login_leads_nowhere_else(there: Desk, next: str) -> None:
    client = there.client()
    page = client.get("/login", params={"next": next})
    assert 'name="next" value="/"' in page.text
    sent = {"name": "Rana", "password": PASSWORD, "csrf": field(page.text), "next": next}
    assert client.post("/login", data=sent).headers["location"] == "/"


def test_a_token_that_was_made_up_is_nobodys(there: Desk) -> None:
    for made_up in ("", "x", "a" * 43, "../" * 15, "\u00e9" * 43):
        client = there.client()
        assert client.get("/help", headers={"Cookie": f"dragoman-8765={made_up}".encode()}).status_code == 303  # type: ignore[dict-item]


def test_rights_are_those_of_this_moment(there: Desk) -> None:
    from dragoman.ledger.audit import Person

    client = there.client(Role.admin)
    assert client.get("/audit").status_code == 200
    with there.ledger.noting() as connection:
        accounts.set_role(connection, "Ada", Role.reader, Person("root"))
    assert client.get("/audit").status_code == 403
    with there.ledger.noting() as connection:
        accounts.remove(connection, "Ada", Person("root"))
    assert client.get("/audit").status_code == 303


def test_logins_and_log_outs_stand_in_the_log_and_admins_read_it(there: Desk) -> None:
    client = there.client()
    enter(client, password="a wrong one, surely")
    enter(client)
    client.post("/logout", data={"csrf": form(client)})
    with there.ledger.reading() as connection:
        lines = [(e.action, e.who, e.outcome) for e in audit.latest(connection, 3)]
    assert lines == [
        ("logout", "Rana", Outcome.done),
        ("login", "Rana", Outcome.done),
        ("login", "Rana", Outcome.refused),
    ]
    page = there.client(Role.admin).get("/audit", params={"action": "login"}).text
    assert page.count("<tr>") == 3
    assert "refused" in page and "testclient" in page


def test_the_log_page_by_page_and_as_a_table(there: Desk) -> None:
    from dragoman.ledger.audit import Person

    with there.ledger.noting() as connection:
        for number in range(60):
            audit.note(connection, Person("=cmd()", "192.0.2.7"), "fetch", f"https://news.example/{number}")
    client = there.client(Role.admin)
    first = client.get("/audit").text
    assert first.count("<tr>") == 51
    older = client.get("/audit", params={"before": 14}).text
    assert older.count("<tr>") == 14
    assert "No such line" in client.get("/audit", params={"who": "nobody"}).text
    table = client.get("/audit.csv", params={"who": "=cmd()"})
    assert table.headers["content-disposition"].startswith("attachment")
    rows = table.text.splitlines()
    assert rows[0] == "number,made_at,who,action,about,address,outcome"
    assert len(rows) == 61
    assert ",'=cmd()," in rows[1], "no program takes a name for a formula"


def test_an_import_that_holds_the_ledger_keeps_no_reader_waiting(there: Desk) -> None:
    client = there.client(Role.reader)
    with there.ledger.writing():
        assert client.get("/help").status_code == 200


def test_a_session_that_has_ended_is_nobodys(there: Desk) -> None:
    from sqlalchemy import update

    from dragoman.ledger.rows import now
    from dragoman.ledger.tables import sessions as table

    client = there.client(Role.admin)
    with there.ledger.noting() as connection:
        connection.execute(update(table).values(until=now(-1)))
    assert client.get("/help").status_code == 303
    assert sessions.LIFETIME == 12 * 3600
    assert set(NAMES.values()) == {"Lea", "Rana", "Ada"}
