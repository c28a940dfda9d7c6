"""`dragoman serve`: the web app over a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import LedgerAddress
from dragoman.errors import ServingError

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.web.security import Door

Host = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Where to listen. Any but this machine's own needs accounts.")
]
Port = Annotated[
    int, typer.Option("--port", metavar="NUMBER", min=0, max=65535, help="The port; 0 takes one that is free.")
]
Url = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar="URL",
        show_default=False,
        help="How browsers reach it, where a proxy stands in front: https://desk.example.org. Needs accounts.",
    ),
]
Certificate = Annotated[
    Path | None,
    typer.Option("--certificate", metavar="FILE", show_default=False, help="Speak TLS with this certificate (PEM)."),
]
Key = Annotated[
    Path | None,
    typer.Option("--key", metavar="FILE", show_default=False, help="The key of the certificate, if it is not in it."),
]
Browse = Annotated[bool, typer.Option("--open/--no-open", help="Open it in the browser.")]
LAST_READING = 10.0
"""Seconds that the end of the server waits for the first reading of the network, if that is still under way."""


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8765,
    ledger: LedgerAddress = None,
    url: Url = None,
    certificate: Certificate = None,
    key: Key = None,
    browse: Browse = False,
) -> None:
    """Serve the ledger as a web app, until Ctrl-C.

    It is for this machine alone, and asks nobody to log in, as long as there are no
    accounts (`dragoman user add`). On another address it starts with accounts only;
    let it speak TLS there, or put a proxy in front that does. A ledger that is not
    there yet is made.

    \b
    Examples:
      dragoman serve --open
      dragoman serve --ledger news.db --port 8080
      dragoman serve --host 0.0.0.0 --certificate desk.pem --key desk.key
      dragoman serve --url https://desk.example.org
    """
    from dragoman.cli.server import bound, check_certificate, run

    # The app takes a second to load: a mistake in these is told before it is.
    check_certificate(certificate, key)
    with bound(host, port) as listening:
        from dragoman.ledger import opened
        from dragoman.web import application
        from dragoman.web.held import held_by
        from dragoman.web.security import Door

        door = Door(host, listening.getsockname()[1], tls=certificate is not None, url=url)
        with opened(ledger, make=True) as kept:
            _check_accounts(kept, door)
            app = application(kept, door)
            being_read = held_by(app).begin()
            try:
                run(app, door, listening, (certificate, key), told=_told(kept.name, door), browse=browse)
            finally:
                # The thread that reads the network asks the ledger, which must not be closed under it.
                being_read.wait(LAST_READING)


def _check_accounts(ledger: Ledger, door: Door) -> None:
    """Raise ServingError where others than this machine could ask, and nobody would have to log in."""
    from dragoman.ledger import accounts

    with ledger.reading() as connection:
        has_accounts = accounts.exist(connection)
    if not door.is_local and not has_accounts:
        what = "others than this machine could reach it, and there are no accounts"
        raise ServingError(what, source=door.address, advice="make one with `dragoman user add NAME --role admin`")


def _told(name: str, door: Door) -> str:
    """What is said when it is there."""
    said = f"{name} is at {door.address}; end with Ctrl-C"
    if not door.is_local and not door.is_secure:
        said += "\npasswords travel in the clear: give --certificate, or --url of a proxy that speaks https"
    return said
