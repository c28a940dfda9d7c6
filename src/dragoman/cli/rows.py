"""The row of one thing in the table that things of its kind stand in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from dragoman.actors import codes
from dragoman.exports.forms import TableName
from dragoman.exports.reported import reported
from dragoman.exports.rows import Cells, dataset_cells, document_cells, event_cells, tie_cells
from dragoman.ledger import documents
from dragoman.ledger.records import DocumentRecord, EventRecord, Record, StatementRecord, TieRecord
from dragoman.model import Coding, Dataset
from dragoman.schema import flat_rows


def rows_of(connection: Connection, record: Record) -> tuple[TableName, Sequence[Cells], Sequence[Dataset]]:
    """The table, the row, and the datasets that it comes from."""
    if isinstance(record, EventRecord):
        return TableName.events, [event_cells(one) for one in reported(connection, [record.event])], ()
    if isinstance(record, TieRecord):
        return TableName.ties, [tie_cells(record.tie)], [record.dataset]
    if isinstance(record, DocumentRecord):
        return TableName.documents, [document_cells(record.key, record.document)], ()
    if isinstance(record, StatementRecord):
        document = documents.about(connection, [record.kept.document])[record.kept.document]
        coding = Coding(document=document, statements=(record.kept.statement,))
        return TableName.statements, flat_rows(coding, codes), ()
    return TableName.datasets, [dataset_cells(record.held)], [record.held.dataset]
