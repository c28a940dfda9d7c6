"""How a ledger is named: a file for SQLite, `postgresql://…` for PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from dragoman.errors import LedgerError
from dragoman.settings import settings

ADVICE = "give a file (news.db) or an address (postgresql://user@host/name)"
POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")


def address(named: str | None = None) -> URL:
    """The address of a ledger as SQLAlchemy takes it; the one of the settings where none is named.

    Raises LedgerError for what is neither a file nor a PostgreSQL address.
    """
    named = named or settings().ledger
    if "://" not in named:
        return URL.create("sqlite", database=str(Path(named).expanduser()))
    try:
        url = make_url(named)
    except ArgumentError as error:
        raise LedgerError("not an address of a ledger", source=named, advice=ADVICE) from error
    if url.drivername in POSTGRESQL:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database and url.database != ":memory:":
        return url
    raise LedgerError(f"{url.drivername} cannot hold a ledger", source=shown(url), advice=ADVICE)


def shown(url: URL) -> str:
    """The address for a reader: a plain file name, and no password."""
    if url.drivername == "sqlite":
        return url.database or ""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)
