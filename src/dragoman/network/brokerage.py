"""What is told of brokers."""

from __future__ import annotations

from dragoman.model import Division, Frozen, Layer
from dragoman.network.nouns import Measured, Rested, Scope, Years


class RoleCounts(Frozen):
    """How many pairs of states without a tie of their own a state stands between, by group (Gould and Fernandez 1989).

    Where ties have no direction each pair counts twice, once each way.
    """

    coordinator: int
    consultant: int
    gatekeeper: int
    representative: int
    liaison: int


class Broker(Frozen):
    """A state in a layer and some years.

    `betweenness` and `constraint` are those of the ties that are sure; their `low` and `high` enclose the middle of the
    draws in which the uncertain ties are there or not. `share_between`: its share of the shortest ways between the two
    states that were asked about. The evidence of each are the ties of the state itself; the figure depends on all ties
    of the layer. `contacts` counts the states that it is tied to.
    """

    rank: int
    actor: str
    contacts: int
    betweenness: Measured
    constraint: Measured | None = None
    share_between: Measured | None = None
    roles: RoleCounts


class Brokerage(Frozen):
    """The brokers of a layer (of several together, where `layer` is None) in some years.

    `states` have a tie, `pairs` of them are tied for sure, `uncertain` ones only by ties that are not sure. `distance`
    is the least number of ties between the two states that were asked about, None where there is no way.
    """

    layer: Layer | None
    layers: tuple[Layer, ...]
    years: Years
    states: int
    pairs: int
    uncertain: int
    distance: int | None = None
    brokers: tuple[Broker, ...]
    rests_on: tuple[Rested, ...]


class Brokers(Frozen):
    """The answer: a table for each window and layer. `interval` is the share of the `draws` between low and high."""

    as_of: str
    between: tuple[str, str] | None
    division: Division
    draws: int
    interval: float
    seed: int
    tables: tuple[Brokerage, ...]
    scope: Scope
