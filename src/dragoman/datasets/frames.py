"""Tables in files of R (.rda), Stata (.dta) and in Parquet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.datasets.cells import as_text
from dragoman.datasets.entries import Layout
from dragoman.datasets.limits import WHOLE, broken, check_size
from dragoman.datasets.r_tables import r_table
from dragoman.datasets.text import Head

BATCH = 10_000
"""Rows that are turned into text at once."""
NUMERIC = ("f", "i", "u")
"""What numpy calls the kinds of numbers."""


def frame_head(path: Path, layout: Layout) -> Head:
    """The column names. Raises DatasetError."""
    if layout.kind == "parquet":
        return Head(tuple(_parquet(path).schema_arrow.names), (), 0)
    if layout.kind == "rda":
        return Head(r_table(path, layout.part).columns, (), 0)
    return Head(tuple(str(name) for name in _stata(path).columns), (), 0)


def frame_rows(path: Path, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    """The rows, numbered from 1. Raises DatasetError."""
    number = 0
    for columns in _batches(path, layout):
        for cells in zip(*columns, strict=True):
            number += 1
            yield number, list(cells)


def _batches(path: Path, layout: Layout) -> Iterator[list[list[str]]]:
    """Some rows at once, as columns of text."""
    if layout.kind == "parquet":
        for batch in _parquet(path).iter_batches(BATCH):
            yield [[as_text(value) for value in column.to_pylist()] for column in batch.columns]
        return
    if layout.kind == "rda":
        yield from r_table(path, layout.part).batches(BATCH)
        return
    frame = _stata(path)
    for start in range(0, len(frame), BATCH):
        part = frame.iloc[start : start + BATCH]
        yield [_texts(part[name]) for name in part.columns]


def _texts(column: Any) -> list[str]:
    """The values of a column as text; figures that come again are turned into text once."""
    import numpy as np

    if not isinstance(column.dtype, np.dtype) or column.dtype.kind not in NUMERIC:
        return [as_text(value) for value in column.tolist()]
    known: dict[float, str] = {}
    return [known.get(value) or known.setdefault(value, as_text(value)) for value in column.tolist()]


def _parquet(path: Path) -> Any:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    try:
        return ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise broken(path, error) from error


def _stata(path: Path) -> Any:
    import pandas as pd

    check_size(path, WHOLE)
    try:
        return pd.read_stata(path, convert_categoricals=False)
    except Exception as error:  # the parser of a damaged file raises whatever it stumbles on
        raise broken(path, error) from error
