"""What passes along indirect paths and what their legs need: `data/paths.yaml`."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from dragoman.model import Frozen, Layer, What
from dragoman.network.settings import read
from dragoman.schema.entries import Label, Text

End = Literal["origin", "holder", "next", "beneficiary"]


class LegKind(StrEnum):
    """The part of a leg: to an intermediary, or from the last one to the beneficiary."""

    obtain = "obtain"
    pass_on = "pass_on"


class Shape(StrEnum):
    """How a tie tells that a thing has passed through an intermediary."""

    inside = "inside"
    through = "through"
    of_origin = "of_origin"
    re_export = "re_export"


class Ties(Frozen):
    """Ties of a layer, with any mode or one of these."""

    layer: Layer
    modes: tuple[str, ...] = ()


class NeedRule(Frozen):
    """What a leg has to have: see the head of the file."""

    name: str
    what: tuple[What, ...]
    leg: LegKind
    label: Label
    ties: tuple[Ties, ...] = ()
    bars: tuple[Ties, ...] = ()
    from_: Annotated[End, Field(alias="from")] = "holder"
    to: End = "next"
    nowhere: Text | None = None
    essential: bool = False
    choice: str | None = None
    reason: Text

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers that could show it."""
        return tuple(dict.fromkeys(ties.layer for ties in (*self.ties, *self.bars)))


class Passing(Frozen):
    """The layers of the legs of a path, each with its reason."""

    label: Label
    obtain: dict[Layer, Text]
    pass_on: dict[Layer, Text]


class ItemRule(Frozen):
    """A way in which ties tell of a thing that has passed: the roles of the third actors that they name."""

    roles: tuple[Literal["intermediary", "origin"], ...]
    label: Label
    reason: Text


class ReExports(Frozen):
    """Where re-exports are looked for."""

    datasets: tuple[str, ...]
    layers: tuple[Layer, ...]
    kinds: tuple[str, ...]
    reason: Text


class PathRules(Frozen):
    """The whole file."""

    what: dict[What, Passing]
    needs: tuple[NeedRule, ...]
    items: dict[Shape, ItemRule]
    re_exports: ReExports

    def of_leg(self, what: What, leg: LegKind) -> tuple[NeedRule, ...]:
        """The needs of a leg, in the order of the file."""
        return tuple(need for need in self.needs if what in need.what and need.leg is leg)

    def layers(self, what: What) -> tuple[Layer, ...]:
        """Every layer that a path of this kind asks about."""
        passing = self.what[what]
        asked = [layer for need in self.needs if what in need.what for layer in need.layers]
        return tuple(dict.fromkeys((*passing.obtain, *passing.pass_on, *asked)))


@cache
def path_rules() -> PathRules:
    """The rules. Raises CodebookError with file and line."""
    return read("paths", TypeAdapter(PathRules))
