"""Logging in, with a limit on guessing.

Failures are counted by account and by network address, in the audit log. An address from which the account has logged
in before is not locked out by what others guess elsewhere: otherwise anybody could keep anybody out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from dragoman.errors import AccountError, LoginRefused, TooOften
from dragoman.ledger import accounts, passwords, sessions
from dragoman.ledger.audit import Person, note
from dragoman.ledger.opening import Ledger
from dragoman.ledger.rates import Rate
from dragoman.ledger.rows import digest, now
from dragoman.ledger.tables import audit
from dragoman.model import Account, Outcome

ACTION = "login"
FAILURES = Rate(10, 900)
"""Wrong passwords for one account from anywhere: at this rate a guess a minute and a half, 350,000 a year."""
FAILURES_OF_AN_ADDRESS = Rate(30, 900)
"""Wrong names or passwords from one network address, which a whole office may share."""
KNOWN = 30 * 86400
"""Seconds for which an address stays known to an account after a login."""
MARK = 6
"""Hexadecimal digits of a mark: enough to count by, too few to find out what was typed."""


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """An account and the token of its new session."""

    account: Account
    token: str


def log_in(ledger: Ledger, name: str, password: str, address: str) -> LoggedIn:
    """Check name and password, and start a session. Raises LoginRefused and TooOften, as `checked`."""
    with checked(ledger, name, password, address) as (connection, account):
        note(connection, Person(account.name, address), ACTION)
        return LoggedIn(account, sessions.start(connection, account))


@contextmanager
def checked(ledger: Ledger, name: str, password: str, address: str) -> Iterator[tuple[Connection, Account]]:
    """The account with this name and password, and a connection that may note what is done with it.

    Raises LoginRefused where they are wrong, TooOften after too many failures, also for the right password then.
    The hash is worked out before the ledger is held; the answer is decided while it is held, one login at a time, so
    that many at once do not get more guesses than one after the other.
    """
    with ledger.reading() as connection:
        by = _person(connection, name, address)
        _refuse_if_too_often(connection, by)
        kept = accounts.password_of(connection, name)
    right = passwords.matches(kept, password)
    renewed = passwords.hashed(password) if right and kept and passwords.is_outdated(kept) else None
    with ledger.noting() as connection:
        _refuse_if_too_often(connection, by)
        right = right and kept == accounts.password_of(connection, name)
        if right:
            if renewed:
                accounts.renew_hash(connection, name, renewed)
            yield connection, accounts.find(connection, name)
        else:
            note(connection, by, ACTION, outcome=Outcome.refused)
    if not right:
        raise LoginRefused("no account has that name and password", advice="try again")


def _person(connection: Connection, name: str, address: str) -> Person:
    """Under which name a login is counted. Of one that is not there the log has a mark only: it may be a password."""
    try:
        return Person(accounts.find(connection, name).name, address)
    except AccountError:
        return Person(f"unknown-{digest(accounts.key_of(name))[:MARK]}", address)


def _refuse_if_too_often(connection: Connection, by: Person) -> None:
    failed = and_(audit.c.action == ACTION, audit.c.outcome == Outcome.refused.value)
    of_address = and_(failed, audit.c.address == by.address)
    of_name = and_(failed, audit.c.who == by.name)
    if _is_known(connection, by):
        of_name = and_(of_name, audit.c.address == by.address)
    wait = max(FAILURES_OF_AN_ADDRESS.wait(connection, of_address), FAILURES.wait(connection, of_name))
    if wait:
        raise TooOften("too many failed logins", wait=wait)


def _is_known(connection: Connection, by: Person) -> bool:
    """Whether this account has logged in from this network address of late."""
    done = and_(audit.c.action == ACTION, audit.c.outcome == Outcome.done.value)
    here = and_(done, audit.c.who == by.name, audit.c.address == by.address, audit.c.made_at > now(-KNOWN))
    return connection.execute(select(audit.c.number).where(here).limit(1)).scalar() is not None
