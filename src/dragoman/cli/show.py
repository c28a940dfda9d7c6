"""`dragoman show`: all that the ledger has on one thing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.lookup import Format, FormatOption, format_of, write_table, write_text
from dragoman.cli.options import LedgerAddress, Output
from dragoman.cli.output import written

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.ledger.records import Record

Key = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        show_default=False,
        help="The key of a document, statement, event or tie, the name of a dataset, or how one begins; or the "
        "address of a document.",
    ),
]


def show(key: Key, form: FormatOption = None, output: Output = None, ledger: LedgerAddress = None) -> None:
    """Show a document, a statement, an event, a tie or a dataset with all about it.

    Of an event: its reports with the words that they stand on, how its status came
    about, why they are taken to be of one happening, and what reviewers said of it.
    Of a document: its versions, who read it, what it says, and the documents that
    are copies of it, report the same events, or are of the same dyad.

    \b
    Examples:
      dragoman show sipri-register
      dragoman show t4f7f3
      dragoman show e03cb4 --format json
    """
    from dragoman.ledger import opened
    from dragoman.ledger.recall import recall

    chosen = format_of(form, output)
    with opened(ledger) as kept, kept.reading() as connection:
        record = recall(connection, key)
        if chosen is Format.text:
            from dragoman.cli.shown import record_lines

            write_text(output, record_lines(record, _short(connection, record)))
        elif chosen is Format.json:
            with written(output) as stream:
                stream.write(record.model_dump_json(indent=2) + "\n")
        else:
            _write(connection, record, chosen, output)


def _short(connection: Connection, record: Record) -> Callable[[str], str]:
    from dragoman.cli.shown.keys import mentioned
    from dragoman.ledger.keys import short

    known = short(connection, mentioned(record))
    return lambda key: known.get(key, key)


def _write(connection: Connection, record: Record, form: Format, output: Path | None) -> None:
    """The row that the thing has in the table of things of its kind."""
    from dragoman.cli.rows import rows_of

    table, rows, sources = rows_of(connection, record)
    write_table(form, output, table, rows, lambda: sources)
