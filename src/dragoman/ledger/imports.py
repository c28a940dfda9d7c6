"""What the ledger holds of each dataset."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, func, select

from dragoman.ledger.records import Import
from dragoman.ledger.rows import digest
from dragoman.ledger.tables import datasets, ties
from dragoman.ledger.ties import CODED
from dragoman.model import Dataset
from dragoman.version import __version__


def imports(connection: Connection) -> dict[str, Import]:
    """The datasets of the ledger by name, also what was coded from its documents."""
    rows = connection.execute(select(datasets).order_by(datasets.c.name))
    return {row.name: _import_of(row, _coded(connection) if row.name == CODED.name else row.ties) for row in rows}


def _import_of(row: Row[Any], number: int) -> Import:
    told = {**{name: getattr(row, name) for name in Dataset.model_fields}, "gaps": json.loads(row.gaps)}
    return Import(
        dataset=Dataset(**told),
        file=row.file,
        imported_at=row.imported_at,
        rows=row.rows,
        ties=number,
        measures=row.measures,
    )


def _coded(connection: Connection) -> int:
    """Ties of events come and go one by one: they are counted when they are asked for."""
    asked = select(func.count()).select_from(ties).where(ties.c.dataset == CODED.name)
    return connection.execute(asked).scalar_one()


def state(connection: Connection) -> str:
    """What tells one state of the record from another: which files of which datasets, read by which Dragoman.

    What was coded from documents is no part of it.
    """
    asked = select(datasets.c.name, datasets.c.version, datasets.c.sha256).where(datasets.c.name != CODED.name)
    held = (part for row in connection.execute(asked.order_by(datasets.c.name)) for part in row)
    return digest(__version__, *held)
