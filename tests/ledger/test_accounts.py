from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select, text, update

from dragoman.errors import AccountError
from dragoman.ledger import Ledger, accounts, audit, opened, sessions
from dragoman.ledger.audit import Person
from dragoman.ledger.rows import now
from dragoman.ledger.tables import sessions as sessions_table
from dragoman.model import Role

ROOT = Person("root")


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with opened(ledger_url, make=True) as made:
        yield made


def test_roles_are_an_order() -> None:
    assert [[role.may(needed) for needed in Role] for role in Role] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]


def test_an_account_from_beginning_to_end(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        assert not accounts.exist(connection)
        made = accounts.add(connection, "Rana", Role.reader, "hash", ROOT)
        accounts.add(connection, "Айгуль", Role.admin, "hash", ROOT)
        assert accounts.exist(connection)
        assert accounts.find(connection, "rANA") == made
        assert [account.name for account in accounts.every(connection)] == ["Rana", "Айгуль"]
        assert accounts.set_role(connection, "rana", Role.reviewer, ROOT).role is Role.reviewer
        accounts.set_password(connection, "rana", "another", ROOT)
        assert accounts.password_of(connection, "RANA") == "another"
        accounts.remove(connection, "rana", ROOT)
        assert accounts.password_of(connection, "Rana") is None
    with ledger.reading() as connection:
        told = [(entry.action, entry.about) for entry in audit.latest(connection, 9, who="root")]
    assert told == [
        ("user remove", "Rana"),
        ("user password", "Rana"),
        ("user role", "Rana: reader → reviewer"),
        ("user add", "Айгуль (admin)"),
        ("user add", "Rana (reader)"),
    ]


def test_one_name_is_one_account(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        accounts.add(connection, "Rana", Role.reader, "hash", ROOT)
    for name in ("Rana", "RANA", " rana ", "Ｒａｎａ"):
        with pytest.raises(AccountError, match="there is an account"), ledger.writing() as connection:
            accounts.add(connection, name, Role.admin, "hash", ROOT)


@pytest.mark.parametrize(
    "name", ["", " ", "a b", "a\nb", "-rana", "rana.", "<b>", "a/b", "x" * 65, "rana\u202e", "a\0b"]
)
def test_names_that_no_account_has(ledger: Ledger, name: str) -> None:
    with pytest.raises(AccountError, match="cannot be the name"), ledger.writing() as connection:
        accounts.add(connection, name, Role.reader, "hash", ROOT)


def test_what_is_asked_of_nobody(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        for act in (
            lambda: accounts.find(connection, "nobody"),
            lambda: accounts.set_role(connection, "nobody", Role.admin, ROOT),
            lambda: accounts.set_password(connection, "nobody", "hash", ROOT),
            lambda: accounts.remove(connection, "nobody", ROOT),
        ):
            with pytest.raises(AccountError, match="no such account"):
                act()
        assert audit.latest(connection, 1) == []


def test_a_session_is_its_holders_until_it_ends(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        rana = accounts.add(connection, "Rana", Role.reader, "hash", ROOT)
        token, other = sessions.start(connection, rana), sessions.start(connection, rana)
    with ledger.reading() as connection:
        assert sessions.holder(connection, token) == rana
        assert sessions.holder(connection, token + "x") is None
        assert sessions.holder(connection, "") is None
        kept = connection.execute(select(sessions_table.c.key)).scalars().all()
        assert len(set(kept)) == 2
        assert token not in kept
    with ledger.writing() as connection:
        sessions.end(connection, token)
        sessions.end(connection, "nobody's")
        accounts.set_role(connection, "Rana", Role.admin, ROOT)
        assert sessions.holder(connection, token) is None
        found = sessions.holder(connection, other)
        assert found is not None
        assert found.role is Role.admin, "rights change in the middle of a session"


def test_a_session_ends_by_itself_and_is_cleared_away(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        rana = accounts.add(connection, "Rana", Role.reader, "hash", ROOT)
        token = sessions.start(connection, rana)
        connection.execute(update(sessions_table).values(until=now(-1)))
        assert sessions.holder(connection, token) is None
        sessions.start(connection, rana)
        assert len(connection.execute(select(sessions_table)).all()) == 1


@pytest.mark.parametrize("end", ["password", "removal"])
def test_sessions_end_with_the_password_and_with_the_account(ledger: Ledger, end: str) -> None:
    with ledger.writing() as connection:
        token = sessions.start(connection, accounts.add(connection, "Rana", Role.reader, "hash", ROOT))
        if end == "password":
            accounts.set_password(connection, "Rana", "another", ROOT)
        else:
            accounts.remove(connection, "Rana", ROOT)
            accounts.add(connection, "Rana", Role.admin, "hash", ROOT)
        assert sessions.holder(connection, token) is None
        assert connection.execute(text("SELECT count(*) FROM sessions")).scalar() == 0
