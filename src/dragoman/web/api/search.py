"""Full text: the documents that hold all of some words, in whatever form."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from dragoman.ledger import search
from dragoman.ledger.records import About
from dragoman.model import Frozen
from dragoman.web.api.asked import Since, Until, in_order
from dragoman.web.api.paging import Limit
from dragoman.web.desk import Reading

router = APIRouter(prefix="/search")


class Hits(Frozen):
    """The documents that were found, and how many there are in all."""

    found: int
    items: tuple[About, ...] = Field(description="the latest of them")


@router.get("", summary="Search the articles")
def words(
    record: Reading,
    q: Annotated[str, Query(max_length=300, description="words, in any form", examples=["defence ministers"])],
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
) -> Hits:
    """The current documents that hold every word, the latest first; older versions of a page are left out.

    Words are read by the language of each document: `ministers` finds `minister`, `министрами` finds `министр`.
    """
    in_order(since, until)
    wanted = search.wanted(record, q, since=since, until=until)
    items = tuple(About.of(*found) for found in search.find(record, wanted, limit=limit))
    return Hits(found=search.count(record, wanted) if len(items) == limit else len(items), items=items)
