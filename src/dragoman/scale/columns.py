"""The tables of a dataset: what is kept of a document, of a statement, of a fault, and how it is read back.

`language` is a folder (`language=ru/`) and no column, except where documents wait to be coded.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pyarrow as pa

from dragoman.exports.forms import TableName
from dragoman.exports.tables import schema_of
from dragoman.model import Coding, Document, Statement
from dragoman.scale.faults import Fault

Cells = dict[str, Any]
BODY = "body"
"""The column that holds a whole statement as JSON: the flat columns leave out spans that the ledger keeps."""
NUMBER = "number"
"""The column by which a statement finds its document: ids of rows are their makers'."""
WHOLE = frozenset({"views"})
WAITING = pa.schema([
    *(pa.field(name, pa.int64() if name in WHOLE else pa.string()) for name in Document.model_fields),
    pa.field("number", pa.int64(), metadata={"meaning": "the place of the document in its part of the dataset"}),
    pa.field("crawled", pa.string(), metadata={"meaning": "when the page was fetched, as the archive says"}),
    pa.field("length", pa.int64(), metadata={"meaning": "characters of the text"}),
    pa.field("signature", pa.binary(), metadata={"meaning": "MinHash of the text, by which copies are found"}),
])  # fmt: skip
"""A document that was screened."""
CODED = pa.schema([
    *(field for field in WAITING if field.name != "language"),
    pa.field("copy_of", pa.string(), metadata={"meaning": "id of the document with this text that was coded"}),
    pa.field("coder", pa.string(), metadata={"meaning": "who coded it; empty for a copy"}),
    pa.field("statements", pa.int64(), metadata={"meaning": "how many statements were coded from it"}),
    pa.field("note", pa.string(), metadata={"meaning": "why none were, where there is a reason to give"}),
])  # fmt: skip
"""A document that was coded, or stands as a copy beside the one that was."""
FAULTS = pa.schema([
    pa.field("source", pa.string()),
    pa.field("offset", pa.int64(), metadata={"meaning": "bytes of the stored file, or the number of the row"}),
    pa.field("what", pa.string()),
    pa.field("advice", pa.string()),
])  # fmt: skip


@cache
def stated() -> pa.Schema:
    """The schema of statements: the flat table as `code --format parquet` writes it, with the whole of each in JSON."""
    flat = [field for field in schema_of(TableName.statements) if field.name != "language"]
    body = pa.field(BODY, pa.string(), metadata={"meaning": "the whole statement as JSON"})
    number = pa.field(NUMBER, pa.int64(), metadata={"meaning": "the place of its document in its part of the dataset"})
    return pa.schema([*flat, number, body])


def document_cells(document: Document, *, number: int, crawled: str, signature: bytes) -> Cells:
    """The row of a document that was screened."""
    told = {name: getattr(document, name) for name in Document.model_fields}
    return {**told, "number": number, "crawled": crawled, "length": len(document.text), "signature": signature}


def document_of(cells: Cells) -> Document:
    """The document of a row."""
    return Document.model_validate({name: cells[name] for name in Document.model_fields})


def statement_cells(coding: Coding, number: int) -> list[Cells]:
    """The rows of a document's statements; `number` is the document's."""
    from dragoman.actors.names import codes
    from dragoman.schema import flat_rows

    rows = flat_rows(coding, codes)
    bodies = (statement.model_dump_json(exclude_defaults=True) for statement in coding.statements)
    return [{**row, NUMBER: number, BODY: body} for row, body in zip(rows, bodies, strict=True)]


def statement_of(body: str) -> Statement:
    """The statement of a row's body."""
    return Statement.model_validate_json(body)


def fault_cells(fault: Fault) -> Cells:
    """The row of a fault."""
    return fault.model_dump()
