"""Who stands between others: betweenness, constraint and roles, layer by layer and over time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise

import numpy as np
from pydantic import TypeAdapter

from dragoman.model import Division, Layer
from dragoman.network.arrays import Flags, Floats, Ints, distinct
from dragoman.network.brokerage import Broker, Brokerage, Brokers, RoleCounts
from dragoman.network.centrality import UNREACHED, betweenness, constraint, distances, shares_between
from dragoman.network.days import final_day, iso, span
from dragoman.network.draws import Measure, Spread, spread
from dragoman.network.groups import group_numbers
from dragoman.network.legs import rested
from dragoman.network.network import Network
from dragoman.network.nouns import Measured, Years
from dragoman.network.projection import Projection, carrying, projection
from dragoman.network.roles import roles
from dragoman.network.scope import scope
from dragoman.network.settings import Reasoned, read

LIMIT = 10
SEED = 20241030
"""The seed of the draws where none is given, so that the same question has the same answer."""


def defaults() -> dict[str, Reasoned]:
    """How brokerage is measured where the question does not say: `data/brokerage.yaml`."""
    return read("brokerage", TypeAdapter(dict[str, Reasoned]))


def brokers(
    network: Network,
    *,
    as_of: str,
    windows: Sequence[Years] = (),
    layers: Iterable[Layer] = (),
    between: tuple[str, str] | None = None,
    division: Division = Division.blocs,
    actors: Sequence[str] = (),
    limit: int = LIMIT,
    draws: int | None = None,
    seed: int = SEED,
) -> Brokers:
    """The brokers of each layer (of every one along which something passes, and of all together, if none is named).

    Without windows those of the last years before `as_of`. With `between` the states are ranked by their share of the
    shortest ways between these two; with `actors` only these are told.
    """
    setting = defaults()
    day = final_day(as_of)
    last = int(iso(day)[:4])
    spans = tuple(windows) or (Years(first=last - int(setting["window"].value) + 1, last=last),)
    asked = tuple(layers) or carrying()
    parts: list[tuple[Layer, ...]] = [(layer,) for layer in asked]
    if len(asked) > 1:
        parts.insert(0, asked)
    count = int(setting["draws"].value) if draws is None else draws
    interval = setting["interval"].value
    drawn = partial(spread, draws=count, interval=interval, seed=seed)
    made = _Asked(network, day, between, division, tuple(actors), limit, drawn)
    tables = (_table(made, part, years) for years in spans for part in parts)
    return Brokers(
        as_of=iso(day),
        between=between,
        division=division,
        draws=count,
        interval=interval,
        seed=seed,
        tables=tuple(table for table in tables if table.states),
        scope=scope(network, asked),
    )


@dataclass(slots=True, frozen=True)
class _Asked:
    """The question beside layers and years. `spread` gives the intervals of measures from draws."""

    network: Network
    day: int
    between: tuple[str, str] | None
    division: Division
    actors: tuple[str, ...]
    limit: int
    spread: Callable[[Projection, Mapping[str, Measure], Mapping[str, Floats]], dict[str, Spread]]


def _table(asked: _Asked, layers: tuple[Layer, ...], years: Years) -> Brokerage:
    """The brokers of the ties of these layers that held in these years."""
    first, last = span(years.first, years.last)
    graph = projection(asked.network, layers, first, min(last, asked.day))
    table = _Table(asked, graph, layers, years)
    matrix, either = graph.sure, graph.with_arcs(np.ones(len(graph.tails), np.bool_))
    tied = matrix | matrix.T
    return Brokerage(
        layer=layers[0] if len(layers) == 1 else None,
        layers=layers,
        years=years,
        states=len(graph.states),
        pairs=int(tied.sum()) // 2,
        uncertain=int(((either | either.T) & ~tied).sum()) // 2,
        distance=table.distance(),
        brokers=tuple(table.brokers()),
        rests_on=rested(asked.network, distinct(graph.arcs.rows)),
    )


class _Table:
    """One graph, measured."""

    def __init__(self, asked: _Asked, graph: Projection, layers: tuple[Layer, ...], years: Years) -> None:
        self.asked = asked
        self.graph = graph
        self.layer = layers[0] if len(layers) == 1 else None
        self.years = years
        self.names = tuple(asked.network.columns.actors[place] for place in graph.states)
        ends = tuple(self.names.index(end) for end in asked.between or () if end in self.names)
        self.ends = ends if len(ends) == 2 else None

    def distance(self) -> int | None:
        """The least number of ties between the two that were asked about, in either direction."""
        if self.ends is None:
            return None
        lengths = distances(self.graph.sure)
        found = [int(lengths[a, b]) for a, b in (self.ends, self.ends[::-1]) if lengths[a, b] != UNREACHED]
        return min(found, default=None)

    def brokers(self) -> Iterator[Broker]:
        """Those who are told, the first first."""
        if self.asked.between and self.ends is None:
            return
        matrix = self.graph.sure
        measures: dict[str, Measure] = {"betweenness": betweenness, "constraint": constraint}
        if self.ends:
            measures["share_between"] = self._share
        values = {name: measure(matrix) for name, measure in measures.items()}
        score = values["share_between" if self.ends else "betweenness"]
        order = np.lexsort((np.arange(len(score)), -score))
        chosen = self._chosen(order, score)
        if not chosen:
            return
        spreads = self.asked.spread(self.graph, measures, values)
        groups = group_numbers(self.asked.division, self.names, f"{self.years.last}-12-31")
        counts = roles(matrix, groups)
        for (rank, place), plain in zip(chosen, self._resting([place for _, place in chosen]), strict=True):
            told = {name: _measured(plain, name, place, values[name], spreads[name]) for name in measures}
            yield Broker(
                rank=rank,
                actor=self.names[place],
                contacts=int((matrix[place] | matrix[:, place]).sum()),
                roles=RoleCounts(**{name: int(getattr(counts, name)[place]) for name in RoleCounts.model_fields}),
                **told,
            )

    def _chosen(self, order: Ints, score: Floats) -> list[tuple[int, int]]:
        """Rank and place of those who are told: the states asked for, else the first who stand between anybody."""
        ranked = list(enumerate(order.tolist(), 1))
        if self.asked.actors:
            return [(rank, place) for rank, place in ranked if self.names[place] in self.asked.actors]
        return [(rank, place) for rank, place in ranked if score[place] > 0.0][: self.asked.limit]

    def _share(self, matrix: Flags) -> Floats:
        """The share of the shortest ways between the two, of both directions where there are ways in both."""
        a, b = self.ends or (0, 0)
        both = [shares_between(matrix, *ends) for ends in ((a, b), (b, a))]
        ways = [found for found in both if found.any()]
        return np.mean(ways, axis=0) if ways else np.zeros(len(matrix))

    @cached_property
    def _rows(self) -> list[Ints]:
        """The rows of each state."""
        graph = self.graph
        # A sort of so few different numbers goes by their bits, many times as fast, where they are short ones.
        ends = np.concatenate([graph.tails, graph.heads]).astype(np.min_scalar_type(len(self.names)))
        rows = np.concatenate([graph.arcs.rows, graph.arcs.rows])[np.argsort(ends, kind="stable")]
        return np.split(rows, np.cumsum(np.bincount(ends, minlength=len(self.names)))[:-1])

    def _resting(self, places: Sequence[int]) -> Iterator[Measured]:
        """For each of the states a measure without a value, which has all that its measures have in common."""
        rows = [distinct(self._rows[place]) for place in places]
        ids = self.asked.network.ids(np.concatenate(rows))
        begins = np.cumsum([0, *map(len, rows)]).tolist()
        for place, own, (begin, end) in zip(places, rows, pairwise(begins), strict=True):
            yield Measured(
                name="",
                value=0.0,
                unit="index",
                years=self.years,
                actors=(self.names[place],),
                layer=self.layer,
                evidence=ids[begin:end],
                datasets=self.asked.network.datasets_of(own),
            )


def _measured(plain: Measured, name: str, place: int, values: Floats, spread: Spread) -> Measured | None:
    if np.isnan(values[place]):
        return None
    low, high = spread.low[place], spread.high[place]
    told = {
        "name": name,
        "value": round(float(values[place]), 6),
        "unit": "share" if name == "share_between" else "index",
        "low": None if np.isnan(low) else round(float(low), 6),
        "high": None if np.isnan(high) else round(float(high), 6),
    }
    return plain.model_copy(update=told)
