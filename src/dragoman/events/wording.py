"""Names as they stand in the reasons of a link."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.actors import label
from dragoman.schema import codebook


def actors(codes: Iterable[str]) -> str:
    """The names of actors as a list: `Azerbaijan, Georgia and Turkey`."""
    return listed(label(code) for code in codes)


def listed(names: Iterable[str]) -> str:
    """Names in the order of the alphabet, with an `and` before the last."""
    *rest, last = sorted(names)
    return f"{', '.join(rest)} and {last}" if rest else last


def type_label(name: str) -> str:
    """What a reader calls a type."""
    return codebook().type_of(name).label.en


def mode_label(type_: str, mode: str) -> str:
    """What a reader calls a mode of a type."""
    return codebook().type_of(type_).modes[mode].label.en


def matters(names: Iterable[str]) -> str:
    """What it is about, as a list."""
    return listed(codebook().matters[name].label.en for name in names)


def days(count: int) -> str:
    """`1 day`, `3 days`."""
    return f"{count} day{'' if count == 1 else 's'}"
