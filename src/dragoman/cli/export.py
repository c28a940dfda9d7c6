"""`dragoman export`: the ledger as files of other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import codes, date, types
from dragoman.cli.failures import tell
from dragoman.cli.lookup import write_codebook
from dragoman.cli.options import Datasets, Layers, LedgerAddress, Output, Since, Statuses, Types, Until
from dragoman.cli.output import written_bytes
from dragoman.cli.progress import Bar, bar_wanted
from dragoman.exports.forms import HOLDS, PICTURES, SUFFIXES, TABLES, Form, TableName, What, form_of
from dragoman.model import Status

if TYPE_CHECKING:
    pass

Actors = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ACTOR",
        show_default=False,
        help="Codes or names: AZE, Turkey, NATO. One: all that it takes part in. Several: what goes on between any two "
        "of them.",
    ),
]
FormOption = Annotated[
    Form | None,
    typer.Option("--format", show_default=False, help="The format, where the name of the file does not say it."),
]
WhatOption = Annotated[
    TableName | None,
    typer.Option(
        "--what",
        show_default=False,
        help="What to export. A table holds events unless this says otherwise; a graph holds ties; the other formats "
        "hold events and ties with their sources.",
    ),
]


def export(
    actors: Actors = None,
    output: Output = None,
    form: FormOption = None,
    what: WhatOption = None,
    ledger: LedgerAddress = None,
    layer: Layers = None,
    type: Types = None,
    status: Statuses = None,
    dataset: Datasets = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write what the ledger holds as a table, a graph, a map or a bibliography.

    \b
    The end of the file's name says which:
      .csv .parquet    a flat table, with its codebook beside it
      .gexf .graphml   ties as a graph, for Gephi, networkx, igraph
      .ftm.jsonl       FollowTheMoney entities, for Aleph
      .geojson         events and ties on a map
      .csl.json        the sources, for Zotero and pandoc
    docs/exports.md says what each of them holds. A table has what was denied or
    is only possible too; a graph or a map what is or was so, unless --status asks.

    \b
    Examples:
      dragoman export -o events.parquet
      dragoman export AZE MAR --what ties --since 2010 -o ties.csv
      dragoman export --layer arms -o arms.gexf
      dragoman export AZE --type agreement --format csv
    """
    from dragoman.exports.holdings import Holdings
    from dragoman.exports.writing import Export
    from dragoman.ledger import opened
    from dragoman.ledger.selection import Selection

    chosen = _form(form, output)
    parts = _parts(chosen, what, of_ties=bool(layer or dataset))
    asked = Selection(
        actors=codes(actors or ()),
        layers=tuple(layer or ()),
        types=types(type or ()),
        statuses=tuple(status or ((Status.happened, Status.ongoing) if chosen in PICTURES else ())),
        datasets=tuple(dataset or ()),
        since=date(since, "--since"),
        until=date(until, "--until"),
    )
    wanted = bar_wanted(to_file=output is not None)
    with opened(ledger) as kept, kept.reading() as connection, Bar(None, wanted=wanted, doing="writing") as bar:
        made = Export(Holdings(connection, asked), parts, bar.advance)
        with written_bytes(output) as stream:
            made.write(chosen, stream)
        if chosen in TABLES and output is not None:
            write_codebook(output, parts[0], made.rows, made.datasets())
    if not made.rows:
        tell("nothing in the ledger is like that: the result has no rows")


def _form(form: Form | None, output: Path | None) -> Form:
    found = form or (form_of(output.name) if output else None)
    if found is None:
        known = ", ".join(SUFFIXES)
        raise typer.BadParameter(f"name a file that ends with {known}, or say --format", param_hint="-o")
    if found is Form.parquet and output is None:
        raise typer.BadParameter("parquet is a binary table; give it a file with -o", param_hint="--format")
    return found


def _parts(form: Form, what: TableName | None, *, of_ties: bool) -> What:
    """What the file is to hold; only ties have a layer or a dataset to choose by."""
    holds = HOLDS[form]
    if what is not None:
        if what not in holds:
            raise typer.BadParameter(f"{form.value} holds {' and '.join(holds)}, no {what.value}", param_hint="--what")
        return (what,)
    if of_ties:
        return (TableName.ties,)
    return holds[:1] if form in TABLES else holds
