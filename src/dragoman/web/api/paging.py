"""Lists in pages: a page ends with the cursor of the next, which holds where that begins and is opaque to others."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Annotated, Generic, TypeVar

from fastapi import HTTPException, Query, Request, Response
from pydantic import Field

from dragoman.ledger.places import Place
from dragoman.model import Frozen

T = TypeVar("T")
LONGEST = 200
Limit = Annotated[int, Query(ge=1, le=LONGEST, description="no more than these")]
Cursor = Annotated[
    str | None, Query(max_length=200, description="where to go on: `next` of the page before; empty for the first page")
]


class Listed(Frozen, Generic[T]):
    """A page of a list."""

    items: tuple[T, ...]
    next: str | None = Field(default=None, description="the cursor of the next page; null on the last one")


def place_of(cursor: str | None) -> Place | None:
    """The place that a cursor stands for. Raises HTTPException (400) for what is no cursor of ours."""
    if not cursor:
        return None
    try:
        day, key = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii") + b"=="))
    except (ValueError, TypeError, binascii.Error) as error:
        raise HTTPException(400, "cursor: no page begins there; take `next` of the page before") from error
    if not isinstance(key, str) or not isinstance(day, str | None) or "\x00" in key + (day or ""):
        raise HTTPException(400, "cursor: no page begins there; take `next` of the page before")
    return day, key


def cursor_of(place: Place) -> str:
    """A place as a cursor."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def listed(
    request: Request, response: Response, found: Iterable[T], limit: int, place: Callable[[T], Place]
) -> Listed[T]:
    """The first of what was found, which is asked for with one more than `limit`; with a `Link` to the next page."""
    items = list(islice(found, limit + 1))
    if len(items) <= limit:
        return Listed(items=tuple(items))
    following = cursor_of(place(items[limit - 1]))
    address = request.url.include_query_params(cursor=following).replace(scheme="", netloc="")
    response.headers["Link"] = f'<{str(address).removeprefix("//")}>; rel="next"'
    return Listed(items=tuple(items[:limit]), next=following)


def number_of(cursor: str | None) -> int | None:
    """The number that a cursor of a list by number stands for."""
    found = number_and_key(cursor)
    return found[0] if found else None


def number_and_key(cursor: str | None) -> tuple[int, str] | None:
    """Number and key that a cursor of a list by these stands for."""
    place = place_of(cursor)
    if place is None:
        return None
    number, key = place
    if number is None or not re.fullmatch(r"\d{1,9}", number, re.ASCII):
        raise HTTPException(400, "cursor: no page begins there; take `next` of the page before")
    return int(number), key
