"""The network out of the ledger: columns straight from the rows, no noun for each tie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sqlalchemy import ClauseElement, ColumnElement, Connection, case, select

from dragoman.datasets.entries import entries
from dragoman.datasets.packaged import packaged
from dragoman.datasets.storing import PACKAGED
from dragoman.ledger.tables import datasets, measures, ties
from dragoman.ledger.ties import imported
from dragoman.model import Layer, Measure, Tie
from dragoman.network.network import Network
from dragoman.network.rows import CHUNK, FIELDS, Cells, cells, of_rows
from dragoman.network.settings import deliveries


def load(
    connection: Connection, layers: Iterable[Layer] = (), more: Iterable[Tie] = (), *, without: Iterable[str] = ()
) -> Network:
    """All ties of these layers (of all, if none is named), with their datasets and what deliveries have no tie for.

    `more` are ties that the ledger has not got and that are looked at as if it had; datasets in `without` are left out.
    """
    asked = select(*(_column(name) for name in FIELDS))
    if chosen := [layer.value for layer in layers]:
        asked = asked.where(ties.c.layer.in_(chosen))
    if left := list(without):
        asked = asked.where(ties.c.dataset.not_in(left))
    columns = of_rows(chain(_rows(connection, asked), filter(None, [list(map(cells, more))])))
    return Network(columns, imported(connection), _measures(connection), confined(connection))


def _rows(connection: Connection, asked: ClauseElement) -> Iterator[Sequence[Cells]]:
    """The rows as the driver gives them: making SQLAlchemy's rows of them would take as long as all the rest.

    PostgreSQL keeps the result on its side, for which a cursor needs a name.
    """
    sql = str(asked.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True}))
    named = ("network",) if connection.dialect.name == "postgresql" else ()
    cursor = connection.connection.cursor(*named)
    try:
        cursor.execute(sql)
        yield from iter(lambda: cursor.fetchmany(CHUNK), [])
    finally:
        cursor.close()


def _column(name: str) -> ColumnElement[object]:
    """The column of a field; the details only of ties with third actors, for the comment in them."""
    return case((ties.c.others.is_not(None), ties.c.details)) if name == "details" else ties.c[name]


def _measures(connection: Connection) -> tuple[Measure, ...]:
    names = (deliveries().unknown, deliveries().unknown_count)
    asked = select(measures).where(measures.c.name.in_(names)).order_by(measures.c.dataset, measures.c.year)
    return tuple(Measure(**row._mapping) for row in connection.execute(asked))


def confined(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The actors that a dataset is confined to, by name, for those that are, or are excerpts out of the package."""
    cut = {item.name: item.only for item in packaged() if item.only}
    found: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(select(datasets.c.name, datasets.c.file)):
        known = entries().get(row.name)
        own = cut.get(row.name, ()) if row.file.startswith(PACKAGED) else ()
        if only := own or (known.only if known else ()):
            found[row.name] = only
    return found
