"""The different values of a column that an index begins with: no more rows are read than there are values."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Select, func, select


def distinct(column: Column[Any], limit: int | None = None) -> Select[Any]:
    """From each value to the next one, by the index; the first `limit` of them."""
    first = select(func.min(column).label("value")).cte("stepped", recursive=True)
    following = select(func.min(column)).where(column > first.c.value).scalar_subquery()
    every = first.union_all(select(following).where(first.c.value.is_not(None)))
    found = select(every.c.value).where(every.c.value.is_not(None))
    # Not sorted where it is limited: the steps come in order, and stop as soon as there are enough.
    return found.limit(limit) if limit else found.order_by(every.c.value)
