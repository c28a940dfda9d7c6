"""Conditions on dates that may be cut to what is known: what may lie in the time that is asked for is found.

Dates are compared as texts, with nothing but digits and hyphens on the side that is asked for: so an index serves, and
every collation of PostgreSQL agrees. The values stand apart (`times`), so that a query is put together once.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, bindparam, or_

Date = ColumnElement[Any]


def not_before(column: Date) -> ColumnElement[bool]:
    """That a date may lie in `since` or after it: `2014` may lie in `2014-05`."""
    return or_(column >= bindparam("since"), column == bindparam("since_month"), column == bindparam("since_year"))


def not_after(column: Date) -> ColumnElement[bool]:
    """That a date may lie in `until` or before it: `2014-05-31` lies in `2014`."""
    return column < bindparam("after")


def times(since: str | None, until: str | None) -> dict[str, Any]:
    """The values of the conditions on these ISO dates, cut or whole; of one that is not given there are none."""
    told: dict[str, Any] = {}
    if since:
        told |= {"since": since, "since_month": since[:7], "since_year": since[:4]}
    if until:
        told["after"] = _next(until)
    return told


def _next(date: str) -> str:
    """The least text that sorts after every date within `date`: `2010-12` gives `2010-13`."""
    head, last = date[:-2], int(date[-2:])
    return f"{int(date) + 1:04}" if len(date) == len("2010") else f"{head}{last + 1:02}"
