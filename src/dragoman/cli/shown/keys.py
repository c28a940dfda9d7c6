"""Every key that a record names, so that each can be shown short."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ledger.records import About, Kept, Sighting
from dragoman.model import Event, Frozen, Judgement, Tie


def mentioned(told: object) -> Iterator[str]:
    """The keys in a record and in all that it holds."""
    if isinstance(told, Kept | About):
        yield told.key
    elif isinstance(told, Event):
        yield told.id
        yield from told.statements
    elif isinstance(told, Tie):
        yield told.id
    elif isinstance(told, Sighting):
        yield told.latest
    elif isinstance(told, Judgement):
        yield from told.target.split()
    if isinstance(told, Frozen):
        for name in type(told).model_fields:
            yield from mentioned(getattr(told, name))
    elif isinstance(told, tuple):
        for one in told:
            yield from mentioned(one)
