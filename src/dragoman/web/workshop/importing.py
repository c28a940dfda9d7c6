"""The tasks of putting claims to the record, and of importing a dataset, after which they are put to it again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from dragoman.datasets import Reading, readings
from dragoman.datasets.storing import Outcome, store
from dragoman.findings.testing import BATCH, tested
from dragoman.ledger import findings, imports
from dragoman.web.workshop.bench import Bench, Step, Tell

EACH = 1000
"""Ties and measures after which an import says how far it is."""


@dataclass(frozen=True)
class Put:
    """How many claims were put to the record."""

    claims: int


@dataclass(frozen=True)
class PutToRecord:
    """Put every document that waits to the record."""

    urgent: ClassVar[bool] = False

    def run(self, bench: Bench, tell: Tell) -> Put:
        """Do it, a batch at a time, so that articles can be added in between. Raises LedgerError."""
        return Put(_put(bench, tell))


@dataclass(frozen=True)
class Imported:
    """What became of an import: whether anything was written, how many ties and measures, and claims put to it."""

    written: bool
    items: int
    claims: int


@dataclass(frozen=True)
class ImportDataset:
    """Import a dataset out of files that were uploaded (`folder` goes at the end), or what comes with the project.

    `path` is the file, or the folder where there are several; `told` what the ledger names as its source.
    """

    name: str
    path: Path | None = None
    folder: Path | None = None
    told: str | None = None
    urgent: ClassVar[bool] = False

    def run(self, bench: Bench, tell: Tell) -> Imported:
        """Import it, and put the claims of the ledger to it. Raises DatasetError, LedgerError."""
        with _cleared(self.folder):
            tell(Step.importing)
            counted = _Counter(tell)
            outcomes = [self._stored(bench, one, counted) for one in readings(self.name, self.path)]
        return Imported(Outcome.written in outcomes, counted.items, _put(bench, tell))

    def _stored(self, bench: Bench, reading: Reading, counted: _Counter) -> Outcome:
        return store(bench.ledger, reading, counted.advance, file=self.told)


@dataclass
class _Counter:
    """Counts ties and measures as they come."""

    tell: Tell
    items: int = 0

    def advance(self) -> None:
        """One more."""
        self.items += 1
        if self.items % EACH == 0:
            self.tell(Step.importing, self.items)


def _put(bench: Bench, tell: Tell) -> int:
    with bench.ledger.reading() as connection:
        keys = findings.waiting(connection, imports.state(connection))
    claims = 0
    for start in range(0, len(keys), BATCH):
        tell(Step.testing, start, len(keys))
        with bench.models:
            with bench.ledger.reading() as connection:
                shared = bench.holdings_at(imports.state(connection))
            some = tested(bench.ledger, keys[start : start + BATCH], shared)
            claims += sum(len(one.found) for one in some)
    return claims


@contextmanager
def _cleared(folder: Path | None) -> Iterator[None]:
    try:
        yield
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
