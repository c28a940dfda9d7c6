"""`dragoman brokers`: who stands between others."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.answers.writing import AsOf, FormatOption, today, write
from dragoman.cli.options import Layers, LedgerAddress, Output
from dragoman.model import Division

Between = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--between", metavar="A B", show_default=False, help="Rank by the share of the shortest ways between these two."
    ),
]
Actors = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ACTOR", show_default=False, help="Tell only of these, with their rank. Without, of the first."
    ),
]
Window = Annotated[int, typer.Option("--window", min=1, max=50, metavar="YEARS", help="Years of a window.")]
Since = Annotated[
    int | None,
    typer.Option(
        "--since", min=1900, max=2100, metavar="YEAR", show_default=False, help="Windows from this year on, not one."
    ),
]
Groups = Annotated[Division, typer.Option("--groups", help="The groups of states by which roles are told.")]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="States that a table tells.")]
Draws = Annotated[
    int | None,
    typer.Option(
        "--draws", min=0, metavar="N", show_default=False, help="Draws of uncertain ties; 100 where nothing is said."
    ),
]
Seed = Annotated[
    int | None, typer.Option("--seed", min=0, metavar="N", show_default=False, help="The seed of the draws.")
]


def brokers(
    actors: Actors = None,
    between: Between = None,
    layer: Layers = None,
    as_of: AsOf = None,
    window: Window = 5,
    since: Since = None,
    groups: Groups = Division.blocs,
    limit: Limit = 5,
    draws: Draws = None,
    seed: Seed = None,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Tell who stands between others, layer by layer and over time.

    Betweenness, Burt's constraint and the roles of Gould and Fernandez, of the ties
    that held in the window; in brackets how far they may be off where ties are only
    planned or claimed. Without --layer: every layer along which something passes, and
    all of them together.

    \b
    Examples:
      dragoman brokers --layer arms --limit 10
      dragoman brokers AZE MAR --layer agreement --since 2005
      dragoman brokers --between AZE USA --as-of 2024-10-30 --groups regions
    """
    from dragoman.cli.answers.brokers import brokers_page, brokers_rows
    from dragoman.cli.asking import codes, date
    from dragoman.cli.networks import loaded
    from dragoman.network import brokers as find
    from dragoman.network import windows
    from dragoman.network.brokers import SEED
    from dragoman.network.projection import carrying

    day = date(as_of, "--as-of") or today()
    ends = codes(between or ())
    if len(ends) == 1:
        raise typer.BadParameter(f"{ends[0]} is named twice", param_hint="--between")
    asked = tuple(layer or ())
    last = int(day[:4])
    if since and since > last:
        raise typer.BadParameter(f"{since} lies after {day}", param_hint="--since")
    network = loaded(ledger, asked or carrying())
    answer = find(
        network,
        as_of=day,
        windows=windows(since or max(last - window + 1, 1), last, window),
        layers=asked,
        between=(ends[0], ends[1]) if ends else None,
        division=groups,
        actors=codes(actors or ()),
        limit=limit,
        draws=draws,
        seed=SEED if seed is None else seed,
    )
    write(answer, lambda: brokers_page(answer), lambda: brokers_rows(answer), answer.scope.datasets, form, output)
