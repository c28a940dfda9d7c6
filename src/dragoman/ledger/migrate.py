"""Bringing a ledger up to date, forward only, and on a copy first.

SQLite: the steps run on a copy of the file; if they hold there, they run on the ledger, in one transaction, and the
copy of the old state stays beside it (`news.db.before-0011`). PostgreSQL changes tables inside a transaction, so the
steps are run and rolled back, then run for good.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError

from dragoman.errors import LedgerError
from dragoman.ledger.engine import WRITING, engine

HEAD = "0012"
"""The last migration: the tables as `tables.py` has them."""
REVISION_TABLE = "dragoman_revision"
ATTEMPTS = 50


def revision(connection: Connection) -> str | None:
    """The migration that a ledger stands at; None for an empty database."""
    if not inspect(connection).has_table(REVISION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {REVISION_TABLE}")).scalar()
    return str(found) if found else None


def made_by_us(connection: Connection) -> bool:
    """Whether the database is empty or begun by us: another program's tables are never touched."""
    names = inspect(connection).get_table_names()
    return not names or REVISION_TABLE in names


def migrate(target: Engine, name: str) -> None:
    """Run the missing steps. Raises LedgerError where the ledger is newer than this program, or a step fails."""
    if target.dialect.name == "sqlite":
        _use_wal(target)
    with target.connect() as plain, plain.execution_options(**{WRITING: True}).begin():
        found = revision(plain)
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        what = f"was written by a newer Dragoman (at {found}, this one knows {HEAD})"
        raise LedgerError(what, source=name, advice="update Dragoman")
    if found is not None:
        _rehearse(target, found, name)
    _steps(target, name)


def _use_wal(target: Engine) -> None:
    """Write-ahead logging, which a file keeps once it has it; another process may be setting it at this moment."""
    for attempt in range(ATTEMPTS):
        try:
            with target.connect() as connection:
                connection.exec_driver_sql("ROLLBACK")
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                connection.exec_driver_sql("BEGIN")
            return
        except OperationalError:
            if attempt == ATTEMPTS - 1:
                raise
            time.sleep(0.1)


def _rehearse(target: Engine, found: str, name: str) -> None:
    if target.dialect.name != "sqlite":
        _steps(target, name, keep=False)
        return
    path = Path(target.url.database or "")
    copy = path.with_name(f"{path.name}.before-{HEAD}")
    _copy(path, copy)
    rehearsal = path.with_name(f"{path.name}.rehearsal")
    _copy(copy, rehearsal)
    tried = engine(URL.create("sqlite", database=str(rehearsal)))
    try:
        _steps(tried, name)
    finally:
        tried.dispose()
        for left in path.parent.glob(f"{rehearsal.name}*"):
            left.unlink()


def _copy(path: Path, to: Path) -> None:
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(to)) as new:
        old.backup(new)


def _steps(target: Engine, name: str, *, keep: bool = True) -> None:
    """All missing steps in one transaction; rolled back at the end if they are not to be kept."""
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with target.connect() as plain:
        connection = plain.execution_options(**{WRITING: True})
        with connection.begin() as transaction:
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, HEAD)
            except CommandError as error:
                raise LedgerError(f"cannot be brought up to date ({error})", source=name) from error
            if not keep:
                transaction.rollback()
