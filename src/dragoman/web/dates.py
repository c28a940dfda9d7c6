"""Dates in addresses and forms: ISO 8601, cut to what is meant."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from dragoman.exports.dates import known


def _checked(text: str | None) -> str | None:
    """The date, None for an empty field. Raises ValueError for what is no date."""
    if not text:
        return None
    if len(text) not in (4, 7, 10) or not known(text):
        raise ValueError("write a date as 2024, 2024-10 or 2024-10-30")
    return text


AsOf = Annotated[str | None, BeforeValidator(_checked)]
"""`as_of: AsOf = None`: by the record of that day, of today where none is named."""
