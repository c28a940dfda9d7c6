"""`dragoman suppliers`: who supplies a state with arms, and how concentrated that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.answers.writing import FormatOption, write
from dragoman.cli.options import LedgerAddress, Output

if TYPE_CHECKING:
    from dragoman.network import Network, Years

Recipient = Annotated[
    str | None,
    typer.Argument(
        metavar="ACTOR", show_default=False, help="The recipient: AZE, Azerbaijan. Without it, every state."
    ),
]
Window = Annotated[int, typer.Option("--window", min=1, max=50, metavar="YEARS", help="Years of a window.")]
Since = Annotated[
    int | None,
    typer.Option("--since", min=1900, max=2100, metavar="YEAR", show_default=False, help="From this year on."),
]
Until = Annotated[
    int | None,
    typer.Option(
        "--until", min=1900, max=2100, metavar="YEAR", show_default=False, help="Up to this year; the last on record."
    ),
]


def suppliers(
    recipient: Recipient = None,
    window: Window = 5,
    since: Since = None,
    until: Until = None,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Tell who supplied a state with arms, window by window, and how concentrated its supply is.

    Shares of the delivered volume, the index of concentration (HHI) with its range
    when any one delivery is left out, the effective number of suppliers, the change
    since the window before, the number of deliveries behind it, and whether these
    are enough to conclude from. Without ACTOR: the last window of every state.

    \b
    Examples:
      dragoman suppliers AZE
      dragoman suppliers Марокко --since 2005 --window 10
      dragoman suppliers --until 2024 --format csv -o concentration.csv
    """
    from dragoman.cli.answers import supply
    from dragoman.cli.asking import codes
    from dragoman.cli.networks import loaded
    from dragoman.network import recipients
    from dragoman.network import suppliers as find
    from dragoman.network.settings import deliveries

    if since and until and until < since:
        raise typer.BadParameter(f"{since} lies after {until}", param_hint="--since")
    named = codes([recipient])[0] if recipient else None
    network = loaded(ledger, deliveries().layers)
    if named:
        answer = find(network, named, size=window, since=since, until=until)
        write(
            answer,
            lambda: supply.suppliers_page(answer),
            lambda: supply.suppliers_rows(answer),
            answer.scope.datasets,
            form,
            output,
        )
        return
    everybody = recipients(network, _windows(network, window, since, until))
    write(
        everybody,
        lambda: supply.recipients_page(everybody),
        lambda: supply.recipients_rows(everybody),
        everybody.scope.datasets,
        form,
        output,
    )


def _windows(network: Network, size: int, since: int | None, until: int | None) -> tuple[Years, ...]:
    """The windows that are asked for, the last one where no year is named."""
    from dragoman.network import windows
    from dragoman.network.measure import measure

    found = measure(network)
    if found is None:
        return ()
    last = until or found.dataset.last_year
    return windows(since or last - size + 1, last, size)
