"""What an event changes in the network: before, after, and against comparable ones before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice

import numpy as np

from dragoman.errors import NotInLedger
from dragoman.network.arrays import Flags, Floats, Ints
from dragoman.network.centrality import UNREACHED, betweenness, constraint, distances
from dragoman.network.changed import Apart, Change, Comparable, Moved, NewBridge, NewReach
from dragoman.network.columns import LAYERS
from dragoman.network.days import iso, year
from dragoman.network.happenings import Occurrence, date_of, earlier, happening, occurrence, rows_of, told_again
from dragoman.network.moved import supply_moved
from dragoman.network.network import Network
from dragoman.network.nouns import Cited, Measured, Years
from dragoman.network.projection import carrying
from dragoman.network.reach import Bridged, Opened, bridged, opened
from dragoman.network.scope import scope
from dragoman.network.snapshot import Snapshot, snapshot, with_rows

COMPARED = 10
"""Earlier happenings that one is compared with."""


def change(network: Network, key: str) -> Change:
    """What the event of this key changes, or the fact that a tie of this id tells of.

    Raises NotInLedger where nothing has the key, or what has it ties no two states on a day that is known.
    """
    rows = rows_of(network, key)
    if not len(rows):
        raise NotInLedger("no tie in the network comes from it", source=key, advice="name another event, or a tie")
    what = occurrence(network, rows)
    if what is None:
        advice = "only a dated tie between two states can be told in the network"
        raise NotInLedger("it ties no two states on a day that is known", source=key, advice=advice)
    return _Changed(network, key, what).told()


class _Changed:
    def __init__(self, network: Network, key: str, what: Occurrence) -> None:
        self.network = network
        self.key = key
        self.what = what
        self.day = what.day - 1
        self.before = snapshot(network, self.day, told_again(network, what))
        self.after = with_rows(network, self.before, what.rows)
        self.years = Years(first=year(self.day), last=year(self.day))

    def told(self) -> Change:
        """Everything."""
        what, network = self.what, self.network
        reach, bridges = list(opened(network, self.before, what)), list(bridged(network, self.before, what))
        compared = tuple(self._comparable())
        before = self._tie_before()
        return Change(
            happening=happening(network, self.key, what.rows),
            as_of=iso(self.day),
            first=before is None,
            tie_before=before,
            reach=tuple(self._reach(one) for one in reach),
            bridges=tuple(self._bridge(one) for one in bridges),
            distances=tuple(self._distances()),
            betweenness=self._moved("betweenness", betweenness),
            constraint=self._moved("constraint", constraint),
            supply=tuple(supply_moved(network, self._name(place), what) for place in what.parties),
            reach_count=self._count("new_reach", _reached(reach), "states"),
            bridge_count=self._count("new_bridges", _bridged(bridges), "pairs"),
            comparable=compared,
            typical_reach=self._typical("new_reach", [one.reach for one in compared], "states"),
            typical_bridges=self._typical("new_bridges", [one.bridges for one in compared], "pairs"),
            scope=scope(network, carrying()),
        )

    def _tie_before(self) -> Cited | None:
        """The latest tie of the layer that stood between two of the parties."""
        columns, rows = self.network.columns, self.before.rows
        rows = rows[columns.layer[rows] == LAYERS.index(self.what.layer)]
        among = np.isin(columns.source[rows], self.what.parties) & np.isin(columns.target[rows], self.what.parties)
        rows = rows[among]
        return self.network.cited(int(rows[np.lexsort((rows, columns.first[rows]))[-1]])) if len(rows) else None

    def _reach(self, one: Opened) -> NewReach:
        columns, rows = self.network.columns, self.before.rows
        rows = rows[columns.layer[rows] == LAYERS.index(one.layer)]
        source, target = columns.source[rows], columns.target[rows]
        forth = np.isin(source, one.new) & np.isin(target, one.through)
        back = ~columns.directed[rows] & np.isin(target, one.new) & np.isin(source, one.through)
        return NewReach(
            party=self._name(one.party),
            layer=one.layer,
            before=one.before,
            states=self._names(one.new),
            through=self._names(one.through),
            evidence=self.network.ids(rows[forth | back]),
        )

    def _bridge(self, one: Bridged) -> NewBridge:
        return NewBridge(broker=self._name(one.broker), other=self._name(one.other), beyond=self._names(one.beyond))

    def _distances(self) -> Iterator[Apart]:
        own = distances(self.before.of(self.what.layer))
        together: Flags = np.logical_or.reduce([self.before.of(layer) for layer in carrying()])
        everything = distances(together)
        for a, b in combinations(self.what.parties, 2):
            yield Apart(a=self._name(a), b=self._name(b), in_layer=_least(own, a, b), in_all=_least(everything, a, b))

    def _moved(self, name: str, measure: Callable[[Flags], Floats]) -> tuple[Moved, ...]:
        """A measure of the layer before and after, among the states that have a tie in it after."""
        after = self.after.of(self.what.layer)
        states = np.flatnonzero(after.any(axis=0) | after.any(axis=1))
        inside = np.ix_(states, states)
        was, now = measure(self.before.of(self.what.layer)[inside]), measure(after[inside])
        found = []
        for place in self.what.parties:
            at = int(np.searchsorted(states, place))
            both = (self._measured(name, place, was[at], self.before), self._measured(name, place, now[at], self.after))
            found.append(Moved(party=self._name(place), before=both[0], after=both[1]))
        return tuple(found)

    def _measured(self, name: str, place: int, value: float, stand: Snapshot) -> Measured | None:
        if np.isnan(value):
            return None
        columns, rows = self.network.columns, stand.rows
        rows = rows[columns.layer[rows] == LAYERS.index(self.what.layer)]
        rows = rows[(columns.source[rows] == place) | (columns.target[rows] == place)]
        return Measured(
            name=name,
            value=round(float(value), 6),
            unit="index",
            years=self.years,
            actors=(self._name(place),),
            layer=self.what.layer,
            evidence=self.network.ids(rows),
            datasets=self.network.datasets_of(rows),
        )

    def _comparable(self) -> Iterator[Comparable]:
        for one in islice(earlier(self.network, self.what), COMPARED):
            stood = snapshot(self.network, one.day - 1, told_again(self.network, one))
            among = np.ix_(one.parties, one.parties)
            yield Comparable(
                key=_key(self.network, one),
                date=date_of(one),
                parties=self._names(one.parties),
                reach=_reached(opened(self.network, stood, one)),
                bridges=_bridged(bridged(self.network, stood, one)),
                first=not stood.of(one.layer)[among].any(),
            )

    def _count(self, name: str, value: float, unit: str) -> Measured:
        rows = self.what.rows
        return Measured(
            name=name,
            value=value,
            unit=unit,
            years=self.years,
            actors=self._names(self.what.parties),
            evidence=self.network.ids(rows),
            datasets=self.network.datasets_of(rows),
        )

    def _typical(self, name: str, values: Sequence[int], unit: str) -> Measured | None:
        """The median of the comparable happenings between the quartiles."""
        if not values:
            return None
        low, middle, high = (float(value) for value in np.quantile(values, (0.25, 0.5, 0.75)))
        return self._count(name, middle, unit).model_copy(update={"low": low, "high": high, "evidence": ()})

    def _name(self, place: int) -> str:
        return self.network.columns.actors[place]

    def _names(self, places: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.network.columns.actors[place] for place in places)


def _reached(found: Iterable[Opened]) -> int:
    return sum(len(one.new) for one in found)


def _bridged(found: Iterable[Bridged]) -> int:
    return sum(len(one.beyond) for one in found)


def _least(lengths: Ints, a: int, b: int) -> int | None:
    found = [int(lengths[pair]) for pair in ((a, b), (b, a)) if lengths[pair] != UNREACHED]
    return min(found, default=None)


def _key(network: Network, what: Occurrence) -> str:
    row = int(what.rows[0])
    return network.columns.event.at(row) or network.ids(what.rows[:1])[0]
