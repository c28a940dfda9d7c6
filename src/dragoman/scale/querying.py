"""Asks a dataset in SQL: DuckDB over the Parquet files of the parts that are whole.

DuckDB sees three tables and nothing else: it may neither open files nor load extensions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dragoman.errors import DatasetError
from dragoman.scale.columns import CODED, FAULTS, stated
from dragoman.scale.dataset import TABLES, Dataset

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
}
BATCH = 1_000


@contextmanager
def tables(dataset: Dataset) -> Iterator[DuckDBPyConnection]:
    """A connection that has `documents`, `statements` and `faults`. Raises OutputError where it is no dataset."""
    import duckdb

    dataset.made()
    with duckdb.connect(config=CLOSED) as connection:
        for table in TABLES:
            connection.register(table, _arrow(dataset, table))
        connection.execute("SET lock_configuration = true")
        yield connection


def answer(dataset: Dataset, query: str) -> Iterator[list[Any]]:
    """The names of the columns, then the rows. Raises DatasetError with what DuckDB has to say against a query."""
    import duckdb

    with tables(dataset) as connection:
        try:
            found = connection.execute(query)
            yield [column[0] for column in found.description or ()]
            while rows := found.fetchmany(BATCH):
                yield from map(list, rows)
        except duckdb.Error as error:
            what = " ".join(str(error).split())
            advice = f"the tables are {', '.join(TABLES)}"
            raise DatasetError(
                f"the query cannot be answered ({what})", source=dataset.address, advice=advice
            ) from error


def _arrow(dataset: Dataset, table: str) -> Any:
    """A table as Arrow has it; one without a part has its columns all the same."""
    import pyarrow as pa
    from pyarrow import dataset as arrow

    schema = {"documents": CODED, "statements": stated(), "faults": FAULTS}[table]
    if table != "faults":
        schema = schema.append(pa.field("language", pa.string()))
    files = dataset.parts(table)
    if not files:
        return schema.empty_table()
    folders = arrow.partitioning(pa.schema([pa.field("language", pa.string())]), flavor="hive")
    return arrow.dataset(
        files, schema=schema, format="parquet", filesystem=dataset.place[0],
        partitioning=folders, partition_base_dir=dataset.path(table),
    )  # fmt: skip
