"""What the network answers with: frozen results that say what they rest on and what could not be seen."""

from __future__ import annotations

from dragoman.model import Dataset, Frozen, Layer, Party, Status


class Years(Frozen):
    """A span of years, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class Cited(Frozen):
    """A tie as a result cites it: what `model.Tie` has, without its details but for the dataset's own comment."""

    id: str
    dataset: str
    layer: Layer
    type: str | None = None
    mode: str | None = None
    source: str
    target: str
    directed: bool
    start: str | None = None
    end: str | None = None
    status: Status
    weight: float | None = None
    unit: str | None = None
    subject: str | None = None
    others: tuple[Party, ...] = ()
    event: str | None = None
    comment: str | None = None


class Measured(Frozen):
    """A figure with what it means and what it rests on.

    `value` is in `unit`; `share` and `index` are between 0 and 1. `low` and `high` say how far it may be off, in the
    way that the result explains. `evidence` are the ids of all ties that it was made from; `datasets` their datasets.
    """

    name: str
    value: float
    unit: str
    years: Years | None = None
    actors: tuple[str, ...] = ()
    layer: Layer | None = None
    low: float | None = None
    high: float | None = None
    evidence: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()


class Seen(Frozen):
    """How far a dataset reaches in a layer that it records: its ties (it may have none), the years in which they begin.
    `only`: it is an excerpt, cut to these actors.
    """

    dataset: str
    layer: Layer
    ties: int
    years: Years | None = None
    only: tuple[str, ...] = ()


class Rested(Frozen):
    """How many ties of a layer a result rests on, by dataset: datasets may tell of the same thing, so that their counts
    must never be added up. `years` run from the first to the last year in which one begins.
    """

    layer: Layer
    dataset: str
    ties: int
    years: Years


class Scope(Frozen):
    """What an answer could rest on: of each layer that was asked the datasets that the ledger has, with what they
    cannot tell. A layer in `unseen` has none: that nothing was found there means nothing.
    """

    seen: tuple[Seen, ...] = ()
    unseen: tuple[Layer, ...] = ()
    undated: int = 0
    """Ties that were left out because they have no date."""
    datasets: tuple[Dataset, ...] = ()
    """What was asked, with years, gaps and credit line."""
