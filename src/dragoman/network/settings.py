"""What the network knows of layers, statuses, modes and deliveries: data, each entry with its reason."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field, TypeAdapter

from dragoman.errors import CodebookError
from dragoman.model import Frozen, Layer, Status
from dragoman.schema import codebook
from dragoman.schema.entries import Label, Text
from dragoman.schema.load import checked
from dragoman.schema.located import read_located

FOLDER = Path(__file__).parent / "data"
Wanted = TypeVar("Wanted")
Key = TypeVar("Key", Layer, Status)
Share = Annotated[float, Field(ge=0.0, le=1.0)]


class LayerSetting(Frozen):
    """What a layer is to the questions: whether something passes along its ties, for how many years after its end a tie
    counts (0: until its end).
    """

    label: Label
    carries: bool
    recent: Annotated[int, Field(ge=0)]
    reason: Text


class StatusSetting(Frozen):
    """Whether a tie of this status stands under a leg or a delivery, and how likely it is there."""

    on_record: bool
    probability: Share
    reason: Text


class Idle(Frozen):
    """Modes of a type of tie in which nothing holds."""

    modes: tuple[str, ...]
    reason: Text


class Reasoned(Frozen):
    """A limit with its reason."""

    value: float
    reason: Text


class MeasureOf(Frozen):
    """A dataset that tells how much was delivered, and what a row of it is."""

    dataset: str
    rows: Text
    reason: Text


class Class(Frozen):
    """A class of concentration and its lowest index."""

    name: Literal["spread", "moderate", "high"]
    from_: Share = Field(alias="from")


class Deliveries(Frozen):
    """How deliveries are measured: see `data/deliveries.yaml`."""

    measures: tuple[MeasureOf, ...]
    unit: str
    layers: tuple[Layer, ...]
    layers_reason: Text
    unknown: str
    unknown_count: str
    unknown_reason: Text
    fewest: Reasoned
    classes: tuple[Class, ...]
    classes_reason: Text
    change: Reasoned

    def class_of(self, index: float) -> str:
        """The class that an index of concentration falls in."""
        return next(entry.name for entry in reversed(self.classes) if index >= entry.from_)


@cache
def layers() -> dict[Layer, LayerSetting]:
    """Every layer. Raises CodebookError with file and line, as all below."""
    return _complete("layers", TypeAdapter(dict[Layer, LayerSetting]), tuple(Layer))


@cache
def statuses() -> dict[Status, StatusSetting]:
    """Every status."""
    return _complete("statuses", TypeAdapter(dict[Status, StatusSetting]), tuple(Status))


@cache
def idle_modes() -> dict[str, tuple[str, ...]]:
    """The modes that do not hold, by type."""
    file = read_located(FOLDER / "modes.yaml")
    found = checked(file, TypeAdapter(dict[str, Idle]))
    for name, entry in found.items():
        for mode in entry.modes:
            if name not in codebook().types or mode not in codebook().types[name].modes:
                raise file.error(f"the codebook has no `{name}` with mode `{mode}`", (name, "modes"), "correct it")
    return {name: entry.modes for name, entry in found.items()}


@cache
def deliveries() -> Deliveries:
    """How deliveries are measured."""
    return read("deliveries", TypeAdapter(Deliveries))


def read(name: str, adapter: TypeAdapter[Wanted]) -> Wanted:
    """A data file of this room. Raises CodebookError with file and line."""
    return checked(read_located(FOLDER / f"{name}.yaml"), adapter)


def _complete(name: str, adapter: TypeAdapter[dict[Key, Wanted]], keys: tuple[Key, ...]) -> dict[Key, Wanted]:
    found = read(name, adapter)
    missing = [str(key) for key in keys if key not in found]
    if missing:
        where = str(FOLDER / f"{name}.yaml")
        raise CodebookError(f"no entry for {', '.join(missing)}", source=where, advice="add it with its reason")
    return found
