"""`dragoman code`: statements as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from dragoman.cli.codings import codings, expected
from dragoman.cli.failures import EXIT_CODE, Failures
from dragoman.cli.options import AllowPrivate, ManySources
from dragoman.cli.progress import Bar, bar_wanted
from dragoman.cli.tables import Format, table
from dragoman.scale.runners.names import RunnerName

Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        show_default=False,
        help="jsonl: one line a document, with everything; the default for articles. csv and parquet: the flat "
        "table, one row a statement; parquet needs -o. dataset: a folder of Parquet files, the default for web "
        "archives, folders, tables and s3 addresses; needs -o.",
    ),
]
Where = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PLACE",
        show_default=False,
        help="Write to PLACE instead of the screen: a file, which appears whole or not at all, or the folder or s3 "
        "address of a dataset.",
    ),
]
Runs = Annotated[
    RunnerName,
    typer.Option("--runner", help="Where a dataset is made: local or daft on this machine, ray on a cluster."),
]
Workers = Annotated[
    int,
    typer.Option("--workers", min=1, metavar="N", help="How many processes make a dataset; on ray over all machines."),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="HOST:PORT",
        show_default=False,
        help="The Ray cluster; without it the one that this machine is part of, else one that is started here.",
    ),
]


def code(
    sources: ManySources,
    form: Form = None,
    output: Where = None,
    runner: Runs = RunnerName.local,
    workers: Workers = 1,
    cluster: Cluster = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Code articles into statements: events, ties and inferences.

    Each statement has its participants with their roles, its status, who says so,
    when, and the words that it stands on. A JSONL source (rows with `id`, `text`
    and, if known, `lang`, `date`, `url`, `headline`) is coded row by row; a row in a
    language without a pack gets no statements and a note.

    Web archives (WARC), folders, patterns, tables (JSONL, CSV, Parquet with those
    columns) and s3 or http addresses of such become a dataset: pages that cannot
    speak of defence ties are passed over unread, copies are coded once, and only
    frames read the rest (the network that reads single articles beside them finds
    more, above all conclusions, and takes several times as long). It can be
    interrupted; the same command goes on where it was. `dragoman load` brings a
    dataset into the ledger, `dragoman recode` reads it there as articles are read,
    `dragoman sql` asks it.

    \b
    Examples:
      dragoman code article.txt
      dragoman code pages/*.html --format parquet -o coded.parquet
      dragoman code rows.jsonl --format csv -o coded.csv
      dragoman code - < article.txt
      dragoman code 'crawl/*.warc.gz' -o coded/ --workers 8
      dragoman code s3://bucket/2024/10/ -o s3://bucket/coded --runner ray
    """
    if form is Format.dataset or (form is None and _is_bulk(sources, output)):
        from dragoman.cli.scaled import make_dataset

        make_dataset(sources, output, runner, workers, cluster, allow_private=allow_private)
        return
    _articles(sources, form or Format.jsonl, output, allow_private=allow_private)


def _is_bulk(sources: Sequence[str], output: str | None) -> bool:
    from dragoman.scale.inputs import is_many, is_remote

    return any(map(is_many, sources)) or (output is not None and (output.endswith("/") or is_remote(output)))


def _articles(sources: Sequence[str], form: Format, output: str | None, *, allow_private: bool) -> None:
    from pathlib import Path

    if form is Format.parquet and output is None:
        raise typer.BadParameter("parquet is a binary table; give it a file with -o", param_hint="--format")
    failures = Failures()
    wanted = bar_wanted(to_file=output is not None)
    path = Path(output) if output is not None else None
    with table(form, path) as result, Bar(expected(sources) if wanted else None, wanted=wanted) as bar:
        for coding in codings(sources, failures, allow_private=allow_private):
            result.add(coding)
            bar.advance()
        if failures.count and not bar.finished:
            # Nothing was coded: an older result in that place stays as it is.
            raise typer.Exit(EXIT_CODE)
    failures.close()
