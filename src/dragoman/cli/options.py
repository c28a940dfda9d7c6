"""The arguments and options that several commands share, with their help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.model import Layer, Status


class Language(StrEnum):
    """The languages that a brief and a figure are told in."""

    en = "en"
    ru = "ru"


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        show_default=False,
        help="A text file, a page saved as text, an HTML file, an http(s) address, or - for standard input.",
    ),
]
ManySources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        show_default=False,
        help="A text file, a page saved as text, an HTML file, an http(s) address, or - for standard input; a web "
        "archive, a folder, a pattern, a table, or an address where one of these lies.",
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
LedgerAddress = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="URL",
        show_default=False,
        help="The ledger: a file, or postgresql://user@host/name. Without it the one of the settings "
        "(DRAGOMAN_LEDGER, or `ledger` in dragoman.toml), else ./dragoman.db.",
    ),
]
Layers = Annotated[
    list[Layer] | None,
    typer.Option(
        "--layer",
        metavar="LAYER",
        show_default=False,
        help=f"Only ties of this layer; may be repeated: {', '.join(Layer)}.",
    ),
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", show_default=False, help="Only this type; may be repeated."),
]
Statuses = Annotated[
    list[Status] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        show_default=False,
        help=f"Only this status; may be repeated: {', '.join(Status)}.",
    ),
]
Datasets = Annotated[
    list[str] | None,
    typer.Option("--dataset", metavar="NAME", show_default=False, help="Only ties of this dataset; may be repeated."),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", show_default=False, help="From this date on: 2010, 2010-05, 2010-05-31."),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", show_default=False, help="Up to this date, included.")
]
