"""The figures of the app: what an address asks for, drawn once for each revision of the ledger, in each form."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import cast

from fastapi.responses import Response

from dragoman.figures import drawn
from dragoman.figures.drawing import Drawing
from dragoman.figures.words import Language
from dragoman.model import What
from dragoman.web.csvs import as_csv
from dragoman.web.held import Record

SIZE = 5
"""Years of a window of suppliers."""


class Kind(StrEnum):
    """What can be drawn, and of whom: one actor, two of them, or an event."""

    suppliers = "suppliers"
    ego = "ego"
    map = "map"
    timeline = "timeline"
    path = "path"
    change = "change"


TWO = frozenset({Kind.timeline, Kind.path})
"""What is drawn of two actors: of a path the beneficiary, then the origin."""


PARTNERS = ("actor", "year", "partner", "layers", "datasets")
COLUMNS = {
    Kind.suppliers: ("recipient", "first", "last", "supplier", "share", "volume", "unit", "deliveries"),
    Kind.ego: PARTNERS,
    Kind.map: PARTNERS,
    Kind.timeline: ("id", "layer", "source", "target", "directed", "start", "end", "status", "subject", "dataset"),
    Kind.path: ("leg", "source", "target", "need", "outcome", "essential", "evidence", "datasets_asked"),
    Kind.change: ("party", "layer", "before", "new", "states", "through", "evidence"),
}
"""The data of a figure that shows nothing has these columns and no row."""


class Form(StrEnum):
    """What a figure can be had as: a picture, its definition, its data."""

    svg = "svg"
    png = "png"
    json = "json"
    csv = "csv"


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure that is asked for. `named` are codes of actors, or the key of an event."""

    kind: Kind
    named: tuple[str, ...]
    language: str
    as_of: str
    what: What = What.technology
    via: tuple[str, ...] = ()


def today() -> str:
    """The day of today as an ISO date."""
    return datetime.now(UTC).date().isoformat()


def figure(record: Record, asked: Asked, form: Form) -> Response:
    """The figure in this form. Raises NotInLedger where there is nothing to draw."""
    made = record.once(asked, lambda: _drawn(record, asked))
    if form is Form.csv:
        return as_csv(made.table, "-".join((asked.kind, *asked.named)), COLUMNS[asked.kind])
    content = record.once((asked, form), lambda: WRITTEN[form](made))
    return Response(content, media_type=MEDIA[form])


def _drawn(record: Record, asked: Asked) -> Drawing:
    first, language, year = asked.named[0], cast(Language, asked.language), int(asked.as_of[:4])
    match asked.kind:
        case Kind.suppliers:
            return drawn.of_suppliers(record.network, first, SIZE, None, None, language)
        case Kind.ego:
            return drawn.of_partners(record.connection, first, year, language)
        case Kind.map:
            return drawn.of_world(record.connection, first, year, language)
        case Kind.timeline:
            return drawn.of_two(record.connection, first, asked.named[1], None, asked.as_of, language)
        case Kind.path:
            ends = (first, asked.named[1])
            return drawn.of_path(record.network, *ends, asked.what, asked.via, asked.as_of, language)
        case Kind.change:
            return drawn.of_event(record.network, first, language)


WRITTEN: dict[Form, Callable[[Drawing], bytes]] = {
    Form.svg: lambda made: made.svg().encode(),
    Form.png: lambda made: made.png(),
    Form.json: lambda made: json.dumps(made.spec(), ensure_ascii=False).encode(),
}
MEDIA = {Form.svg: "image/svg+xml", Form.png: "image/png", Form.json: "application/json"}
