"""Opening a ledger: it is made where there is none, brought up to date where it is old, and errors become ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from dragoman.errors import LedgerError, NotInLedger
from dragoman.ledger.address import address, shown
from dragoman.ledger.engine import WRITING, engine
from dragoman.ledger.finding_tables import revision as revisions
from dragoman.ledger.migrate import HEAD, made_by_us, migrate, revision
from dragoman.ledger.prepared import Prepared

UNREACHABLE = ("connection", "could not", "does not exist", "authentication")
READING: dict[str, dict[str, Any]] = {
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
"""What makes a transaction see one state of the ledger, where it does not of itself."""
RESTING = 5
"""Connections to a file that are kept to read by: each has up to 64 MB of it in memory."""


class Ledger:
    """An open ledger. `reading` and `writing` give a connection in a transaction.

    A transaction that writes waits for the one before it, in this and in other processes; what it did is there as a
    whole when its block ends, and not at all when the block fails or the process dies.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        self._resting: list[Connection] = []

    @property
    def is_file(self) -> bool:
        """Whether it is a file of this machine: to begin and to end a transaction waits for nobody."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger, whatever is written meanwhile. Raises LedgerError."""
        with self.looking() as connection, connection.begin():
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A connection for one query, which sees what is there then; a second may see more. Raises LedgerError."""
        with self._told():
            connection = self._connected()
            try:
                yield connection
            except BaseException:
                connection.close()
                raise
            self._rest(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; the ledger then has its next revision. Raises LedgerError."""
        with self.noting() as connection:
            yield connection
            connection.execute(update(revisions).values(number=revisions.c.number + 1))

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """A connection that alone may write what is no part of the record: accounts, sessions, who did what.

        The revision stays. Raises LedgerError.
        """
        with self._told(), self.engine.connect() as plain:
            connection = plain.execution_options(**{WRITING: True})
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Give back what is open."""
        while self._resting:
            self._resting.pop().close()
        self.engine.dispose()

    def _connected(self) -> Connection:
        """A connection to read by."""
        try:
            return self._resting.pop()
        except IndexError:
            return self.engine.connect().execution_options(**READING.get(self.engine.dialect.name, {}))

    def _rest(self, connection: Connection) -> None:
        """Keep a connection to a file for who reads next: to give it back and to take it again costs as much as to ask
        a page's smaller queries. A server may close one that rests.
        """
        if self.is_file and len(self._resting) < RESTING:
            connection.rollback()
            self._resting.append(connection)
        else:
            connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _as_ours(error, self.name) from error


@contextmanager
def opened(named: str | None = None, *, make: bool = False) -> Iterator[Ledger]:
    """The ledger of this name (of the settings, if none), brought up to date; `make` makes it where there is none.

    Raises LedgerError where it cannot be opened, and where a newer Dragoman has written it; NotInLedger where there
    is no ledger of that name and `make` is false.
    """
    url = address(named)
    name = shown(url)
    if url.drivername == "sqlite":
        _check_file(Path(url.database or ""), make=make)
    ledger = Ledger(engine(url), name)
    try:
        _bring_up(ledger, make=make)
        yield ledger
    finally:
        ledger.close()


def _check_file(path: Path, *, make: bool) -> None:
    if path.is_dir():
        raise LedgerError("is a folder", source=str(path), advice="name a file")
    if path.exists() or (make and path.parent.is_dir()):
        return
    if make:
        raise LedgerError("its folder is not there", source=str(path), advice=f"make {path.parent}")
    raise _missing(str(path))


def _missing(name: str) -> NotInLedger:
    advice = "fill one with `dragoman add` or `dragoman import`, or name another with --ledger"
    return NotInLedger("no ledger there", source=name, advice=advice)


def _bring_up(ledger: Ledger, *, make: bool) -> None:
    try:
        with ledger.engine.connect() as connection:
            found = revision(connection)
            ours = found is not None or made_by_us(connection)
        if found == HEAD:
            return
        if found is None and not make:
            raise _missing(ledger.name)
        if not ours:
            raise LedgerError("holds other tables", source=ledger.name, advice="name a new file or an empty database")
        migrate(ledger.engine, ledger.name)
    except DBAPIError as error:
        raise _as_ours(error, ledger.name) from error
    except SQLAlchemyError as error:
        raise LedgerError(f"cannot be opened ({error})", source=ledger.name) from error


def _as_ours(error: DBAPIError, name: str) -> LedgerError:
    """What the database says, in a line; its SQL is of no use to a reader."""
    said = " ".join(str(error.orig).split())
    if "not a database" in said or "malformed" in said:
        return LedgerError("is no ledger, or is damaged", source=name, advice="name another file, or restore a copy")
    if "locked" in said:
        return LedgerError("another program keeps writing to it", source=name, advice="try again when it has finished")
    if "readonly" in said or "unable to open" in said:
        return LedgerError(f"cannot be written ({said})", source=name, advice="check the rights of file and folder")
    if isinstance(error, OperationalError) and any(word in said for word in UNREACHABLE):
        return LedgerError(f"cannot be reached ({said})", source=name, advice="check address, user and server")
    return LedgerError(f"the database refused ({said})", source=name)


_REVISION = Prepared(select(revisions.c.number))


def revision_of(connection: Connection) -> int:
    """How often the ledger was written: at the same revision it holds the same."""
    (number,) = _REVISION.scalars(connection)
    return int(number)
