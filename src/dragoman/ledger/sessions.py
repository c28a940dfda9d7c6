"""Who is logged in. The browser has a token, the ledger its hash: who reads the ledger cannot log in with it.

A session ends a working day after its login, used or not. Nothing is written while it is used, so that no page waits
for an import that holds the ledger.
"""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import Connection, bindparam, delete, insert, select

from dragoman.ledger.accounts import key_of
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.rows import now
from dragoman.ledger.tables import sessions, users
from dragoman.model import Account

LIFETIME = 12 * 3600
"""Seconds from login to the end."""


_HOLDER = Prepared(
    select(*(users.c[name] for name in Account.model_fields))
    .join(sessions, sessions.c.user == users.c.key)
    .where(sessions.c.key == bindparam("token"), sessions.c.until > bindparam("moment"))
)
"""Asked with every request."""


def new_token() -> str:
    """A token that nobody can guess: 256 random bits, in characters that a cookie takes."""
    return secrets.token_urlsafe(32)


def start(connection: Connection, account: Account) -> str:
    """Log an account in; the token of its session. Sessions that have ended are cleared away."""
    token = new_token()
    connection.execute(delete(sessions).where(sessions.c.until <= now()))
    row = {"key": _key(token), "user": key_of(account.name), "made_at": now(), "until": now(LIFETIME)}
    connection.execute(insert(sessions), row)
    return token


def holder(connection: Connection, token: str) -> Account | None:
    """Whose session this is, with the rights that the account has now; None where it is nobody's or has ended."""
    row = _HOLDER.first(connection, {"token": _key(token), "moment": now()})
    return None if row is None else Account.model_validate(dict(zip(Account.model_fields, row, strict=True)))


def end(connection: Connection, token: str) -> None:
    """Log out; nothing happens where nobody was logged in."""
    connection.execute(delete(sessions).where(sessions.c.key == _key(token)))


def _key(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
