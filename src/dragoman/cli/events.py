"""`dragoman events`: what happened, is planned or is denied, by all that was read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import codes, date, in_order, types
from dragoman.cli.lookup import SHOWN, Format, FormatOption, Limit, format_of, write_json, write_table, write_text
from dragoman.cli.options import LedgerAddress, Output, Since, Statuses, Types, Until

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.ledger.selection import Selection

Actors = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ACTOR [OTHER]]",
        show_default=False,
        help="Codes or names: AZE, Turkey, Марокко, NATO. One: events that it takes part in. Two: that both do.",
    ),
]


def events(
    actors: Actors = None,
    type: Types = None,
    status: Statuses = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Look up the events that the documents of the ledger report.

    An event is one happening with every report of it, at the best status that is
    known: what was planned and then happened, happened. The latest stand first; what
    has no time of its own stands at the day of its first report.

    \b
    Examples:
      dragoman events
      dragoman events AZE Morocco --since 2024
      dragoman events Russia --type arms_transfer --status denied -o denied.csv
    """
    from dragoman.ledger import opened
    from dragoman.ledger.selection import Selection

    chosen = format_of(form, output)
    if len(actors or ()) > 2:
        raise typer.BadParameter("no more than two actors; `dragoman export` takes more", param_hint="ACTOR")
    asked = Selection(
        actors=codes(actors or ()),
        types=types(type or ()),
        statuses=tuple(status or ()),
        since=date(since, "--since"),
        until=date(until, "--until"),
    )
    in_order(asked.since, asked.until)
    with opened(ledger) as kept, kept.reading() as connection:
        if chosen is Format.text:
            write_text(output, _text(connection, asked, limit or SHOWN))
        else:
            _write(connection, asked, limit, chosen, output)


def _text(connection: Connection, asked: Selection, limit: int) -> Iterator[str]:
    from dragoman.cli.happened import found_lines, none_lines
    from dragoman.ledger import events as kept
    from dragoman.ledger.documents import published
    from dragoman.ledger.keys import short
    from dragoman.ledger.selection import Selection

    found = list(kept.chosen(connection, asked, limit=limit + 1))
    if not found:
        anything = Selection(actors=asked.actors)
        without = kept.count(connection, anything) if asked != anything else 0
        yield from none_lines(asked, without, *published(connection))
        return
    total = kept.count(connection, asked) if len(found) > limit else len(found)
    shown = found[:limit]
    yield from found_lines(asked, shown, total, short(connection, [event.id for event in shown]))


def _write(connection: Connection, asked: Selection, limit: int | None, form: Format, output: Path | None) -> None:
    from dragoman.exports.forms import TableName
    from dragoman.exports.reported import reported
    from dragoman.exports.rows import event_cells
    from dragoman.ledger import events as kept

    found = reported(connection, kept.chosen(connection, asked, limit=limit))
    if form is Format.json:
        from dragoman.cli.happened import event_json
        from dragoman.cli.tied import head_json

        head = head_json(asked, kept.count(connection, asked))
        write_json(output, head, "events", map(event_json, found), lambda: "{}")
    else:
        write_table(form, output, TableName.events, map(event_cells, found), list)
