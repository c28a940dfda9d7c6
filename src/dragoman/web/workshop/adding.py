"""The task of adding an article: read it, code it, store it, put its claims to the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from dragoman.errors import SourceRefused
from dragoman.findings.testing import tested
from dragoman.ledger import imports
from dragoman.ledger.adding import Outcome
from dragoman.ledger.arriving import address_of, arrive
from dragoman.model import Document
from dragoman.sources import read_given
from dragoman.sources.address import ADVICE
from dragoman.web.security.fetching import fetched
from dragoman.web.security.visitors import Visitor
from dragoman.web.workshop.bench import Bench, Step, Tell

LONGEST = 1000
"""Characters of an address."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of an article: under which key it stands, and how many statements were coded from it."""

    key: str
    outcome: Outcome
    statements: int
    headline: str | None


@dataclass(frozen=True)
class AddFetched:
    """An article at an address, which is fetched for `by`."""

    address: str
    by: Visitor
    urgent: ClassVar[bool] = False

    def run(self, bench: Bench, tell: Tell) -> Arrived:
        """Fetch and add it. Raises TooOften, SourceError, LedgerError."""
        tell(Step.reading)
        try:
            document = fetched(bench.ledger, self.by, self.address)
        except SourceRefused as error:
            # Nobody can allow a private address here, as the command line can.
            advice = error.advice if error.advice != ADVICE else "save the page and upload it, if you trust it"
            raise SourceRefused(error.what, source=error.source, advice=advice) from error
        return _added(bench, document, address_of(self.address), tell)


@dataclass(frozen=True)
class AddGiven:
    """An article that was pasted or uploaded; `at` is the address where it stood, if that was given."""

    name: str
    content: bytes | str
    at: str | None = None
    urgent: ClassVar[bool] = False

    def run(self, bench: Bench, tell: Tell) -> Arrived:
        """Read and add it. Raises SourceError, LedgerError."""
        tell(Step.reading)
        document = read_given(self.content, self.name)
        return _added(bench, document, address_of(self.at) if self.at else None, tell)


def _added(bench: Bench, document: Document, address: str | None, tell: Tell) -> Arrived:
    with bench.models:
        added = arrive(bench.ledger, document, address, lambda: tell(Step.coding))
        if added.statements:
            tell(Step.testing)
            with bench.ledger.reading() as connection:
                shared = bench.holdings_at(imports.state(connection))
            list(tested(bench.ledger, [added.key], shared))
    return Arrived(added.key, added.outcome, added.statements, document.headline)
