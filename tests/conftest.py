"""For every test: a ledger to fill, on either database; one thread for the models, set before numpy is loaded.

With two and more threads on a shared machine they wait for each other: a sentence takes eight times as long.

Property tests draw the same examples each time, so that a change is judged by what it changed; no example is timed.
`pytest --hypothesis-profile search` draws new ones.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

NUMBERS = count(1)

settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True, database=None)
settings.load_profile("same")


def _binaries() -> Path | None:
    """Where Debian puts PostgreSQL's programs, or wherever else they are found."""
    found = shutil.which("initdb")
    places = [str(Path(found).parent)] if found else sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")))
    return Path(places[-1]) if places and (Path(places[-1]) / "initdb").exists() else None


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server of our own on this machine, without a database's name.

    Skips where PostgreSQL is not installed, unless DRAGOMAN_REQUIRE_POSTGRESQL says that it has to be.
    """
    binaries = _binaries()
    if binaries is None:
        if os.environ.get("DRAGOMAN_REQUIRE_POSTGRESQL"):
            pytest.fail("PostgreSQL is not installed: apt-get install postgresql")
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="dragoman-pg-") as folder, socket.socket() as free:
        if as_owner:
            shutil.chown(folder, "postgres")
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()

        def call(program: str, *words: str) -> None:
            line = [*as_owner, str(binaries / program), *words]
            subprocess.run(line, cwd=folder, check=True, stdout=subprocess.DEVNULL, timeout=120)

        data = f"{folder}/data"
        call("initdb", "-D", data, "-U", "dragoman", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        server = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
        call("pg_ctl", "-D", data, "-o", server, "-l", f"{folder}/log", "-w", "start")
        try:
            yield f"postgresql://dragoman@127.0.0.1:{port}"
        finally:
            call("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


@pytest.fixture
def new_database(postgresql: str) -> str:
    """The address of an empty PostgreSQL database."""
    import psycopg

    name = f"ledger{next(NUMBERS)}"
    with psycopg.connect(f"{postgresql}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{postgresql}/{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a ledger that is not made yet, on each of the two databases."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    address: str = request.getfixturevalue("new_database")
    return address
