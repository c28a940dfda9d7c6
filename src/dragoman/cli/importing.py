"""`dragoman import`: a file of an open dataset becomes ties and measures."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import LedgerAddress
from dragoman.cli.output import screen
from dragoman.cli.progress import Bar, bar_wanted

if TYPE_CHECKING:
    from dragoman.datasets import Reading


class Format(StrEnum):
    """How an import is reported."""

    text = "text"
    json = "json"


Name = Annotated[
    str, typer.Argument(metavar="NAME", show_default=False, help="The dataset: `dragoman datasets` lists them.")
]
File = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE", show_default=False, help="Its file, or the folder with its files. None for `starter`."
    ),
]
Check = Annotated[bool, typer.Option("--check", help="Read the whole file and tell what it holds; write nothing.")]
Form = Annotated[Format, typer.Option("--format", help="json: the report for a program.")]


def import_(
    name: Name, file: File = None, ledger: LedgerAddress = None, check: Check = False, form: Form = Format.text
) -> None:
    """Import a file of an open dataset into the ledger.

    The file is checked first; then it is imported as a whole or not at all, in
    the place of what the ledger had of that dataset. The same file again changes
    nothing. The report tells rows, ties and measures, what was skipped and why,
    and every name that stands for no state. `starter` without a file is all that
    comes with the project: facts compiled for it, and excerpts of datasets, which
    never take the place of a file of yours.

    \b
    Examples:
      dragoman import starter
      dragoman datasets sipri-register
      dragoman import sipri-register trade-register.csv --check
      dragoman import sipri-register trade-register.csv --ledger news.db
    """
    from dragoman.cli.imported import as_json, as_text
    from dragoman.datasets import readings

    found = readings(name, file)
    outcomes = _checked(found) if check else _stored(found, ledger)
    if form is Format.json:
        screen().write(as_json(found, outcomes))
    else:
        screen().write("\n".join(as_text(*told) for told in zip(found, outcomes, strict=True)))


def _checked(found: Sequence[Reading]) -> list[str]:
    for reading in found:
        for _ in reading:
            pass
    return ["Nothing was written." for _ in found]


def _stored(found: Sequence[Reading], named: str | None) -> list[str]:
    from dragoman.datasets.storing import Outcome, store
    from dragoman.ledger import opened

    told: list[str] = []
    with opened(named, make=True) as ledger:
        for reading in found:
            with Bar(None, wanted=bar_wanted(to_file=True), doing=reading.entry.name) as bar:
                outcome = store(ledger, reading, bar.advance)
            written = outcome is Outcome.written
            told.append(f"Written to {ledger.name}." if written else f"Nothing was written: {outcome}.")
    return told
