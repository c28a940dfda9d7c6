"""What a process is told to do, and what it says when it is done: plain values that travel between machines."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from pydantic import Field

from dragoman.model import Frozen
from dragoman.scale.faults import Fault
from dragoman.scale.stages import Tally


class Holding(StrEnum):
    """What kind of file an input is."""

    warc = "warc"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    article = "article"


class Input(Frozen):
    """A file or an address to be read. `size` is in bytes as stored, None where it cannot be told beforehand."""

    address: str
    holding: Holding
    size: int | None = None


class Order(Frozen):
    """A part of the work. `key` names the part of the dataset that comes of it."""

    dataset: str
    key: str
    inputs: tuple[Input, ...]
    copies: dict[str, str] = Field(default_factory=dict)
    """Of the part's documents those that are copies, with the id of the one that is coded: filled in for coding."""

    @property
    def size(self) -> int:
        """The bytes of its inputs, as far as they are known."""
        return sum(one.size or 0 for one in self.inputs)


class Done(Frozen):
    """What came of an order: what was counted, and what could not be read."""

    key: str
    inputs: tuple[Input, ...] = ()
    tally: Tally = Tally()
    faults: tuple[Fault, ...] = ()
    peak: int = 0
    """Bytes of memory that the process had at most, so far."""


Report = Callable[[Tally], None]
"""Hears from time to time what has been reached, while an order is worked off."""
Work = Callable[[Order, Report], Done]
"""A function of a module, so that it can be sent to another process by name."""
