"""What calls are asked by: actors, dates and types, checked; and the keys of things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

from fastapi import HTTPException, Path, Query
from pydantic import AfterValidator

from dragoman.actors import actor_named
from dragoman.exports.dates import known
from dragoman.schema import codebook

DATE = r"^[12]\d{3}(-\d{2}(-\d{2})?)?$"


def _checked(date: str | None) -> str | None:
    if date is not None and not known(date):
        raise ValueError("there is no such day; write 2024, 2024-10 or 2024-10-30")
    return date


def _date(told: str, example: str) -> object:
    return Query(pattern=DATE, description=told, examples=[example])


Since = Annotated[str | None, AfterValidator(_checked), _date("from this date on, included", "2024")]
Until = Annotated[str | None, AfterValidator(_checked), _date("up to this date, included", "2024-10-30")]
AsOf = Annotated[
    str | None, AfterValidator(_checked), _date("by the record of that day; of today where none is named", "2024-10-30")
]
Name = Annotated[str, Query(max_length=80)]
Actors = Annotated[
    list[Name] | None,
    Query(max_length=10, description="codes or names; one: all that it takes part in, several: between any two of them",
          examples=[["AZE"]]),
]  # fmt: skip
Types = Annotated[
    list[Name] | None, Query(max_length=40, description="types of the codebook", examples=[["agreement"]])
]
Key = Annotated[
    str,
    Path(max_length=2000, description="a key, or as much of its beginning as no other thing shares"),
]
Code = Annotated[str, Path(max_length=80, description="a code or a name", examples=["AZE"])]


def codes(names: Iterable[str] | None) -> tuple[str, ...]:
    """The codes of these actors, each once. Raises ActorError."""
    return tuple(dict.fromkeys(map(actor_named, names or ())))


def types(names: Iterable[str] | None) -> tuple[str, ...]:
    """These names, which have to be types of the codebook. Raises HTTPException (400)."""
    for name in names or ():
        if name not in codebook().types:
            raise HTTPException(400, f"type: the codebook has no {name!r}; it has {', '.join(codebook().types)}")
    return tuple(dict.fromkeys(names or ()))


def in_order(since: str | None, until: str | None) -> None:
    """Check that a time does not end before it begins. Raises HTTPException (400)."""
    if since and until and until < since[: len(until)]:
        raise HTTPException(400, f"since: {since} lies after {until}; give the earlier date as since")


def today() -> str:
    """The day in UTC."""
    return datetime.now(UTC).date().isoformat()
