"""The colour of a type: a place on the colour circle for each, neighbours in the codebook far apart."""

from __future__ import annotations

from functools import cache

from dragoman.schema import codebook

HUES = 34
"""Colours in `reading.css`, `.hue-0` and so on, each a golden angle from the one before."""


@cache
def hue(type: str) -> str:
    """The class of a type's colour; of a type that the codebook does not have, the first."""
    names = sorted(codebook().types)
    return f"hue-{names.index(type) % HUES if type in names else 0}"
