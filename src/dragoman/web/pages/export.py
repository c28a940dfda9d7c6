"""Any selection of the ledger as a file: tables, graphs, entities, maps, bibliographies; what their columns mean."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import FileResponse, PlainTextResponse, Response
from starlette.background import BackgroundTask

from dragoman.exports.dates import known
from dragoman.exports.descriptor import columns_table
from dragoman.exports.forms import HOLDS, PICTURES, SUFFIXES, TABLES, TableName, What
from dragoman.exports.forms import Form as Written
from dragoman.exports.holdings import Holdings
from dragoman.exports.writing import Export
from dragoman.ledger.selection import Selection
from dragoman.model import Layer, Status
from dragoman.web.api.asked import codes, in_order, types
from dragoman.web.desk import At
from dragoman.web.taking import attached

router = APIRouter()
Several = Annotated[list[Annotated[str, Query(max_length=80)]] | None, Query(max_length=40)]
Text = Annotated[str, Query(max_length=400)]


@router.get("/data/selection.file")
def take(
    desk: At,
    form: Written = Written.csv,
    what: TableName | None = None,
    actors: Text = "",
    layer: Several = None,
    type: Several = None,
    status: Several = None,
    dataset: Several = None,
    since: Text = "",
    until: Text = "",
) -> Response:
    """The file. `actors` are names or codes with commas between them; empty fields ask for everything."""
    first, last = _date(since, "since"), _date(until, "until")
    in_order(first, last)
    asked = Selection(
        actors=codes(name.strip() for name in actors.split(",") if name.strip()),
        layers=tuple(Layer(one) for one in _given(layer) if one in set(Layer)),
        types=types(_given(type)),
        statuses=_statuses(_given(status), form),
        datasets=tuple(_given(dataset)),
        since=first,
        until=last,
    )
    parts = _parts(form, what)
    with tempfile.NamedTemporaryFile(prefix="dragoman-export-", delete=False) as stream:
        path = Path(stream.name)
        try:
            with desk.ledger.reading() as record:
                Export(Holdings(record, asked), parts).write(form, stream)  # type: ignore[arg-type]
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    suffix = next(suffix for suffix, one in SUFFIXES.items() if one is form)
    name = f"{parts[0].value if form in TABLES else 'dragoman'}{suffix}"
    return FileResponse(path, headers=attached(name), media_type=MEDIA[form], background=BackgroundTask(path.unlink))


MEDIA = {
    Written.csv: "text/csv; charset=utf-8",
    Written.parquet: "application/vnd.apache.parquet",
    Written.gexf: "application/gexf+xml",
    Written.graphml: "application/graphml+xml",
    Written.ftm: "application/x-ndjson",
    Written.geojson: "application/geo+json",
    Written.csl: "application/vnd.citationstyles.csl+json",
}


@router.get("/data/columns/{name}.md")
def explain(name: TableName) -> Response:
    """What the columns of a table mean."""
    return PlainTextResponse(f"# {name.value}\n\n{columns_table(name)}", media_type="text/markdown; charset=utf-8")


def _given(names: list[str] | None) -> list[str]:
    return [name for name in names or () if name]


def _statuses(names: list[str], form: Written) -> tuple[Status, ...]:
    """Those that are asked for; of pictures, without any, what is or was so."""
    known_ones = tuple(Status(name) for name in names if name in set(Status))
    return known_ones or ((Status.happened, Status.ongoing) if form in PICTURES else ())


def _parts(form: Written, what: TableName | None) -> What:
    """What the file holds. Raises HTTPException (400) where the format cannot hold it."""
    holds = HOLDS[form]
    if what is None or what not in holds:
        if what is not None and form in TABLES:
            raise HTTPException(400, f"{form.value} holds {', '.join(holds)}")
        return holds[:1] if form in TABLES else holds
    return (what,)


def _date(text: str, name: str) -> str | None:
    if text and not (known(text) and len(text) in (4, 7, 10)):
        raise HTTPException(400, f"{name}: write a date as 2024, 2024-10 or 2024-10-30")
    return text or None
