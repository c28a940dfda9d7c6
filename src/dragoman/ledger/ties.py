"""Ties and measures: those of a dataset are replaced as a whole, or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)  # fmt: skip

from dragoman.ledger.dates import not_after, not_before
from dragoman.ledger.latest import LIMIT, latest
from dragoman.ledger.places import Place, behind
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.rows import CHUNK, put, rows_of, tie_of, tie_row
from dragoman.ledger.rows import now as this_moment
from dragoman.ledger.selection import Selection, Shape
from dragoman.ledger.tables import datasets, measures, ties
from dragoman.model import Dataset, Layer, Measure, Tie

CODED = Dataset(
    name="coded",
    title="Coded from the documents of this ledger",
    version="1",
    terms="the rights in the documents stay with their publishers",
    credit="Dragoman",
    first_year=0,
    last_year=9999,
    gaps=("It holds what the documents of this ledger say, and no more.",),
)
"""The dataset that ties of events belong to."""


def ensure_coded(connection: Connection) -> None:
    """Make the row of the dataset `coded` where it is not there yet."""
    if connection.execute(select(datasets.c.name).where(datasets.c.name == CODED.name)).first() is None:
        connection.execute(insert(datasets), _dataset_row(CODED, "", ""))


def sha256_of(path: Path) -> str:
    """The hash of a file, or of all files of a folder in the order of their names."""
    digest = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()


def is_imported(connection: Connection, name: str, version: str, sha256: str) -> bool:
    """Whether this very file is in the ledger already, read by an importer of this version."""
    asked = select(datasets.c.name).where(
        datasets.c.name == name, datasets.c.version == version, datasets.c.sha256 == sha256
    )
    return connection.execute(asked).first() is not None


def replace(
    connection: Connection,
    dataset: Dataset,
    found: Iterable[Tie | Measure],
    *,
    file: str,
    sha256: str,
) -> tuple[int, int]:
    """Put a dataset in the place of what the ledger has of it; how many ties and measures it has now.

    To be called in a transaction that writes. `report` and `rows` are set with `describe` once all is read.
    """
    for table in (ties, measures):
        connection.execute(delete(table).where(table.c.dataset == dataset.name))
    connection.execute(delete(datasets).where(datasets.c.name == dataset.name))
    connection.execute(insert(datasets), _dataset_row(dataset, file, sha256))
    count = {"ties": 0, "measures": 0}
    waiting: list[Measure] = []

    def of_ties() -> Iterator[dict[str, object]]:
        for item in found:
            if isinstance(item, Tie):
                yield tie_row(item)
                continue
            waiting.append(item)
            if len(waiting) == CHUNK:
                count["measures"] += _put_measures(connection, waiting)

    count["ties"] = put(connection, ties, of_ties())
    count["measures"] += _put_measures(connection, waiting)
    connection.execute(update(datasets).where(datasets.c.name == dataset.name).values(**count))
    return count["ties"], count["measures"]


def describe(connection: Connection, dataset: Dataset, *, rows: int, report: dict[str, object]) -> None:
    """Keep what is known once all is read: the years, the number of rows, and the importer's report."""
    values = {"first_year": dataset.first_year, "last_year": dataset.last_year, "rows": rows}
    text = json.dumps(report, ensure_ascii=False)
    connection.execute(update(datasets).where(datasets.c.name == dataset.name).values(**values, report=text))


def file_of(connection: Connection, name: str) -> str | None:
    """The file that a dataset was read from, None where the ledger has not got it."""
    return connection.execute(select(datasets.c.file).where(datasets.c.name == name)).scalar()


def _dataset_row(dataset: Dataset, file: str, sha256: str) -> dict[str, object]:
    row = dataset.model_dump()
    row["gaps"] = json.dumps(row["gaps"], ensure_ascii=False)
    counts = {"rows": 0, "ties": 0, "measures": 0, "report": "{}"}
    return {**row, "file": file, "sha256": sha256, "imported_at": this_moment(), **counts}


def _put_measures(connection: Connection, waiting: list[Measure]) -> int:
    count = put(connection, measures, (measure.model_dump() for measure in waiting))
    waiting.clear()
    return count


def imported(connection: Connection) -> dict[str, Dataset]:
    """The datasets that the ledger holds, by name."""
    found = (_dataset_of(row) for row in connection.execute(_DATASETS.order_by(datasets.c.name)))
    return {dataset.name: dataset for dataset in found}


def dataset_of(connection: Connection, tie: Tie) -> Dataset:
    """The dataset that a tie of the ledger belongs to."""
    (row,) = _DATASET.rows(connection, {"name": tie.dataset})
    return _dataset_of(row)


def _dataset_of(row: Iterable[Any]) -> Dataset:
    told = dict(zip(Dataset.model_fields, row, strict=True))
    return Dataset.model_validate({**told, "gaps": json.loads(told["gaps"])})


_DATASETS = select(*(datasets.c[name] for name in Dataset.model_fields))
_DATASET = Prepared(_DATASETS.where(datasets.c.name == bindparam("name")))


def find(
    connection: Connection,
    a: str | None = None,
    b: str | None = None,
    *,
    layers: Iterable[Layer] = (),
    since: str | None = None,
    until: str | None = None,
    datasets_named: Iterable[str] = (),
    limit: int | None = None,
) -> Iterator[Tie]:
    """The ties of `a` (with `b`, if named), the latest first; everything else as in `chosen`."""
    actors = tuple(actor for actor in (a, b) if actor)
    told = {"layers": tuple(layers), "datasets": tuple(datasets_named)}
    return chosen(connection, Selection(actors=actors, since=since, until=until, **told), limit=limit)


def chosen(
    connection: Connection, asked: Selection, *, limit: int | None = None, after: Place | None = None
) -> Iterator[Tie]:
    """The ties that a selection asks for, the latest first, those without a date at the end.

    `after` is the place (start and id) of the tie behind which to go on. A tie is found when its interval reaches into
    the time that is asked for. A tie without a date is found only where no date is asked for.
    """
    found: Prepared | Select[Any] = query(asked.shape, limited=limit is not None)
    if after is not None:
        found = _query(asked.shape, limit is not None, behind(ties.c.start, ties.c.id, after))
    yield from map(tie_of, rows_of(connection, found, asked.values(limit), whole=limit is not None))


def count(connection: Connection, asked: Selection) -> int:
    """How many ties a selection asks for."""
    found = select(func.count()).select_from(ties).where(*_among(asked.shape), *_conditions(asked.shape))
    return connection.execute(found, asked.values()).scalar_one()


@cache
def query(asked: Shape, *, limited: bool = False) -> Prepared:
    """The query of `chosen`, for the values of a selection of this shape.

    With a limit, the latest of each side are taken in the order of its index, and the latest of these.
    """
    return Prepared(_query(asked, limited))


def _query(asked: Shape, limited: bool, *more: ColumnElement[bool]) -> Select[Any]:
    sides = _sides(asked.actors)
    if limited and sides:
        own = select(ties.c.id, ties.c.start).where(*_conditions(asked), *more)
        found = select(ties).where(ties.c.id.in_(latest(own, ties.c.id, ties.c.start, sides)))
    else:
        found = select(ties).where(*_among(asked), *_conditions(asked), *more).limit(LIMIT if limited else None)
    return found.order_by(ties.c.start.desc().nulls_last(), ties.c.id.desc())


def _sides(actors: int) -> list[tuple[ColumnElement[bool], ...]]:
    """What one or two actors may be in a tie, each an index of its own; none for more of them, or for no one."""
    a, b = bindparam("actor0", type_=Text), bindparam("actor1", type_=Text)
    if actors == 1:
        return [(ties.c.source == a,), (ties.c.target == a, ties.c.source != a)]
    return [(ties.c.source == a, ties.c.target == b), (ties.c.source == b, ties.c.target == a)] if actors == 2 else []


def _among(asked: Shape) -> Iterator[ColumnElement[bool]]:
    if sides := _sides(asked.actors):
        yield or_(*(and_(*side) for side in sides))
    elif asked.actors:
        among = bindparam("actors", type_=Text, expanding=True)
        yield and_(ties.c.source.in_(among), ties.c.target.in_(among), ties.c.source != ties.c.target)


def _conditions(asked: Shape) -> Iterator[ColumnElement[bool]]:
    for name, column in CHOSEN_BY.items():
        if getattr(asked, name):
            yield column.in_(bindparam(name, expanding=True))
    if asked.since:
        yield ties.c.start.is_not(None)
        yield or_(ties.c.end.is_(None), not_before(ties.c.end))
    if asked.until:
        yield not_after(ties.c.start)


CHOSEN_BY = {"layers": ties.c.layer, "types": ties.c.type, "statuses": ties.c.status, "datasets": ties.c.dataset}
