"""Ties as columns: a million of them fit into the memory of a laptop and are gone through in milliseconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.model import Layer, Party, Status
from dragoman.network.arrays import Flags, Floats, Ints
from dragoman.network.coded import Coded

LAYERS = tuple(Layer)
STATUSES = tuple(Status)


@dataclass(slots=True, frozen=True)
class Columns:
    """The columns, all of one length.

    `source` and `target` are places in `actors`; `layer` and `status` in LAYERS and STATUSES. `first` and `last` are
    the days between which the tie may hold (NEVER: no date, no known end), `begun` is the last day on which it may have
    begun, `closing` the first on which it may have ended. `holds` is false where the mode says that nothing holds.
    `thing` is shared by ties that are one thing: of one event, one treaty, one deal. `comment` is what the dataset says
    of a tie with third actors in its own words.
    """

    id: Any
    dataset: Coded
    layer: Ints
    type: Coded
    mode: Coded
    actors: tuple[str, ...]
    source: Ints
    target: Ints
    directed: Flags
    start: Coded
    end: Coded
    first: Ints
    begun: Ints
    last: Ints
    closing: Ints
    status: Ints
    weight: Floats
    unit: Coded
    subject: Coded
    others: dict[int, tuple[Party, ...]]
    event: Coded
    thing: Ints
    comment: dict[int, str]
    holds: Flags

    def __len__(self) -> int:
        return len(self.layer)
