"""What is told of the change that an event makes."""

from __future__ import annotations

from dragoman.model import Frozen, Layer
from dragoman.network.happenings import Happening
from dragoman.network.nouns import Cited, Measured, Scope


class NewReach(Frozen):
    """States that a party reaches in two steps that it did not reach before: a tie of `layer` from each of `states` to
    one of `through`, then the new tie. `before` counts those that it reached so already. The evidence are the ties of
    the first step.
    """

    party: str
    layer: Layer
    before: int
    states: tuple[str, ...]
    through: tuple[str, ...]
    evidence: tuple[str, ...]


class NewBridge(Frozen):
    """The broker stands newly between `other` and each of `beyond`, who have no tie of the happening's layer."""

    broker: str
    other: str
    beyond: tuple[str, ...]


class Moved(Frozen):
    """A measure of a party before and after; None where it has none. The intervals are those of `Measured`."""

    party: str
    before: Measured | None
    after: Measured | None


class Apart(Frozen):
    """The least number of ties between two parties in the layer of the happening, and in all layers along which
    something passes; None where there is no way. After it is 1 in its own layer.
    """

    a: str
    b: str
    in_layer: int | None
    in_all: int | None


class Comparable(Frozen):
    """An earlier happening of the same type, and what it opened: new states in two steps (each party and layer counts),
    new pairs that a party stands between. `first`: no tie of its layer was there between its parties.
    """

    key: str
    date: str
    parties: tuple[str, ...]
    reach: int
    bridges: int
    first: bool


class Change(Frozen):
    """What a happening changes, other things equal: the ties that stand on the day before, without and with its own.

    What tells of it again (ties of its layer between the same two within a month) is left out of before.

    `first`: no tie of its layer stood between any two of its parties; `tie_before` is the latest where one did.
    `reach_count` and `bridge_count` are compared with the median of `comparable`, which lies between the quartiles.
    `supply` is the concentration of each party's arms supply in the last window before, and with the happening, where
    it has a volume on record.
    """

    happening: Happening
    as_of: str
    first: bool
    tie_before: Cited | None = None
    reach: tuple[NewReach, ...] = ()
    bridges: tuple[NewBridge, ...] = ()
    distances: tuple[Apart, ...] = ()
    betweenness: tuple[Moved, ...] = ()
    constraint: tuple[Moved, ...] = ()
    supply: tuple[Moved, ...] = ()
    reach_count: Measured
    bridge_count: Measured
    comparable: tuple[Comparable, ...] = ()
    typical_reach: Measured | None = None
    typical_bridges: Measured | None = None
    scope: Scope
