"""`dragoman datasets`: which open datasets can be imported, what each is, and what the ledger has of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.importing import Format
from dragoman.cli.options import LedgerAddress
from dragoman.cli.output import screen

if TYPE_CHECKING:
    from dragoman.ledger.records import Import

Name = Annotated[
    str | None,
    typer.Argument(metavar="NAME", show_default=False, help="All about this one: terms, gaps, columns."),
]
Form = Annotated[Format, typer.Option("--format", help="json: everything, for a program.")]


def datasets(name: Name = None, form: Form = Format.text, ledger: LedgerAddress = None) -> None:
    """Tell which open datasets can be imported, what each of them is, and what the ledger has of it.

    With a name: where to get the file, its terms and credit line, what it cannot
    tell, the columns it must have, and what its details and measures mean.

    \b
    Examples:
      dragoman datasets
      dragoman datasets sipri-register
      dragoman datasets --format json
    """
    from dragoman.cli.described import as_json, listed, told
    from dragoman.datasets import entries, entry

    chosen = [entry(name)] if name else list(entries().values())
    held = _held(ledger)
    if form is Format.json:
        screen().write(as_json(chosen, held))
    else:
        screen().write(told(chosen[0], held) if name else listed(chosen, held))


def _held(ledger: str | None) -> dict[str, Import]:
    """What the ledger has, nothing where there is none; one that is named has to be there."""
    from dragoman.errors import NotInLedger
    from dragoman.ledger import opened
    from dragoman.ledger.imports import imports

    try:
        with opened(ledger) as kept, kept.reading() as connection:
            return imports(connection)
    except NotInLedger:
        if ledger is not None:
            raise
        return {}
