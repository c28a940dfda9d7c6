"""`dragoman review history`: who judged what, when and why, and what it changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import LedgerAddress, Output
from dragoman.cli.output import written

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.cli.reviewing.pages import Page
    from dragoman.review.history import Entry


class Format(StrEnum):
    """How the history is shown."""

    text = "text"
    json = "json"


Thing = Annotated[
    str | None,
    typer.Argument(
        metavar="ID", show_default=False, help="A statement, event, document or judgement; without it, everything."
    ),
]
Limit = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, show_default=False, help="The last N judgements only.")
]
Form = Annotated[
    Format, typer.Option("--format", help="json: one list, with the whole statements before and after, for a program.")
]


def history(
    thing: Thing = None,
    limit: Limit = None,
    form: Form = Format.text,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Show who judged what, when and why.

    The latest first, with what was changed, before and after. What was taken back
    stays in it, and is marked. The database itself refuses to change or to delete a
    judgement.

    \b
    Examples:
      dragoman review history
      dragoman review history 5d07c1e2
      dragoman review history --limit 100 --format json -o judgements.json
    """
    from dragoman.cli.reviewing.pages import Page, page
    from dragoman.ledger import opened
    from dragoman.review.history import history as entries

    with opened(ledger) as kept, kept.reading() as connection:
        found = entries(connection, _keys(connection, thing) if thing else None, limit)
    with written(output) as stream:
        if form is Format.json:
            told = [_as_json(entry) for entry in found]
            stream.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
            return
        made = page() if output is None else Page(styled=False)
        for entry in found:
            _show(made, entry)
        stream.write(made.shown() if found else "nobody has judged anything here yet\n")


def _keys(connection: Connection, named: str) -> list[str]:
    """The statements whose judgements are asked for."""
    from dragoman.ledger.keys import Thing as Kind
    from dragoman.ledger.keys import find
    from dragoman.review.history import statements_of_document, statements_of_judgement
    from dragoman.review.ruling import reports_of

    found = find(connection, named, Kind.statement, Kind.event, Kind.document, Kind.judgement)
    match found.thing:
        case Kind.event:
            return reports_of(connection, found.key)
        case Kind.document:
            return statements_of_document(connection, found.key)
        case Kind.judgement:
            return statements_of_judgement(connection, found.key)
        case _:
            return [found.key]


def _show(page: Page, entry: Entry) -> None:
    from dragoman.cli.reviewing.statements import DONE

    word = entry.judgement
    page.rule(f"{word.made_at[:16].replace('T', ' ')} {word.reviewer}", f"judgement {word.id}")
    what = f"judgement {word.undoes}" if word.undoes else _what(entry)
    page.text(f"{DONE[word.ruling]} {what}", "bold")
    if entry.undone_by:
        page.text(f"taken back by {entry.undone_by}", "red")
    page.field("why", word.reason or "no reason given")
    page.field("from", word.origin or "")
    for line in _changes(entry):
        page.field("change", line)
    if len(entry.before) == 1:
        (statement,) = entry.before.values()
        page.field("words", f"«{statement.evidence.text}»")
    page.gap()


def _what(entry: Entry) -> str:
    """The statements that a judgement is about."""
    word, keys = entry.judgement, list(entry.before)
    if word.out:
        return f"{', '.join(keys[: word.out])} from {', '.join(keys[word.out :])}"
    return ", ".join(keys)


def _changes(entry: Entry) -> Iterator[str]:
    from dragoman.review.history import differences

    for key, before in entry.before.items():
        for one in differences(before, entry.after[key]):
            yield f"{one.field}: {one.before or 'nothing'} → {one.after or 'nothing'}"


def _as_json(entry: Entry) -> dict[str, object]:
    word = entry.judgement
    keys = list(entry.before)
    return {
        "number": entry.number,
        **word.model_dump(mode="json", exclude={"target", "change", "out"}),
        "statements": keys,
        "out": keys[: word.out] if word.out else None,
        "undone_by": entry.undone_by,
        "before": [entry.before[key].model_dump(mode="json") for key in keys],
        "after": [entry.after[key].model_dump(mode="json") for key in keys],
    }
