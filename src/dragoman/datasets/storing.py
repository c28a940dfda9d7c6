"""A dataset into the ledger: as a whole in the place of what was there of it, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from enum import StrEnum

from sqlalchemy import Connection

from dragoman.datasets.packaged import FOLDER
from dragoman.datasets.reading import Reading
from dragoman.ledger import Ledger
from dragoman.ledger.ties import describe, file_of, is_imported, replace, sha256_of
from dragoman.model import Measure, Tie
from dragoman.version import __version__

PACKAGED = "with Dragoman: "
"""Stands before the name of a file that comes with the project."""


class Outcome(StrEnum):
    """What became of an import."""

    written = "written"
    same = "the ledger has it already"
    kept = "the ledger has a file of yours of this dataset, which stays"


def store(ledger: Ledger, reading: Reading, advance: Callable[[], None], *, file: str | None = None) -> Outcome:
    """Put what is read into the ledger; `advance` is called for each tie and measure.

    `file` is what the ledger names as its source where that is not the path that it is read from (an upload). The same
    file, read by the same version of Dragoman, is not written again. What comes with the project never takes
    the place of a file that the user imported. Raises DatasetError and LedgerError; the ledger is then as before.
    """
    digest = _digest(reading)
    with ledger.writing() as connection:
        outcome = _outcome(connection, reading, digest)
        if outcome is Outcome.written:
            found = _told(reading, advance)
            replace(connection, reading.dataset, found, file=file or _file(reading), sha256=digest)
            describe(connection, reading.dataset, rows=reading.tally.rows, report=reading.tally.report())
    return outcome


def _outcome(connection: Connection, reading: Reading, digest: str) -> Outcome:
    name = reading.entry.name
    if is_imported(connection, name, reading.dataset.version, digest):
        return Outcome.same
    before = file_of(connection, name)
    if before is not None and not before.startswith(PACKAGED) and _file(reading).startswith(PACKAGED):
        return Outcome.kept
    return Outcome.written


def _told(reading: Reading, advance: Callable[[], None]) -> Iterator[Tie | Measure]:
    for item in reading:
        advance()
        yield item


def _file(reading: Reading) -> str:
    """The path of the file, or of the folder where there are several."""
    path = reading.tables[0].path
    where = path if len(reading.tables) == 1 else path.parent
    return PACKAGED + where.name if where.is_relative_to(FOLDER) else str(where.resolve())


def _digest(reading: Reading) -> str:
    """Over the files and the version of Dragoman, which may read the same file otherwise than the one before."""
    parts = [__version__, *sorted(sha256_of(table.path) for table in reading.tables)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
