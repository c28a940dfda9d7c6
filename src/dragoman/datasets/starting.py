"""A ledger of what comes with the project alone, for those who have none yet: made once, and kept in the cache."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dragoman.datasets.packaged import FOLDER, STARTER, readings
from dragoman.datasets.storing import store
from dragoman.ledger import Ledger, opened
from dragoman.ledger.migrate import HEAD
from dragoman.version import __version__


@contextmanager
def starter_ledger() -> Iterator[Ledger]:
    """The starter record as a ledger, to be read from. Raises DatasetError, LedgerError.

    It lies in the user's cache under a name that changes with what it holds; where the cache cannot be written, in a
    folder that goes with the program.
    """
    path = _cached()
    if path is not None:
        with opened(str(path)) as ledger:
            yield ledger
        return
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        made = Path(folder) / "starter.db"
        _fill(made)
        with opened(str(made)) as ledger:
            yield ledger


def _cached() -> Path | None:
    """Where it lies, made if it was not there; None where there is no place for it."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dragoman"
    path = folder / f"starter-{_digest()}.db"
    with suppress(OSError):
        if path.exists():
            return path
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as beside:
            made = Path(beside) / "starter.db"
            _fill(made)
            made.replace(path)
        return path
    return None


def _fill(path: Path) -> None:
    with opened(str(path), make=True) as ledger:
        for reading in readings(STARTER, None):
            store(ledger, reading, lambda: None)


def _digest() -> str:
    """Of the program's version, the making of the ledger, the files, and the code that reads them."""
    digest = hashlib.sha256(f"{__version__} {HEAD}".encode())
    for file in sorted((*FOLDER.rglob("*.*sv"), *FOLDER.parent.glob("*.yaml"), *FOLDER.parents[1].glob("*.py"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
