"""The task of writing a brief: the claims of a document are put to the record, and the answers told in a language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import Connection, select

from dragoman.briefs.shape import Brief, BriefLanguage
from dragoman.briefs.written import written
from dragoman.datasets.starting import starter_ledger
from dragoman.errors import NotInLedger
from dragoman.events.ties import CODED
from dragoman.findings.against import record_for
from dragoman.findings.nouns import Finding
from dragoman.ledger import documents, imports, statements
from dragoman.ledger.tables import datasets
from dragoman.model import Coding
from dragoman.web.workshop.bench import Bench, Step, Tell


@dataclass(frozen=True, slots=True)
class Told:
    """A brief with what it was made from."""

    brief: Brief
    coding: Coding
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class TellBrief:
    """The brief of a document in a language."""

    document: str
    language: BriefLanguage
    urgent: ClassVar[bool] = True

    def run(self, bench: Bench, tell: Tell) -> Told:
        """Write it. Raises NotInLedger."""
        with bench.ledger.reading() as own:
            document = documents.load(own, self.document)
            if document is None:
                raise NotInLedger("no document of that name", source=self.document)
            coding = Coding(document=document, statements=tuple(statements.stated(own, self.document).values()))
            tell(Step.testing)
            with bench.models, _record(own) as record:
                state = imports.state(record)
                against = record_for(record, coding, bench.holdings_at(state)[state])
                tell(Step.writing)
                made, said = written(coding, against, self.language, illustrated=True)
        return Told(made, coding, said.findings)


@contextmanager
def _record(own: Connection) -> Iterator[Connection]:
    """The ledger itself where any dataset is in it, else the starter record."""
    held = own.execute(select(datasets.c.name).where(datasets.c.name != CODED).limit(1)).first()
    if held is not None:
        yield own
        return
    with starter_ledger() as starter, starter.reading() as connection:
        yield connection
