"""`dragoman search`: documents by their words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import date, in_order
from dragoman.cli.lookup import SHOWN, Format, FormatOption, Limit, format_of, write_json, write_table, write_text
from dragoman.cli.options import LedgerAddress, Output, Since, Until

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.ledger.search import Wanted

MOST = 100
"""Different words of a search: more are no search."""
Words = Annotated[
    list[str],
    typer.Argument(metavar="WORDS", show_default=False, help="Words that a document has to have, all of them."),
]


def search(
    words: Words,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Find documents by their words, in whatever form these stand there.

    `ministers` finds `minister`, `met` finds `meeting`, `министрами` finds `министр`;
    each document is read by its own language. A document has to have all the words;
    what was replaced by a newer version of its page is left out. The latest stand
    first. The dates are those of publication.

    \b
    Examples:
      dragoman search ministers agreement
      dragoman search поставки беспилотников --since 2024-05
      dragoman search drones --format json
    """
    from dragoman.languages import words_of
    from dragoman.ledger import opened
    from dragoman.ledger.search import wanted

    chosen = format_of(form, output)
    line = " ".join(words)
    if not 1 <= len(words_of(line)) <= MOST:
        raise typer.BadParameter(f"give 1 to {MOST} different words of letters or digits", param_hint="WORDS")
    first, last = date(since, "--since"), date(until, "--until")
    in_order(first, last)
    with opened(ledger) as kept, kept.reading() as connection:
        asked = wanted(connection, line, since=first, until=last)
        if chosen is Format.text:
            write_text(output, _text(connection, line, asked, limit or SHOWN))
        else:
            _write(connection, line, asked, limit, chosen, output)


def _text(connection: Connection, line: str, asked: Wanted, limit: int) -> Iterator[str]:
    from dragoman.cli.hits import found_lines, none_lines
    from dragoman.ledger import search as kept
    from dragoman.ledger.documents import published
    from dragoman.ledger.keys import short

    found = list(kept.find(connection, asked, limit=limit + 1))
    if not found:
        yield from none_lines(line, asked, *published(connection))
        return
    total = kept.count(connection, asked) if len(found) > limit else len(found)
    shown = found[:limit]
    yield from found_lines(line, asked, shown, total, short(connection, [key for key, _ in shown]))


def _write(
    connection: Connection, line: str, asked: Wanted, limit: int | None, form: Format, output: Path | None
) -> None:
    from dragoman.cli.hits import head_json, hit_json
    from dragoman.exports.forms import TableName
    from dragoman.exports.rows import document_cells
    from dragoman.ledger import search as kept

    found = kept.find(connection, asked, limit=limit)
    if form is Format.json:
        items = (hit_json(key, document, asked) for key, document in found)
        write_json(output, head_json(line, asked, kept.count(connection, asked)), "documents", items, lambda: "{}")
    else:
        rows = (document_cells(key, document) for key, document in found)
        write_table(form, output, TableName.documents, rows, list)
