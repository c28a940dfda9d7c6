"""`dragoman explain`: why a sentence was coded as it was, or was not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.failures import tell
from dragoman.cli.options import AllowPrivate
from dragoman.cli.output import screen

PLACE = re.compile(r"(?P<source>.+):(?P<offset>\d+)", re.DOTALL)
HOST_AND_PORT = re.compile(r"[a-z]+://[^/]*:\d+", re.I)

Place = Annotated[
    str,
    typer.Argument(
        metavar="FILE[:OFFSET]",
        show_default=False,
        help="An article as in `brief`; OFFSET counts characters of its text from 0 and picks the sentence there.",
    ),
]


def explain(place: Place, allow_private: AllowPrivate = False) -> None:
    """Show why a sentence was coded as it was, or was not.

    For each sentence: what the prefilter found, the clauses, who is named, the
    statements with rule, roles and cues, and the triggers that came to nothing with
    the reason. Without OFFSET every sentence is explained.

    \b
    Examples:
      dragoman explain article.txt
      dragoman explain article.txt:1204
    """
    from dragoman.errors import DragomanError
    from dragoman.sources import read

    source, offset = split_place(place)
    document = read(source, allow_private=allow_private)
    if offset is not None and offset >= len(document.text):
        raise DragomanError(
            f"offset {offset} is behind the end of the text",
            source=source,
            advice=f"the text has {len(document.text)} characters, counted from 0",
        )
    from dragoman.cli.explained import explained
    from dragoman.coding import explain as reasons

    try:
        found = reasons(document, offset)
    except DragomanError as error:
        raise type(error)(error.what, source=error.source or source, advice=error.advice) from error
    if not found:
        tell(f"{source}: no sentence at offset {offset}; it lies between two")
    stream = screen()
    for explanation in found:
        stream.write(explained(explanation) + "\n")


def split_place(place: str) -> tuple[str, int | None]:
    """`FILE:OFFSET` parted; a file whose own name ends so, and a port of an address, are left whole."""
    match = PLACE.fullmatch(place)
    if match is None or HOST_AND_PORT.fullmatch(place) or Path(place).exists():
        return place, None
    return match["source"], int(match["offset"])
