"""What the commands that look something up share: their formats, their limit, and how what they find is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.output import replaced, written

if TYPE_CHECKING:
    from dragoman.exports.forms import TableName
    from dragoman.exports.rows import Cells
    from dragoman.exports.tables import Rows
    from dragoman.model import Dataset

SHOWN = 50
"""What is shown as text where no limit is given."""


class Format(StrEnum):
    """How what was found is written."""

    text = "text"
    json = "json"
    csv = "csv"
    parquet = "parquet"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        show_default=False,
        help="The format: what the end of the file's name says, or text.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=1,
        metavar="N",
        show_default=False,
        help=f"No more than these, the latest. Without it text has {SHOWN}, every other format all.",
    ),
]


def format_of(form: Format | None, output: Path | None) -> Format:
    """The format that is said, or that the end of the file's name says."""
    suffixes = {f".{known.value}": known for known in Format if known is not Format.text}
    found = form or (suffixes.get(output.suffix.lower()) if output else None) or Format.text
    if found is Format.parquet and output is None:
        raise typer.BadParameter("parquet is a binary table; give it a file with -o", param_hint="--format")
    return found


def counted(shown: int, total: int) -> str:
    """How many there are, and how many of them are shown."""
    return f"{shown:,} of {total:,}" if total > shown else f"{total:,}"


def more_lines(shown: int, total: int) -> Iterator[str]:
    """What to do to see the others, where there are any."""
    if total > shown:
        yield f"{total - shown:,} more: --limit {total} shows them, -o FILE.csv writes them."


def write_text(output: Path | None, lines: Iterable[str]) -> None:
    """Write lines to a file or the screen."""
    with written(output) as stream:
        stream.writelines(f"{line}\n" for line in lines)


def write_json(output: Path | None, head: str, name: str, items: Iterable[str], tail: Callable[[], str]) -> None:
    """Write an object that holds a list of items, one a line, as they come.

    `head` and `tail` are objects in JSON: their members stand before and after the list.
    """
    with written(output) as stream:
        stream.write(f'{head[:-1]}{", " if head != "{}" else ""}"{name}": [')
        between = "\n"
        for item in items:
            stream.write(between + item)
            between = ",\n"
        rest = tail()
        stream.write(f"\n]{', ' if rest != '{}' else ''}{rest[1:]}\n")


def write_table(
    form: Format, output: Path | None, table: TableName, rows: Iterable[Cells], sources: Callable[[], Iterable[Dataset]]
) -> None:
    """Write rows as CSV or Parquet; beside a file stands its codebook, with the credit lines of `sources`.

    `sources` is asked once all rows are written.
    """
    from dragoman.exports.tables import CsvRows, parquet_rows

    if form is Format.parquet and output is not None:
        with replaced(output) as new, parquet_rows(new, table) as group:
            count = _add_all(group, rows)
    else:
        with written(output) as stream:
            count = _add_all(CsvRows(stream, table), rows)
    if output is not None:
        write_codebook(output, table, count, sources())


def _add_all(out: Rows, rows: Iterable[Cells]) -> int:
    count = 0
    for cells in rows:
        out.add(cells)
        count += 1
    return count


def write_codebook(output: Path, table: TableName, rows: int, datasets: Iterable[Dataset]) -> None:
    """Write what the columns of a table mean, and the credit lines of its rows, beside it."""
    from dragoman.exports.descriptor import as_json, as_markdown

    sources = list(datasets)
    for suffix, make in (("md", as_markdown), ("json", as_json)):
        with written(output.with_name(f"{output.name}.codebook.{suffix}")) as stream:
            stream.write(make(table, output.name, rows, sources))
