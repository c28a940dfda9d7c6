"""`dragoman code`: statements as data."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.codings import codings, expected
from dragoman.cli.failures import EXIT_CODE, Failures
from dragoman.cli.options import AllowPrivate, Output, Sources
from dragoman.cli.progress import Bar, bar_wanted
from dragoman.cli.tables import Format, table

Form = Annotated[
    Format,
    typer.Option(
        "--format",
        help="jsonl: one line a document, with everything. csv and parquet: the flat table, one row a statement; "
        "parquet needs -o.",
    ),
]


def code(
    sources: Sources, form: Form = Format.jsonl, output: Output = None, allow_private: AllowPrivate = False
) -> None:
    """Code articles into statements: events, ties and inferences.

    Each statement has its participants with their roles, its status, who says so,
    when, and the words that it stands on. A JSONL source (rows with `id`, `text`
    and, if known, `lang`, `date`, `url`, `headline`) is coded row by row; a row in a
    language without a pack gets no statements and a note.

    \b
    Examples:
      dragoman code article.txt
      dragoman code pages/*.html --format parquet -o coded.parquet
      dragoman code rows.jsonl --format csv -o coded.csv
      dragoman code - < article.txt
    """
    if form is Format.parquet and output is None:
        raise typer.BadParameter("parquet is a binary table; give it a file with -o", param_hint="--format")
    failures = Failures()
    wanted = bar_wanted(to_file=output is not None)
    with table(form, output) as result, Bar(expected(sources) if wanted else None, wanted=wanted) as bar:
        for coding in codings(sources, failures, allow_private=allow_private):
            result.add(coding)
            bar.advance()
        if failures.count and not bar.finished:
            # Nothing was coded: an older result in that place stays as it is.
            raise typer.Exit(EXIT_CODE)
    failures.close()
