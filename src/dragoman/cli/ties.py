"""`dragoman ties`: what the record has on an actor, or on two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import check_datasets, codes, date, in_order, types
from dragoman.cli.lookup import SHOWN, Format, FormatOption, Limit, format_of, write_json, write_table, write_text
from dragoman.cli.options import Datasets, Layers, LedgerAddress, Output, Since, Statuses, Types, Until

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.ledger.selection import Selection
    from dragoman.model import Dataset, Tie

Actor = Annotated[
    str, typer.Argument(metavar="ACTOR", show_default=False, help="A code or a name: AZE, Turkey, Марокко, NATO.")
]
Other = Annotated[
    str | None,
    typer.Argument(metavar="OTHER", show_default=False, help="Only ties with this one."),
]


def ties(
    actor: Actor,
    other: Other = None,
    layer: Layers = None,
    type: Types = None,
    status: Statuses = None,
    dataset: Datasets = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Look up the ties of an actor, or of two with each other.

    Ties come from datasets and from what was read; the latest stand first. A tie is
    found when its time reaches into the time that is asked for. Where nothing is
    found, it is said which datasets were asked, and what they cannot tell.

    \b
    Examples:
      dragoman ties AZE
      dragoman ties Азербайджан Turkey --layer exercise --since 2015
      dragoman ties MAR --layer arms --dataset sipri-register -o arms.csv
    """
    from dragoman.ledger import opened
    from dragoman.ledger.selection import Selection

    chosen = format_of(form, output)
    asked = Selection(
        actors=codes([actor, *([other] if other else [])]),
        layers=tuple(layer or ()),
        types=types(type or ()),
        statuses=tuple(status or ()),
        datasets=tuple(dataset or ()),
        since=date(since, "--since"),
        until=date(until, "--until"),
    )
    in_order(asked.since, asked.until)
    if other and len(asked.actors) == 1:
        raise typer.BadParameter(f"{asked.actors[0]} is named twice", param_hint="OTHER")
    with opened(ledger) as kept, kept.reading() as connection:
        check_datasets(connection, asked.datasets)
        if chosen is Format.text:
            write_text(output, _text(connection, asked, limit or SHOWN))
        else:
            _write(connection, asked, limit, chosen, output)


def _text(connection: Connection, asked: Selection, limit: int) -> Iterator[str]:
    from dragoman.cli.tied import found_lines, none_lines
    from dragoman.datasets.silence import silence
    from dragoman.ledger import ties as kept
    from dragoman.ledger.keys import short
    from dragoman.ledger.selection import Selection

    found = list(kept.chosen(connection, asked, limit=limit + 1))
    quiet = silence(connection, asked)
    if not found:
        anything = Selection(actors=asked.actors)
        yield from none_lines(asked, kept.count(connection, anything) if asked != anything else 0, quiet)
        return
    total = kept.count(connection, asked) if len(found) > limit else len(found)
    shown = found[:limit]
    yield from found_lines(asked, shown, total, short(connection, [tie.id for tie in shown]), quiet)


def _write(connection: Connection, asked: Selection, limit: int | None, form: Format, output: Path | None) -> None:
    from dragoman.exports.forms import TableName
    from dragoman.exports.rows import tie_cells
    from dragoman.ledger import ties as kept

    names: set[str] = set()

    def found() -> Iterator[Tie]:
        for tie in kept.chosen(connection, asked, limit=limit):
            names.add(tie.dataset)
            yield tie

    def sources() -> list[Dataset]:
        return [dataset for name, dataset in kept.imported(connection).items() if name in names]

    if form is Format.json:
        from dragoman.cli.tied import head_json, sources_json
        from dragoman.datasets.silence import silence

        quiet = silence(connection, asked)
        head = head_json(asked, kept.count(connection, asked))
        items = (tie.model_dump_json() for tie in found())
        write_json(output, head, "ties", items, lambda: sources_json(sources(), quiet))
    else:
        write_table(form, output, TableName.ties, map(tie_cells, found()), sources)
