"""How the record of one thing is shown as text: a module for each noun."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cli.shown.dataset import dataset_lines
from dragoman.cli.shown.document import document_lines
from dragoman.cli.shown.event import event_lines
from dragoman.cli.shown.parts import Short
from dragoman.cli.shown.statement import statement_lines
from dragoman.cli.shown.tie import tie_lines
from dragoman.ledger.records import DocumentRecord, EventRecord, Record, StatementRecord, TieRecord

__all__ = ["record_lines"]


def record_lines(record: Record, short: Short) -> Iterator[str]:
    """All about one thing; `short` gives the beginning of a key that is enough to show what has it."""
    if isinstance(record, DocumentRecord):
        return document_lines(record, short)
    if isinstance(record, StatementRecord):
        return statement_lines(record, short)
    if isinstance(record, EventRecord):
        return event_lines(record, short)
    if isinstance(record, TieRecord):
        return tie_lines(record, short)
    return dataset_lines(record)
