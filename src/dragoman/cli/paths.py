"""`dragoman paths`: indirect access, leg by leg."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.answers.writing import AsOf, FormatOption, today, write
from dragoman.cli.options import LedgerAddress, Output
from dragoman.model import What

Beneficiary = Annotated[
    str, typer.Argument(metavar="BENEFICIARY", show_default=False, help="Whom it reaches: AZE, Azerbaijan, Марокко.")
]
Origin = Annotated[str, typer.Argument(metavar="ORIGIN", show_default=False, help="Where it is from.")]
WhatOption = Annotated[What, typer.Option("--what", help="What is passed on.")]
Legs = Annotated[int, typer.Option("--max-legs", min=2, max=3, metavar="N", help="Legs of the longest path, 2 or 3.")]
Via = Annotated[
    list[str] | None,
    typer.Option(
        "--via",
        metavar="ACTOR",
        show_default=False,
        help="Only the way through this state, whether or not the record shows it; twice for two, in their order.",
    ),
]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Paths that are told; all are counted.")]


def paths(
    beneficiary: Beneficiary,
    origin: Origin,
    what: WhatOption = What.technology,
    as_of: AsOf = None,
    legs: Legs = 2,
    via: Via = None,
    limit: Limit = 10,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Look for ways by which one state's technology, arms or intelligence could reach another through a third.

    Each way is in the order of time, and told leg by leg: the ties that it rests on,
    what it needs (a licence, production, a delivery or an agreement, the consent of
    the origin, no bar), and what of that is not on record. Best first: what has
    passed on record, then ways that lack least.

    \b
    Examples:
      dragoman paths AZE USA
      dragoman paths Azerbaijan США --via Morocco --as-of 2024-10-30
      dragoman paths AZE USA --what arms --max-legs 3 --format json
    """
    from dragoman.cli.answers.paths import paths_page, paths_rows
    from dragoman.cli.asking import codes, date
    from dragoman.cli.networks import loaded
    from dragoman.network import path_rules
    from dragoman.network import paths as find

    day = date(as_of, "--as-of") or today()
    ends = codes([beneficiary, origin])
    if len(ends) < 2:
        raise typer.BadParameter(f"{ends[0]} is named twice", param_hint="ORIGIN")
    through = codes(via or ())
    if len(through) > 2 or set(through) & set(ends):
        raise typer.BadParameter("one or two states, others than the ends", param_hint="--via")
    network = loaded(ledger, path_rules().layers(what))
    answer = find(network, *ends, what=what, as_of=day, legs=legs, via=through, limit=limit)
    write(answer, lambda: paths_page(network, answer), lambda: paths_rows(answer), answer.scope.datasets, form, output)
