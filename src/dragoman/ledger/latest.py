"""The latest rows of a table in the order of an index, on either database.

The two put what has no date at opposite ends. So dated and undated rows are asked for apart, each part as many as are
wanted at most, and the latest of all parts are taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Integer, Select, bindparam, select, union_all

Conditions = Sequence[ColumnElement[bool]]
LIMIT = bindparam("limit", type_=Integer)


def latest(found: Select[Any], key: Column[Any], date: Column[Any], parts: Iterable[Conditions]) -> Select[Any]:
    """The keys of the latest rows of `found` that meet one of `parts`, no more than the value of `limit`.

    `found` selects key and date. Each of `parts` is what an index begins with, which goes on with the date and the key.
    """
    chosen = []
    for part in parts:
        for dated in (date.is_not(None), date.is_(None)):
            ordered = found.where(*part, dated).order_by(date.desc(), key.desc()).limit(LIMIT)
            chosen.append(select(ordered.subquery()))
    every = union_all(*chosen).subquery()
    named = every.c[key.name], every.c[date.name]
    return select(named[0]).order_by(named[1].desc().nulls_last(), named[0].desc()).limit(LIMIT)
