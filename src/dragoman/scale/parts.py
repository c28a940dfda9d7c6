"""Writes the Parquet files of a part, some thousand rows at a time, and reads them back so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import pyarrow as pa
from pyarrow.parquet import ParquetFile, ParquetWriter

from dragoman.exports.tables import ParquetRows
from dragoman.scale.columns import Cells
from dragoman.scale.dataset import Dataset

ROW_GROUP = 1_000
"""Rows that are in memory at once: of documents with their text some megabytes."""


class Parted:
    """The rows of a table by language, a file each, made when its first row comes."""

    def __init__(self, stack: ExitStack, dataset: Dataset, table: str, key: str, schema: pa.Schema) -> None:
        self.stack, self.dataset, self.table, self.key, self.schema = stack, dataset, table, key, schema
        self.files: dict[str, ParquetRows] = {}

    def add(self, language: str, cells: Cells) -> None:
        """Write a row to the file of its language."""
        if language not in self.files:
            place = (self.table, f"language={language}", f"{self.key}.parquet")
            self.files[language] = self.stack.enter_context(part(self.dataset, self.schema, *place))
        self.files[language].add(cells)


@contextmanager
def part(dataset: Dataset, schema: pa.Schema, *place: str) -> Iterator[ParquetRows]:
    """The rows of one file that is whole at the end of the block."""
    with dataset.written(*place) as new, ParquetWriter(new, schema, compression="zstd") as writer:
        rows = ParquetRows(writer, ROW_GROUP)
        yield rows
        rows.flush()


def rows_of(dataset: Dataset, name: str, columns: Sequence[str] | None = None) -> Iterator[Cells]:
    """The rows of a file, given as a path of the dataset's file system; of these columns only, where they are named."""
    with dataset.place[0].open(name, "rb") as stream:
        for batch in ParquetFile(stream).iter_batches(batch_size=ROW_GROUP, columns=columns):
            yield from batch.to_pylist()
