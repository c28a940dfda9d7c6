"""`dragoman change`: what an event changes."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.answers.writing import FormatOption, write
from dragoman.cli.options import LedgerAddress, Output

Event = Annotated[
    str,
    typer.Argument(
        metavar="EVENT",
        show_default=False,
        help="The key of an event, or the id of a tie of a dataset: as much of its beginning as no other thing shares.",
    ),
]


def change(event: Event, form: FormatOption = None, output: Output = None, ledger: LedgerAddress = None) -> None:
    """Tell what an event changes in the network: before, after, and against the last ten of its type.

    Which states its parties reach in two steps that they did not reach before, and
    over which layers; between whom each newly stands; how far apart they were; their
    betweenness and constraint; the concentration of their arms supply.

    \b
    Examples:
      dragoman change 4f7f31
      dragoman change t4f7f31f1 --format markdown -o change.md
    """
    from dragoman.cli.answers.change import change_page, change_rows
    from dragoman.ledger import opened
    from dragoman.ledger.keys import Thing, find
    from dragoman.network import change as weigh
    from dragoman.network import load

    with opened(ledger) as kept, kept.reading() as connection:
        key = find(connection, event, Thing.event, Thing.tie).key
        network = load(connection)
    answer = weigh(network, key)
    write(answer, lambda: change_page(answer), lambda: change_rows(answer), answer.scope.datasets, form, output)
