"""The options that the commands of `dragoman review` share, and what they mean to the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import ReviewError
from dragoman.model import Status

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.review.waiting import Filter

ReviewerName = Annotated[
    str | None,
    typer.Option(
        "--reviewer",
        metavar="NAME",
        show_default=False,
        help="Whose word it is. Without it the `reviewer` of the settings (DRAGOMAN_REVIEWER), else the user of the "
        "system.",
    ),
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False, help="Why; kept with it.")]
OfDocument = Annotated[
    str | None,
    typer.Option(
        "--document", metavar="ID", show_default=False, help="Only of this document: its key, address or file."
    ),
]
Actors = Annotated[
    list[str] | None,
    typer.Option("--actor", metavar="ACTOR", show_default=False, help="Only with AZE; repeated: with all of them."),
]
OfEvent = Annotated[
    str | None, typer.Option("--event", metavar="ID", show_default=False, help="Only the reports of this event.")
]
Below = Annotated[
    float | None,
    typer.Option(
        "--below",
        metavar="CONFIDENCE",
        min=0.0,
        max=1.0,
        show_default=False,
        help="Only what is less confident than this, from 0 to 1.",
    ),
]
Events = Annotated[bool, typer.Option("--events", help="Go through events of several reports, not statements.")]
Judged = Annotated[bool, typer.Option("--judged", help="Also what somebody has judged already.")]


def filter_of(
    connection: Connection,
    *,
    type: Sequence[str] | None,
    status: Sequence[Status] | None,
    document: str | None,
    actor: Sequence[str] | None,
    event: str | None,
    below: float | None,
    judged: bool,
) -> Filter:
    """The filter that the options ask for, with whole keys. Raises ReviewError and NotInLedger."""
    from dragoman.ledger.keys import Thing, find
    from dragoman.review.checks import known_actors
    from dragoman.review.waiting import Filter
    from dragoman.schema import codebook

    for name in type or ():
        if name not in codebook().types:
            raise ReviewError(f"the codebook has no type {name!r}", advice="see docs/codebook.md")
    codes = tuple(code.upper() for code in actor or ())
    for code in codes:
        if code not in known_actors():
            raise ReviewError(f"no actor has the code {code!r}", advice="give one such as AZE or NATO")
    return Filter(
        types=tuple(type or ()),
        statuses=tuple(status or ()),
        document=find(connection, document, Thing.document).key if document else None,
        actors=codes,
        event=find(connection, event, Thing.event).key if event else None,
        below=below,
        judged=judged,
    )
