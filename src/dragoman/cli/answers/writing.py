"""How an answer is written: as text, Markdown, JSON, or as the rows of a table."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel

from dragoman.cli.answers.page import Page, markdown_lines, text_lines
from dragoman.cli.failures import tell
from dragoman.cli.output import written
from dragoman.model import Dataset

Row = Mapping[str, object]


class Format(StrEnum):
    """How an answer is written."""

    text = "text"
    markdown = "markdown"
    json = "json"
    csv = "csv"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        show_default=False,
        help="The format: what the end of the file's name says (.md, .json, .csv), or text. json has everything, with "
        "the ids of all ties; csv a row for each line of the main table, with the credit lines on standard error.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        show_default=False,
        help="By the record of that day: 2024, 2024-10, 2024-10-30. Without it, of today.",
    ),
]
SUFFIXES = {".md": Format.markdown, ".json": Format.json, ".csv": Format.csv}


def write(
    answer: BaseModel,
    page: Callable[[], Page],
    rows: Callable[[], Sequence[Row]],
    datasets: Iterable[Dataset],
    form: Format | None,
    output: Path | None,
) -> None:
    """Write the answer; `page` and `rows` are made only where the format asks for them."""
    chosen = form or (SUFFIXES.get(output.suffix.lower()) if output else None) or Format.text
    made = rows() if chosen is Format.csv else ()
    with written(output) as stream:
        if chosen is Format.json:
            stream.write(answer.model_dump_json(indent=1) + "\n")
        elif chosen is Format.csv:
            heads = list(dict.fromkeys(name for row in made for name in row))
            table = csv.DictWriter(stream, heads, lineterminator="\n")
            table.writeheader()
            table.writerows({key: _cell(value) for key, value in row.items()} for row in made)
        else:
            lines = markdown_lines if chosen is Format.markdown else text_lines
            stream.writelines(f"{line}\n" for line in lines(page()))
    if chosen is Format.csv:
        for dataset in datasets:
            tell(f"{dataset.name}: {dataset.credit}")


def today() -> str:
    """The day of today, for questions that name none."""
    from datetime import UTC, datetime

    return datetime.now(UTC).date().isoformat()


def _cell(value: object) -> object:
    if isinstance(value, (tuple, list)):
        return "|".join(map(str, value))
    return value
