"""Where a list that has the latest first goes on: behind the row that stands at a place."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, or_

Place = tuple[str | None, str]
"""The date and the key of a row; None where it has no date."""


def behind(date: ColumnElement[Any], key: ColumnElement[Any], place: Place) -> ColumnElement[bool]:
    """That a row stands behind `place` where the latest are first, the greater key of two first, undated ones last."""
    day, name = place
    if day is None:
        return and_(date.is_(None), key < name)
    return or_(date < day, and_(date == day, key < name), date.is_(None))
