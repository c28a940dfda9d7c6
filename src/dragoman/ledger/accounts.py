"""Accounts of the web app: who they are, which rights they have. What is done to them stands in the audit log."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from dragoman.errors import AccountError
from dragoman.ledger.audit import Person, note
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.rows import now
from dragoman.ledger.tables import sessions, users
from dragoman.model import Account, Role

NAME = re.compile(r"[^\W_](?:[\w.@-]{0,62}[^\W_])?")
"""Letters of any script and digits, with `.`, `_`, `-`, `@` between them; at most 64."""

_ANY = Prepared(select(users.c.key).limit(1))


def named(name: str) -> str:
    """An account's name as it is kept. Raises AccountError for what cannot be one."""
    found = unicodedata.normalize("NFKC", name.strip())
    if not NAME.fullmatch(found):
        advice = "give up to 64 letters and digits, with . _ - @ between them"
        raise AccountError("cannot be the name of an account", source=name[:80], advice=advice)
    return found


def key_of(name: str) -> str:
    """What an account is found by: `Rana` and `rana` are one."""
    return unicodedata.normalize("NFKC", name.strip()).casefold()


def add(connection: Connection, name: str, role: Role, hashed: str, by: Person) -> Account:
    """Make an account. `hashed` is what `passwords.hashed` gives. Raises AccountError where the name is taken."""
    check_free(connection, name)
    account = Account(name=named(name), role=role, made_at=now(), changed_at=now())
    row = {**account.model_dump(), "role": role.value, "key": key_of(account.name), "password": hashed}
    connection.execute(insert(users), row)
    note(connection, by, "user add", f"{account.name} ({role})")
    return account


def check_free(connection: Connection, name: str) -> None:
    """Raise AccountError for what cannot be the name of a new account."""
    if _row(connection, named(name)) is not None:
        advice = "choose another name, or `dragoman user role` and `dragoman user password`"
        raise AccountError("there is an account of that name", source=name, advice=advice)


def every(connection: Connection) -> list[Account]:
    """All accounts, by name."""
    return [account_of(row) for row in connection.execute(select(users).order_by(users.c.key))]


def exist(connection: Connection) -> bool:
    """Whether there is any account: then everybody has to log in."""
    return _ANY.first(connection) is not None


def find(connection: Connection, name: str) -> Account:
    """The account of this name. Raises AccountError where there is none."""
    return account_of(_found(connection, name))


def password_of(connection: Connection, name: str) -> str | None:
    """The hash of an account's password; None where there is no such account."""
    row = _row(connection, name)
    return None if row is None else str(row.password)


def set_role(connection: Connection, name: str, role: Role, by: Person) -> Account:
    """Give an account other rights; it has them from its next request on. Raises AccountError."""
    before = account_of(_found(connection, name))
    connection.execute(update(users).where(users.c.key == key_of(name)).values(role=role.value))
    note(connection, by, "user role", f"{before.name}: {before.role} → {role}")
    return before.model_copy(update={"role": role})


def set_password(connection: Connection, name: str, hashed: str, by: Person) -> Account:
    """Give an account another password, and end its sessions. Raises AccountError."""
    before = account_of(_found(connection, name))
    changed = before.model_copy(update={"changed_at": now()})
    values = {"password": hashed, "changed_at": changed.changed_at}
    connection.execute(update(users).where(users.c.key == key_of(name)).values(values))
    connection.execute(delete(sessions).where(sessions.c.user == key_of(name)))
    note(connection, by, "user password", before.name)
    return changed


def renew_hash(connection: Connection, name: str, hashed: str) -> None:
    """Keep the same password under a stronger hash."""
    connection.execute(update(users).where(users.c.key == key_of(name)).values(password=hashed))


def remove(connection: Connection, name: str, by: Person) -> Account:
    """Take an account away, with its sessions; its judgements and its lines in the log stay. Raises AccountError."""
    gone = account_of(_found(connection, name))
    connection.execute(delete(users).where(users.c.key == key_of(name)))
    note(connection, by, "user remove", gone.name)
    return gone


def account_of(row: Row[Any]) -> Account:
    """The Account of a row of `users`."""
    return Account(**{name: getattr(row, name) for name in Account.model_fields})


def _found(connection: Connection, name: str) -> Row[Any]:
    row = _row(connection, name)
    if row is None:
        raise AccountError("no such account", source=name, advice="`dragoman user list` tells them")
    return row


def _row(connection: Connection, name: str) -> Row[Any] | None:
    if not NAME.fullmatch(key_of(name)):
        return None
    return connection.execute(select(users).where(users.c.key == key_of(name))).first()
