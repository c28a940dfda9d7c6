"""`dragoman figure`: a chart of what the record says, as SVG, PNG or a Vega-Lite specification."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.cli.asking import codes, date, in_order
from dragoman.cli.options import Language, LedgerAddress, Output, Since, Until
from dragoman.cli.output import written_bytes
from dragoman.model import What

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.figures.drawing import Drawing


class Kind(StrEnum):
    """What is drawn."""

    suppliers = "suppliers"
    path = "path"
    ego = "ego"
    timeline = "timeline"
    map = "map"
    change = "change"


class Format(StrEnum):
    """How it is written."""

    svg = "svg"
    png = "png"
    json = "json"


NAMED = {Kind.path: ("BENEFICIARY", "ORIGIN"), Kind.timeline: ("ACTOR", "OTHER"), Kind.change: ("EVENT",)}
"""Who is named, where it is not one ACTOR."""
OPTIONS = {
    Kind.suppliers: ("--since", "--until", "--window"),
    Kind.path: ("--as-of", "--via", "--what"),
    Kind.ego: ("--as-of",),
    Kind.timeline: ("--since", "--until"),
    Kind.map: ("--as-of",),
    Kind.change: (),
}
WINDOW = 5
KindArgument = Annotated[Kind, typer.Argument(metavar="KIND", show_default=False, help=", ".join(Kind) + ".")]
Actors = Annotated[
    list[str],
    typer.Argument(
        metavar="ACTOR...",
        show_default=False,
        help="Codes or names: AZE, Turkey, Марокко. One for suppliers, ego and map, two for path (the beneficiary, "
        "then the origin) and timeline; for change the key of an event or tie, or its beginning.",
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", show_default=False, help="The format: what the end of the file's name says, or svg."),
]
Told = Annotated[Language, typer.Option("--lang", help="The language of the figure.")]
Window = Annotated[
    int | None,
    typer.Option("--window", min=1, metavar="YEARS", show_default=False, help=f"suppliers: years of a bar ({WINDOW})."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        show_default=False,
        help="path: by the record of this day; ego and map: at the end of its year. Today without it.",
    ),
]
Via = Annotated[
    list[str] | None,
    typer.Option(
        "--via",
        metavar="ACTOR",
        show_default=False,
        help="path: through this intermediary, whether or not it is on record; may be repeated. Without it the best.",
    ),
]
WhatOption = Annotated[
    What | None, typer.Option("--what", show_default=False, help="path: what is passed on (technology).")
]


@dataclass(slots=True, frozen=True)
class Asked:
    """What the line asks for, checked; `named` are codes of actors or the key of an event."""

    kind: Kind
    named: tuple[str, ...]
    language: Literal["en", "ru"]
    since: str | None
    until: str | None
    as_of: str | None
    via: tuple[str, ...]
    what: What
    window: int


def figure(
    kind: KindArgument,
    actors: Actors,
    since: Since = None,
    until: Until = None,
    window: Window = None,
    as_of: AsOf = None,
    via: Via = None,
    what: WhatOption = None,
    lang: Told = Language.en,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Draw what the record says: a chart whose title is the answer.

    suppliers: whose arms, in windows of years. path: what each leg of a way
    through third states needs. ego, map: the partners of a state. timeline: the
    ties of two states. change: whom the parties of an event reach by it. Below
    each stand the sources of what is drawn; docs/figures.md says how to read
    them. Without a ledger the starter record is drawn.

    \b
    Examples:
      dragoman figure suppliers AZE -o suppliers.svg
      dragoman figure path Azerbaijan США --via Morocco -o path.png --lang ru
      dragoman figure timeline AZE TUR --since 2000 > timeline.svg
      dragoman figure map Morocco --as-of 2020 -o map.png
      dragoman figure change t3208d0 -o change.json
    """
    given = {
        "--since": since, "--until": until, "--window": window, "--as-of": as_of, "--via": via or None, "--what": what,
    }  # fmt: skip
    _check(kind, actors, [name for name, value in given.items() if value is not None])
    chosen = _format(form, output)
    named = tuple(actors) if kind is Kind.change else codes(actors)
    if len(named) < len(actors):
        raise typer.BadParameter(f"{named[0]} is named twice", param_hint=NAMED[kind][1])
    asked = Asked(
        kind, named, lang.value, date(since, "--since"), date(until, "--until"), date(as_of, "--as-of"),
        codes(via or ()), what or What.technology, window or WINDOW,
    )  # fmt: skip
    in_order(since, until)

    from dragoman.findings.against import recorded

    with recorded(ledger) as record:
        made = _drawn(record, asked)
    content = _content(made, chosen)
    with written_bytes(output) as stream:
        stream.write(content)


def _drawn(record: Connection, asked: Asked) -> Drawing:
    from dragoman.figures import drawn
    from dragoman.ledger.keys import Thing, find
    from dragoman.network import load
    from dragoman.network.settings import deliveries

    today, first = datetime.now(UTC).date().isoformat(), asked.named[0]
    year = int((asked.as_of or today)[:4])
    match asked.kind:
        case Kind.suppliers:
            span, network = (_year(asked.since), _year(asked.until)), load(record, deliveries().layers)
            return drawn.of_suppliers(network, first, asked.window, *span, asked.language)
        case Kind.path:
            what, day = asked.what, asked.as_of or today
            return drawn.of_path(load(record), first, asked.named[1], what, asked.via, day, asked.language)
        case Kind.ego:
            return drawn.of_partners(record, first, year, asked.language)
        case Kind.map:
            return drawn.of_world(record, first, year, asked.language)
        case Kind.timeline:
            return drawn.of_two(record, first, asked.named[1], asked.since, asked.until or today, asked.language)
        case Kind.change:
            key = find(record, first, Thing.event, Thing.tie).key
            return drawn.of_event(load(record), key, asked.language)


def _check(kind: Kind, actors: list[str], given: list[str]) -> None:
    wanted = NAMED.get(kind, ("ACTOR",))
    if len(actors) != len(wanted):
        raise typer.BadParameter(f"{kind} takes {' and '.join(wanted)}; {len(actors)} given", param_hint="ACTOR")
    for option in given:
        if option not in OPTIONS[kind]:
            fitting = ", ".join(kind for kind in Kind if option in OPTIONS[kind])
            raise typer.BadParameter(f"says nothing to {kind}; it is for {fitting}", param_hint=option)


def _format(form: Format | None, output: Path | None) -> Format:
    """The format that is said, or that the end of the file's name says."""
    ends = {f".{known.value}": known for known in Format}
    if form is None and output is not None and output.suffix.lower() not in ends:
        raise typer.BadParameter(f"a figure is a file in {', '.join(ends)}; or say --format", param_hint="-o")
    found = form or (ends[output.suffix.lower()] if output else Format.svg)
    if found is Format.png and output is None and sys.stdout.isatty():
        raise typer.BadParameter("a PNG is nothing for a terminal; name a file with -o", param_hint="--format")
    return found


def _content(made: Drawing, form: Format) -> bytes:
    if form is Format.png:
        return made.png()
    if form is Format.json:
        return (json.dumps(made.spec(), ensure_ascii=False) + "\n").encode()
    return made.svg().encode()


def _year(text: str | None) -> int | None:
    return int(text[:4]) if text else None
