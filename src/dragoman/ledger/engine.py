"""Connections: SQLite in WAL mode, or PostgreSQL; a transaction that reads, or one that writes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL

PATIENCE = 300.0
"""Seconds that a writer waits for another: a large import holds the ledger for as long as it writes."""
ANY = -1
"""Connections beyond those that are kept open. A pool that makes its users wait can have each wait for the other, where
they hold one connection and ask for a second; how many requests are answered at once is for whoever serves them.
"""
WRITING = "dragoman_writing"
"""The execution option that marks a transaction as one that writes."""
LOCK = 0x647261676F
"""The PostgreSQL advisory lock that writers take, so that merging sees what others have stored before it."""


def engine(url: URL) -> Engine:
    """The engine of a ledger; nothing is opened yet."""
    return _sqlite(url) if url.drivername == "sqlite" else _postgresql(url)


def _sqlite(url: URL) -> Engine:
    # The connection that was given back last has most of what is asked in its memory.
    made = create_engine(url, connect_args={"timeout": PATIENCE}, max_overflow=ANY, pool_use_lifo=True)

    @event.listens_for(made, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA cache_size=-65536")

    @event.listens_for(made, "begin")
    def begin(connection: Any) -> None:
        if connection.get_execution_options().get(WRITING):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            # Nothing is locked yet, so this cannot fail; each request does it twice.
            connection.connection.driver_connection.execute("BEGIN")

    return made


def _postgresql(url: URL) -> Engine:
    made = create_engine(url, pool_pre_ping=True, max_overflow=ANY)

    @event.listens_for(made, "begin")
    def begin(connection: Any) -> None:
        if connection.get_execution_options().get(WRITING):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")

    return made
