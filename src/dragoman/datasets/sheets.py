"""Tables in Excel workbooks, read row by row."""

from __future__ import annotations

import fnmatch
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman.datasets.cells import as_text
from dragoman.datasets.entries import Layout
from dragoman.datasets.limits import check_packed
from dragoman.datasets.text import PREAMBLE, Head, distinct
from dragoman.errors import DatasetError


def sheet_head(path: Path, layout: Layout) -> Head:
    """What stands above the first row. Raises DatasetError."""
    with _sheet(path, layout) as rows:
        return _head(rows, layout, path)


def sheet_rows(path: Path, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    """The rows with their number in the sheet; rows without any value are left out. Raises DatasetError."""
    with _sheet(path, layout) as rows:
        head = _head(rows, layout, path)
        width = len(head.columns)
        for number, row in enumerate(rows, head.lines + 1):
            cells = [as_text(value) for value in row[:width]]
            if any(cells):
                yield number, cells + [""] * (width - len(cells))


def _head(rows: Iterator[tuple[Any, ...]], layout: Layout, path: Path) -> Head:
    """The first row whose first cell is the header (any, if the layout names none), and the lines before it."""
    before: list[str] = []
    for row in rows:
        cells = [as_text(value) for value in row]
        if layout.header is None or cells[:1] == [layout.header]:
            return Head(distinct(cells), tuple(before), len(before) + 1)
        before.append(" ".join(cell for cell in cells if cell))
        if len(before) > PREAMBLE:
            break
    what = f"no row of the sheet begins with `{layout.header or ''}`"
    raise DatasetError(what, source=path.name, advice="get the file anew")


@contextmanager
def _sheet(path: Path, layout: Layout) -> Iterator[Iterator[tuple[Any, ...]]]:
    """The rows of the layout's sheet (the first one, if it names none)."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    check_packed(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, OSError, SyntaxError) as error:
        raise DatasetError(f"the workbook cannot be read ({error})", source=path.name, advice="get it anew") from error
    try:
        names = list(book.sheetnames)
        fitting = fnmatch.filter(names, layout.part or "*")
        if not fitting:
            what = f"the workbook has no sheet `{layout.part}`, but {', '.join(names)}"
            raise DatasetError(what, source=path.name, advice="check the file")
        yield book[fitting[0]].iter_rows(values_only=True)
    finally:
        book.close()
