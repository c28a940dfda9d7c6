"""Runs of the program that are killed, and what they leave."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable

WAIT = 120.0
"""Seconds after which a run has to have come somewhere, on a busy machine."""


def run(*words: str) -> subprocess.Popen[bytes]:
    """Start a command."""
    line = [sys.executable, "-m", "dragoman", *words]
    return subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def finished(*words: str) -> None:
    """Run a command to its end."""
    process = run(*words)
    _, said = process.communicate(timeout=300)
    assert process.returncode == 0, said.decode()


def until(holds: Callable[[], bool]) -> None:
    """Wait for it, no longer than WAIT."""
    deadline = time.monotonic() + WAIT
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.005)


def is_writing(named: str) -> bool:
    """Whether a process has a transaction open that writes to this ledger."""
    return _postgresql_writing(named) if named.startswith("postgresql:") else _sqlite_writing(named)


def _sqlite_writing(path: str) -> bool:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return True
    finally:
        connection.close()
    return False


def _postgresql_writing(address: str) -> bool:
    import psycopg

    asked = (
        "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database "
        "WHERE locktype = 'advisory' AND granted AND datname = current_database()"
    )
    with psycopg.connect(address) as connection:
        row = connection.execute(asked).fetchone()
    return bool(row and row[0])
