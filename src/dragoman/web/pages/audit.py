"""The audit log, for admins: who did what, when, from where; newest first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.ledger import audit
from dragoman.model import Entry
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At, Reading
from dragoman.web.security import Admin

router = APIRouter()
SIZE = 50
"""Lines on a page."""
AT_ONCE = 10_000
"""Lines of a file."""
Text = Annotated[str, Query(max_length=200)]
Number = Annotated[int | None, Query(ge=0, lt=2**31)]


@router.get("/audit")
def show(desk: At, record: Reading, by: Admin, who: Text = "", action: Text = "", before: Number = None) -> Response:
    """The page, or its list where a filter was changed."""
    found = audit.latest(record, SIZE + 1, before=before, who=who or None, action=action or None)
    older = desk.address(before=found[SIZE - 1].number) if len(found) > SIZE else None
    return desk.page(
        "audit.html", part="list", entries=found[:SIZE], who=who, action=action, before=before, older=older
    )


@router.get("/audit.csv")
def take(record: Reading, by: Admin, who: Text = "", action: Text = "", before: Number = None) -> Response:
    """The last lines as a table."""
    found = audit.latest(record, AT_ONCE, before=before, who=who or None, action=action or None)
    return as_csv((entry.model_dump() for entry in found), "audit", tuple(Entry.model_fields))
