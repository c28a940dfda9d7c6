"""Rows of JSONL, CSV and Parquet as documents: the same columns in each (`id`, `text`, `lang`, `date`, `url`, …)."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from typing import BinaryIO

from dragoman.errors import SourceNotText
from dragoman.model import Document
from dragoman.scale.faults import Fault
from dragoman.scale.opening import stream
from dragoman.scale.orders import Holding, Input
from dragoman.sources import RowError, row_of, rows_in

COLUMNS = ("id", "text", "lang", "date", "url", "headline")
BATCH = 1_000
"""Rows of a Parquet file that are in memory at once."""
LONGEST_CELL = 20 * 1024 * 1024


def rows(given: Input) -> Iterator[Document | Fault]:
    """The documents of a table. Raises SourceMissing, SourceNotText where it is no table at all."""
    with stream(given.address, unpacked=given.holding is not Holding.parquet) as opened:
        for row in READERS[given.holding](opened, given.address):
            if isinstance(row, RowError):
                yield Fault(source=given.address, offset=row.number, what=row.what, advice=row.advice)
            else:
                yield row


def _of_csv(opened: BinaryIO, source: str) -> Iterator[Document | RowError]:
    csv.field_size_limit(min(sys.maxsize, LONGEST_CELL))
    text = TextIOWrapper(opened, encoding="utf-8-sig", errors="replace", newline="")
    separator = "\t" if ".tsv" in source.lower() else ","
    reader = csv.DictReader(text, delimiter=separator)
    try:
        _check(list(reader.fieldnames or ()), source)
        for number, cells in enumerate(reader, 2):
            yield row_of({name: cells.get(name) or None for name in COLUMNS}, f"{source}:{number}", number)
    except csv.Error as error:
        yield RowError(f"{source}:{reader.line_num}", reader.line_num, f"not CSV ({error})", "the rest is passed over")
    finally:
        text.detach()


def _of_parquet(opened: BinaryIO, source: str) -> Iterator[Document | RowError]:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    try:
        file = ParquetFile(opened)
        there = [name for name in COLUMNS if name in file.schema_arrow.names]
        _check(there, source)
        number = 0
        for batch in file.iter_batches(batch_size=BATCH, columns=there):
            for cells in batch.to_pylist():
                number += 1
                plain = {name: value if name == "id" or value is None else str(value) for name, value in cells.items()}
                yield row_of(plain, f"{source}:{number}", number)
    except pa.ArrowException as error:
        raise SourceNotText(f"not a Parquet file ({error})", source=source, advice="check the file") from error


def _check(there: list[str], source: str) -> None:
    missing = [name for name in ("id", "text") if name not in there]
    if missing:
        raise SourceNotText(
            f"a table without a column {missing[0]!r}", source=source, advice=f"columns: {', '.join(COLUMNS)}"
        )


READERS: dict[Holding, Callable[[BinaryIO, str], Iterator[Document | RowError]]] = {
    Holding.jsonl: rows_in,
    Holding.csv: _of_csv,
    Holding.parquet: _of_parquet,
}
