"""A query that is asked over and over: put into the words of a database once, asked of its driver with other values.

To ask through SQLAlchemy takes 20 to 60 µs on top of what the driver takes, and most of what a page asks is answered in
less. What is put together for one asking, or has more rows than fit into memory, is asked through SQLAlchemy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.exc import DBAPIError

Row = tuple[Any, ...]
Values = Mapping[str, Any]
Several = (list, tuple)
"""What the values of an `expanding` parameter come in."""
NOTHING: Values = {}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value is found among those that are given: by its name, and by its place where there are several."""

    name: str
    at: int | None = None

    def of(self, values: Values) -> Any:
        found = values[self.name]
        return found if self.at is None else found[self.at]


@dataclass(frozen=True, slots=True)
class _Worded:
    """A query in the words of a database, and what its driver is given: values by name, or in order where `names` is
    None; each the place of a value, or a constant of the query.
    """

    text: str
    names: tuple[str, ...] | None
    takes: tuple[Any, ...]

    def given(self, values: Values) -> Any:
        found = [one.of(values) if isinstance(one, _Place) else one for one in self.takes]
        return found if self.names is None else dict(zip(self.names, found, strict=True))


class Prepared:
    """A query whose values are `bindparam`s, those that stand for several `expanding` ones."""

    def __init__(self, query: Select[Any]) -> None:
        self.query = query
        self._worded: dict[tuple[str, tuple[tuple[str, int], ...]], _Worded] = {}

    def rows(self, connection: Connection, values: Values = NOTHING) -> list[Row]:
        """All rows as the driver gives them: what is true is 1 in SQLite. Raises DBAPIError."""
        worded = self._in_words_of(connection.dialect, values)
        given = worded.given(values)
        driver = connection.dialect.loaded_dbapi
        cursor = connection.connection.cursor()
        try:
            cursor.execute(worded.text, given)
            return list(cursor.fetchall())
        except driver.Error as error:
            raise DBAPIError.instance(worded.text, given, error, driver.Error, dialect=connection.dialect) from error
        finally:
            cursor.close()

    def first(self, connection: Connection, values: Values = NOTHING) -> Row | None:
        """The first row, if there is one."""
        return next(iter(self.rows(connection, values)), None)

    def scalars(self, connection: Connection, values: Values = NOTHING) -> list[Any]:
        """The first column."""
        return [row[0] for row in self.rows(connection, values)]

    def _in_words_of(self, dialect: Dialect, values: Values) -> _Worded:
        lengths = [(name, len(value)) for name, value in values.items() if isinstance(value, Several)]
        known = (dialect.name, tuple(lengths))
        found = self._worded.get(known)
        if found is None:
            found = self._worded[known] = _worded(self.query, dialect, values)
        return found


def _worded(query: Select[Any], dialect: Dialect, values: Values) -> _Worded:
    """The words of a query, for lists as long as those that are given."""
    places = {
        name: [_Place(name, at) for at in range(len(value))] if isinstance(value, Several) else _Place(name)
        for name, value in values.items()
    }
    made = query.compile(dialect=dialect).construct_expanded_state(places)
    if dialect.positional:
        return _Worded(made.statement, None, tuple(made.positional_parameters))
    return _Worded(made.statement, tuple(made.parameters), tuple(made.parameters.values()))
