"""Which of the ledger's holdings are asked for."""

from __future__ import annotations

from typing import Any, NamedTuple

from dragoman.ledger.dates import times
from dragoman.model import Frozen, Layer, Status


class Shape(NamedTuple):
    """What a selection asks by, without what it asks for: selections of one shape are one query with other values."""

    actors: int
    layers: bool
    types: bool
    statuses: bool
    datasets: bool
    since: bool
    until: bool


class Selection(Frozen):
    """What is asked for; an empty field asks for everything.

    One actor: all that it takes part in. Several: what goes on between any two of them. `since` and `until` are ISO
    dates, cut or whole, both included. `layers` and `datasets` are of ties; `datasets` of measures too.
    """

    actors: tuple[str, ...] = ()
    layers: tuple[Layer, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    datasets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    @property
    def shape(self) -> Shape:
        """What it asks by."""
        kinds = (bool(self.layers), bool(self.types), bool(self.statuses), bool(self.datasets))
        return Shape(len(self.actors), *kinds, bool(self.since), bool(self.until))

    def values(self, limit: int | None = None) -> dict[str, Any]:
        """What it asks for, by the names that the query of its shape has for it."""
        told = times(self.since, self.until)
        if len(self.actors) > 2:
            told["actors"] = list(self.actors)
        else:
            told.update(zip(("actor0", "actor1"), self.actors, strict=False))
        for name in ("layers", "types", "statuses", "datasets"):
            if values := getattr(self, name):
                told[name] = [str(value) for value in values]
        if limit is not None:
            told["limit"] = limit
        return told
