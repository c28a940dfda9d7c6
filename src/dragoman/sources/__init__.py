"""A page, a text file, an address or a table of rows becomes Documents. Knows nothing of languages or coding."""

from __future__ import annotations

from dragoman.sources.decode import decode
from dragoman.sources.limits import DEFAULT_LIMITS, Limits
from dragoman.sources.reader import article, read, read_given
from dragoman.sources.repair import Repaired, repair
from dragoman.sources.rows import Row, RowError, is_rows, read_rows, row_of, rows_in

__all__ = [
    "DEFAULT_LIMITS", "Limits", "Repaired", "Row", "RowError", "article", "decode", "is_rows", "read", "read_given",
    "read_rows", "repair", "row_of", "rows_in",
]  # fmt: skip
