"""The arguments and options that several commands share, with their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        show_default=False,
        help="A text file, a page saved as text, an HTML file, an http(s) address, or - for standard input.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        help="Write to FILE instead of the screen. FILE appears whole or not at all.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Let an address be on this machine or in a private network."),
]
