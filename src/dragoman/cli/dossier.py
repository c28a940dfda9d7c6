"""`dragoman dossier`: all that the record has on a state, or on two."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.answers.writing import AsOf, FormatOption, today, write
from dragoman.cli.options import LedgerAddress, Output

Actor = Annotated[
    str, typer.Argument(metavar="ACTOR", show_default=False, help="A code or a name: AZE, Turkey, Марокко, NATO.")
]
Other = Annotated[
    str | None, typer.Argument(metavar="OTHER", show_default=False, help="What it has with this one alone.")
]


def dossier(
    actor: Actor,
    other: Other = None,
    as_of: AsOf = None,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Tell all that the network has on a state, or on two with each other.

    Ties by layer and time, with whom, trends, events that were read, arms supply, and
    the open questions: what is not on record, and which dataset's gap that is.

    \b
    Examples:
      dragoman dossier AZE
      dragoman dossier AZE MAR --as-of 2024-10-30
      dragoman dossier Azerbaijan Turkey --format markdown -o dossier.md
    """
    from dragoman.cli.answers.dossier import dossier_page, dossier_rows
    from dragoman.cli.asking import codes, date
    from dragoman.cli.networks import loaded
    from dragoman.network import dossier as make

    day = date(as_of, "--as-of") or today()
    actors = codes([actor, *([other] if other else [])])
    if other and len(actors) == 1:
        raise typer.BadParameter(f"{actors[0]} is named twice", param_hint="OTHER")
    network = loaded(ledger)
    answer = make(network, *actors, as_of=day)
    write(answer, lambda: dossier_page(answer), lambda: dossier_rows(answer), answer.scope.datasets, form, output)
