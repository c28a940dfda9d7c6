"""Accounts with a session each, and clients that ask as them, in this process."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fastapi.testclient import TestClient

from dragoman.ledger import Ledger, accounts, passwords, sessions
from dragoman.ledger.audit import Person
from dragoman.model import Role
from dragoman.web import application
from dragoman.web.security import Door
from dragoman.web.security.tokens import cookie_name, form_token

PASSWORD = "three otters on a raft"
HASH = passwords.hashed(PASSWORD)
NAMES = {Role.reader: "Lea", Role.reviewer: "Rana", Role.admin: "Ada"}


@dataclass(frozen=True, slots=True)
class Desk:
    """A ledger with an account of each role, served at `door`."""

    ledger: Ledger
    door: Door

    def client(self, role: Role | None = None, **headers: str) -> TestClient:
        """A browser in which the account of this role has logged in, or nobody; it follows no redirect."""
        made = TestClient(
            application(self.ledger, self.door),
            base_url=self.door.address,
            follow_redirects=False,
            headers={"Accept": "text/html", **headers},
        )
        if role is not None:
            with self.ledger.noting() as connection:
                token = sessions.start(connection, accounts.find(connection, NAMES[role]))
            made.cookies.set(cookie_name(self.door), token, domain=made.base_url.host)
        return made


def desk(ledger: Ledger, door: Door) -> Desk:
    """The ledger, with its accounts."""
    with ledger.noting() as connection:
        for role, name in NAMES.items():
            accounts.add(connection, name, role, HASH, Person("root"))
    return Desk(ledger, door)


def token_of(client: TestClient) -> str:
    """What a browser has in its cookie."""
    (token,) = [value for name, value in client.cookies.items() if "dragoman" in name and "lang" not in name]
    return str(token)


def form(client: TestClient) -> str:
    """What the forms of this browser carry."""
    return form_token(token_of(client))


def field(page: str) -> str:
    """The token in a page's form."""
    found = re.search(r'name="csrf" value="([0-9a-f]{64})"', page)
    assert found, "no form with a token"
    return found[1]
