"""Which record a text is put to: the ledger that there is, or, where there is none, what comes with the project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, select

from dragoman.datasets.starting import starter_ledger
from dragoman.errors import NotInLedger
from dragoman.events.ties import CODED
from dragoman.findings.holdings import Holdings
from dragoman.findings.record import Record
from dragoman.ledger import opened
from dragoman.ledger.tables import datasets
from dragoman.model import Coding, Kind, Status


@contextmanager
def recorded(named: str | None = None) -> Iterator[Connection]:
    """A connection to the ledger of this name (of the settings, if none) where any dataset is in it.

    Else to the starter record; but a ledger that is named and not there is a mistake: raises NotInLedger.
    """
    try:
        with opened(named) as ledger, ledger.reading() as connection:
            held = connection.execute(select(datasets.c.name).where(datasets.c.name != CODED)).first()
            if held is not None:
                yield connection
                return
    except NotInLedger:
        if named is not None:
            raise
    with starter_ledger() as ledger, ledger.reading() as connection:
        yield connection


def record_for(connection: Connection, coding: Coding, holdings: Holdings | None = None) -> Record:
    """The record as the claims of a text may be held against it; texts put to the same one share `holdings`."""
    return Record(connection, coding.document, coding.document.published, _subjects(coding), holdings or Holdings())


def _subjects(coding: Coding) -> tuple[str, ...]:
    """Those whom the news is about: who takes part in what has happened."""
    news = (s for s in coding.statements if s.kind is Kind.event and s.status is Status.happened)
    return tuple(dict.fromkeys(actor for statement in news for actor in statement.actors()))
