"""The network: ties as columns, found by who takes part, with the datasets that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pyarrow.compute as pc

from dragoman.actors import former_states, states
from dragoman.datasets import entries
from dragoman.model import Dataset, Layer, Measure, Status, Tie
from dragoman.network.arrays import Flags, Ints, distinct
from dragoman.network.columns import LAYERS, STATUSES, Columns
from dragoman.network.days import NEVER
from dragoman.network.joining import joined
from dragoman.network.nouns import Cited
from dragoman.network.rows import of_ties
from dragoman.network.settings import layers as layer_settings
from dragoman.network.settings import statuses

DAYS = 365.25
"""Of a year, on average."""
NOBODY: Ints = np.zeros(0, np.int64)
ON_RECORD = tuple(place for place, status in enumerate(STATUSES) if statuses()[status].on_record)

SURE = tuple(place for place, status in enumerate(STATUSES) if statuses()[status].probability == 1.0)


@dataclass(frozen=True, eq=False)
class Network:
    """Ties that can be asked for by actor. `rows` are places in the columns.

    `measures` are those that belong to deliveries; `only` names, for a dataset that is an excerpt, the actors that it
    is cut to.
    """

    columns: Columns
    datasets: Mapping[str, Dataset] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, ties: Iterable[Tie], datasets: Iterable[Dataset] = (), measures: Iterable[Measure] = ()) -> Network:
        """The network of ties that are at hand."""
        return cls(of_ties(ties), {dataset.name: dataset for dataset in datasets}, tuple(measures))

    def beside(self, more: Columns) -> Network:
        """The network as it would be with some more ties. No tie and no thing of theirs may be in it."""
        return replace(self, columns=joined(self.columns, more))

    @cached_property
    def on_record(self) -> Flags:
        """The rows that can stand under a leg: they have a date, hold by their mode, and are no mere claim."""
        columns = self.columns
        known = columns.start.codes >= 0
        flags: Flags = columns.holds & known & np.isin(columns.status, ON_RECORD)
        return flags

    @cached_property
    def sure(self) -> Flags:
        """The rows of what has happened or goes on."""
        flags: Flags = self.on_record & np.isin(self.columns.status, SURE)
        return flags

    @cached_property
    def among_states(self) -> Flags:
        """The rows between two different states."""
        source, target = self.columns.source, self.columns.target
        flags: Flags = self.states[source] & self.states[target] & (source != target)
        return flags

    @cached_property
    def counts_until(self) -> Ints:
        """The last day on which each row counts: that of its end, and for as long after it as the layer says."""
        after = np.array([round(layer_settings()[layer].recent * DAYS) for layer in LAYERS], np.int64)
        last = self.columns.last.astype(np.int64)
        return np.where(last == NEVER, NEVER, last + after[self.columns.layer])

    @cached_property
    def produced(self) -> Flags:
        """The rows of what is made in the state that gets it."""
        flags: Flags = self.columns.layer == LAYERS.index(Layer.licensed_production)
        return flags

    def place(self, actor: str) -> int:
        """The place of an actor in `columns.actors`, -1 for one that has no tie."""
        return self._places.get(actor, -1)

    def row(self, key: str) -> int | None:
        """The row of the tie with this id, None where there is none."""
        place = int(pc.index(self.columns.id, key).as_py())
        return None if place < 0 else place

    def out(self, actor: str) -> Ints:
        """The rows in which the actor acts, sorted; of a tie without direction each of the two does."""
        place = self.place(actor)
        return NOBODY if place < 0 else self._out.of(place)

    def into(self, actor: str) -> Ints:
        """The rows in which the actor is acted upon, sorted; of a tie without direction each of the two is."""
        place = self.place(actor)
        return NOBODY if place < 0 else self._into.of(place)

    def received(self, actor: str) -> Ints:
        """The rows that lead to the actor and have a direction."""
        rows = self.into(actor)
        found: Ints = rows[self.columns.directed[rows]]
        return found

    def of_actor(self, actor: str) -> Ints:
        """The rows that the actor takes part in, sorted."""
        return distinct(np.concatenate([self.out(actor), self.received(actor)]))

    def between(self, a: str, b: str) -> Ints:
        """The rows between two actors, whatever their direction."""
        rows, other = self.of_actor(a), self.place(b)
        found: Ints = rows[(self.columns.source[rows] == other) | (self.columns.target[rows] == other)]
        return found

    def ways(self, source: str, target: str) -> Ints:
        """The rows that lead from one actor to another; of a tie without direction both ways."""
        out, into = self.out(source), self.into(target)
        rows, other = (out, target) if len(out) <= len(into) else (into, source)
        ends = self.other_end(rows, source if rows is out else target)
        found: Ints = rows[ends == self.place(other)]
        return found

    def other_end(self, rows: Ints, actor: str) -> Ints:
        """The places of those whom the rows of `actor` tie it to."""
        source, target = self.columns.source[rows], self.columns.target[rows]
        ends: Ints = np.where(source == self.place(actor), target, source)
        return ends

    def in_layers(self, rows: Ints, layers: Iterable[Layer]) -> Ints:
        """Those of the rows that are in one of the layers."""
        found: Ints = rows[layer_flags(layers)[self.columns.layer[rows]]]
        return found

    def ids(self, rows: Ints) -> tuple[str, ...]:
        """The ids of the ties of rows."""
        return tuple(self.columns.id.take(rows).to_pylist())

    def datasets_of(self, rows: Ints) -> tuple[str, ...]:
        """The names of the datasets that the rows come from, sorted."""
        codes = np.flatnonzero(np.bincount(self.columns.dataset.codes[rows]))
        return tuple(sorted(self.columns.dataset.names[code] for code in codes))

    def recording(self, layers: Iterable[Layer]) -> tuple[str, ...]:
        """The names of the datasets that record ties of one of the layers, sorted, whether or not they have any."""
        asked = set(layers)
        return tuple(sorted({reach.dataset for reach in self.reach if reach.layer in asked}))

    def cited(self, row: int) -> Cited:
        """The tie of a row as a result cites it."""
        columns = self.columns
        weight = float(columns.weight[row])
        return Cited(
            id=columns.id[int(row)].as_py(),
            dataset=columns.dataset.at(row) or "",
            layer=LAYERS[columns.layer[row]],
            type=columns.type.at(row),
            mode=columns.mode.at(row),
            source=columns.actors[columns.source[row]],
            target=columns.actors[columns.target[row]],
            directed=bool(columns.directed[row]),
            start=columns.start.at(row),
            end=columns.end.at(row),
            status=self.status(row),
            weight=None if np.isnan(weight) else weight,
            unit=columns.unit.at(row),
            subject=columns.subject.at(row),
            others=columns.others.get(int(row), ()),
            event=columns.event.at(row),
            comment=columns.comment.get(int(row)),
        )

    def ends(self, row: int) -> tuple[str, str]:
        """Source and target of the tie of a row."""
        return self.columns.actors[self.columns.source[row]], self.columns.actors[self.columns.target[row]]

    def status(self, row: int) -> Status:
        """The status of the tie of a row."""
        return STATUSES[int(self.columns.status[row])]

    @cached_property
    def reach(self) -> tuple[Reach, ...]:
        """How far each dataset reaches in each layer that it records, also where it has no tie."""
        columns = self.columns
        sets = max(len(columns.dataset.names), 1)
        pairs, which, counts = np.unique(
            columns.layer.astype(np.int64) * sets + columns.dataset.codes, return_inverse=True, return_counts=True
        )
        dated = columns.first != NEVER
        first, last = np.full(len(pairs), NEVER), np.zeros(len(pairs), np.int64)
        np.minimum.at(first, which[dated], columns.first[dated])
        np.maximum.at(last, which[dated], columns.first[dated])
        undated = np.bincount(which[~dated], minlength=len(pairs))
        found = [
            Reach(LAYERS[pair // sets], columns.dataset.names[pair % sets], count, bare, (begin, end) if end else None)
            for pair, count, bare, begin, end in zip(
                pairs.tolist(), counts.tolist(), undated.tolist(), first.tolist(), last.tolist(), strict=True
            )
        ]
        having = {(reach.layer, reach.dataset) for reach in found}
        known = ((layer, name) for name in sorted(self.datasets) for layer in declared(name))
        return (*found, *(Reach(layer, name, 0, 0, None) for layer, name in known if (layer, name) not in having))

    def of_layers(self, layers: Iterable[Layer]) -> Ints:
        """The rows of some layers, sorted."""
        places = sorted({LAYERS.index(layer) for layer in layers})
        parts = [self._layers.of(place) for place in places]
        return np.sort(np.concatenate(parts)) if len(parts) > 1 else parts[0] if parts else NOBODY

    @cached_property
    def with_others(self) -> Ints:
        """The rows that name third actors."""
        return np.array(sorted(self.columns.others), np.int64)

    @cached_property
    def states(self) -> Flags:
        """Which of the actors are states, or were: an organisation does not stand between states as a state does."""
        return np.array([is_state(actor) for actor in self.columns.actors], np.bool_)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {actor: place for place, actor in enumerate(self.columns.actors)}

    @cached_property
    def _layers(self) -> _Index:
        layer = self.columns.layer
        return _index(layer, layer, np.zeros(len(layer), np.bool_), len(LAYERS))

    @cached_property
    def _out(self) -> _Index:
        columns = self.columns
        return _index(columns.source, columns.target, ~columns.directed, len(columns.actors))

    @cached_property
    def _into(self) -> _Index:
        columns = self.columns
        return _index(columns.target, columns.source, ~columns.directed, len(columns.actors))


@dataclass(slots=True, frozen=True)
class Reach:
    """The ties of a dataset in a layer: how many, how many of them without a date, and the first and last day on which
    one begins (as ordinals).
    """

    layer: Layer
    dataset: str
    ties: int
    undated: int
    span: tuple[int, int] | None


@dataclass(slots=True, frozen=True)
class _Index:
    """The rows of each actor, or layer: `order[begins[place] : begins[place + 1]]`."""

    order: Ints
    begins: Ints

    def of(self, place: int) -> Ints:
        return self.order[self.begins[place] : self.begins[place + 1]]


def is_state(actor: str) -> bool:
    """Whether an actor is a state, or was one."""
    return actor in states() or actor in former_states()


def layer_flags(layers: Iterable[Layer]) -> Flags:
    """Which of LAYERS are meant: looked up by the code of a row's layer, it is ten times as fast as `np.isin`."""
    flags = np.zeros(len(LAYERS), np.bool_)
    flags[[LAYERS.index(layer) for layer in layers]] = True
    return flags


def declared(dataset: str) -> tuple[Layer, ...]:
    """The layers that a dataset records by its entry; none where this version of Dragoman does not know it."""
    known = entries().get(dataset)
    return tuple(Layer(name) for name in known.layers) if known else ()


def _index(ends: Ints, other: Ints, both: Flags, count: int) -> _Index:
    """The rows of each actor that stands at one end, or at the other where a tie counts `both` ways."""
    back = np.flatnonzero(both & (ends != other))
    rows = np.concatenate([np.arange(len(ends)), back]).astype(np.int32)
    places = np.concatenate([ends, other[back]])
    order = np.lexsort((rows, places))
    return _Index(rows[order], np.concatenate([[0], np.cumsum(np.bincount(places, minlength=count))]))
