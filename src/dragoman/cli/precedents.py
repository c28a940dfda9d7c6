"""`dragoman precedents`: the same pattern through other states."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.answers.writing import AsOf, FormatOption, today, write
from dragoman.cli.options import LedgerAddress, Output

Via = Annotated[
    str | None, typer.Option("--via", metavar="ACTOR", show_default=False, help="The intermediary: MAR, Morocco.")
]
Origin = Annotated[
    str | None, typer.Option("--origin", metavar="ACTOR", show_default=False, help="Whose part, design or arms it is.")
]
For = Annotated[str | None, typer.Option("--for", metavar="ACTOR", show_default=False, help="Whom it reached.")]


def precedents(
    via: Via = None,
    origin: Origin = None,
    beneficiary: For = None,
    as_of: AsOf = None,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Find what passed through a third state before: a part inside its product, or the same weapon delivered on.

    The items are told by what they share with the pattern that is asked about: all
    three states, origin and beneficiary, origin and intermediary; then all through
    whom things of the origin passed. At least one state has to be named.

    \b
    Examples:
      dragoman precedents --via MAR --origin USA --for AZE
      dragoman precedents --origin Germany --format csv -o through.csv
      dragoman precedents --via MAR
    """
    from dragoman.cli.answers.precedents import precedents_page, precedents_rows
    from dragoman.cli.asking import codes, date
    from dragoman.cli.networks import loaded
    from dragoman.network import path_rules
    from dragoman.network import precedents as find

    day = date(as_of, "--as-of") or today()
    asked = {name: codes([text])[0] for name, text in _named(via, origin, beneficiary)}
    if not asked:
        raise typer.BadParameter("name at least one state", param_hint="--via, --origin or --for")
    if len(set(asked.values())) < len(asked):
        raise typer.BadParameter("name different states", param_hint="--via, --origin or --for")
    network = loaded(ledger, path_rules().re_exports.layers)
    answer = find(network, as_of=day, **asked)
    write(answer, lambda: precedents_page(answer), lambda: precedents_rows(answer), answer.scope.datasets, form, output)


def _named(via: str | None, origin: str | None, beneficiary: str | None) -> list[tuple[str, str]]:
    asked = (("via", via), ("origin", origin), ("beneficiary", beneficiary))
    return [(name, text) for name, text in asked if text]
