"""The search for indirect paths: all ways in time order at once, by arrays over the actors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.network.arcs import Arcs, arcs, fitting, of_layers
from dragoman.network.arrays import Flags, Ints
from dragoman.network.days import NEVER
from dragoman.network.legs import Question
from dragoman.network.network import Network
from dragoman.network.rules import LegKind, NeedRule, path_rules


@dataclass(slots=True, frozen=True)
class Found:
    """Sequences of intermediaries, as places of actors in the columns of `middles`, one sequence a row. `unmet` counts
    the essential needs that the record does not show, `latest` is the day on which the last leg last began.
    """

    middles: Ints
    unmet: Ints
    latest: Ints


def search(question: Question, intermediaries: int) -> Found:
    """The sequences of so many intermediaries (1 or 2) along which something can have passed by the day that is asked.

    Raises ValueError for any other number.
    """
    if intermediaries not in (1, 2):
        raise ValueError(f"{intermediaries} intermediaries")
    made = _Search(question, intermediaries)
    return made.one() if intermediaries == 1 else made.two()


class _Search:
    def __init__(self, question: Question, intermediaries: int) -> None:
        self.question = question
        self.network = network = question.network
        self.count = len(network.columns.actors)
        self.ends = (network.place(question.origin), network.place(question.beneficiary))
        self.between = self._may_stand_between()
        own = network.out(question.origin) if intermediaries == 1 else np.arange(len(network.columns), dtype=np.int64)
        self.obtain = self._arcs(own, LegKind.obtain)
        self.pass_on = self._arcs(network.into(question.beneficiary), LegKind.pass_on)
        first = self.obtain.where((self.obtain.tails == self.ends[0]) & self.between[self.obtain.heads])
        self.first = first
        self.last = self.pass_on.where((self.pass_on.heads == self.ends[1]) & self.between[self.pass_on.tails])
        self.arrival = self._least(first.heads, network.columns.first[first.rows])
        """The first day on which each actor can hold the thing straight from the origin."""

    def one(self) -> Found:
        """Through one intermediary."""
        columns = self.network.columns
        last = self.last.where(columns.last[self.last.rows] >= self.arrival[self.last.tails])
        due = self._greatest(last.tails, columns.last[last.rows])
        first = self.first.where(columns.first[self.first.rows] <= due[self.first.heads])
        reached = np.flatnonzero((self.arrival < NEVER) & (due > 0))
        obtained = self._met(LegKind.obtain, first, first.heads)
        passed = self._met(LegKind.pass_on, last, last.tails)
        latest = self._greatest(last.tails, columns.first[last.rows])
        needs = (*((rule, marks[reached]) for rule, marks in (*obtained, *passed)),)
        return self._found(reached[:, None], needs, latest[reached])

    def two(self) -> Found:
        """Through two intermediaries, one after the other."""
        columns = self.network.columns
        n = self.count
        middle = self.obtain.where(self.between[self.obtain.tails] & self.between[self.obtain.heads])
        latest = self._greatest(self.last.tails, columns.last[self.last.rows])
        first_day, last_day = columns.first[middle.rows], columns.last[middle.rows]
        middle = middle.where((last_day >= self.arrival[middle.tails]) & (first_day <= latest[middle.heads]))
        pairs = middle.tails.astype(np.int64) * n + middle.heads
        arrived = np.full(n * n, NEVER, np.int64)
        at_head = np.maximum(self.arrival[middle.tails], columns.first[middle.rows])
        np.minimum.at(arrived, pairs, at_head)
        due = np.zeros(n * n, np.int64)
        np.maximum.at(due, pairs, np.minimum(columns.last[middle.rows], latest[middle.heads]))
        heads = np.tile(np.arange(n), n)
        reached = np.flatnonzero((arrived < NEVER) & (latest[heads] >= arrived))
        return self._found(
            np.stack([reached // n, reached % n], axis=1),
            (
                *self._first_met(reached, due),
                *self._middle_met(reached, middle, pairs),
                *self._last_met(reached, arrived),
            ),
            self._greatest(self.last.tails, columns.first[self.last.rows])[reached % n],
        )

    def _first_met(self, reached: Ints, due: Ints) -> list[tuple[NeedRule, Flags]]:
        """The needs of the first leg: a tie that has begun while the thing could still get on."""
        columns = self.network.columns
        found = []
        for rule, flags in self._flags(LegKind.obtain, self.first):
            fits = self.first.where(flags)
            earliest = self._least(fits.heads, columns.first[fits.rows])
            found.append((rule, earliest[reached // self.count] <= due[reached]))
        return found

    def _middle_met(self, reached: Ints, middle: Arcs, pairs: Ints) -> list[tuple[NeedRule, Flags]]:
        """The needs of the leg between the intermediaries."""
        found = []
        for rule, flags in self._flags(LegKind.obtain, middle):
            marks = np.zeros(self.count**2, np.bool_)
            marks[pairs[flags]] = True
            found.append((rule, marks[reached]))
        return found

    def _last_met(self, reached: Ints, arrived: Ints) -> list[tuple[NeedRule, Flags]]:
        """The needs of the last leg: a tie that has not ended when the thing has come."""
        columns = self.network.columns
        found = []
        for rule, flags in self._flags(LegKind.pass_on, self.last):
            fits = self.last.where(flags)
            still = self._greatest(fits.tails, columns.last[fits.rows])
            found.append((rule, still[reached % self.count] >= arrived[reached]))
        return found

    def _met(self, kind: LegKind, leg: Arcs, places: Ints) -> list[tuple[NeedRule, Flags]]:
        found = []
        for rule, flags in self._flags(kind, leg):
            marks = np.zeros(self.count, np.bool_)
            marks[places[flags]] = True
            found.append((rule, marks))
        return found

    def _flags(self, kind: LegKind, leg: Arcs) -> list[tuple[NeedRule, Flags]]:
        """For each essential need of such a leg, which of its arcs meet it."""
        rules = (rule for rule in path_rules().of_leg(self.question.what, kind) if rule.essential)
        return [(rule, fitting(self.network, leg.rows, rule.ties)) for rule in rules]

    def _found(self, middles: Ints, needs: tuple[tuple[NeedRule, Flags], ...], latest: Ints) -> Found:
        """Of needs with the same choice in the same leg one is enough."""
        groups: dict[str, Flags] = {}
        for number, (rule, marks) in enumerate(needs):
            key = rule.choice or f"{rule.name} {number}"
            groups[key] = groups[key] | marks if key in groups else marks
        unmet = np.zeros(len(middles), np.int64)
        for marks in groups.values():
            unmet += ~marks
        return Found(middles, unmet, latest)

    def _arcs(self, rows: Ints, kind: LegKind) -> Arcs:
        network = self.network
        passing = path_rules().what[self.question.what]
        rows = rows[network.on_record[rows] & (network.columns.first[rows] <= self.question.on)]
        layers = passing.obtain if kind is LegKind.obtain else passing.pass_on
        return arcs(network, rows[fitting(network, rows, of_layers(layers))])

    def _may_stand_between(self) -> Flags:
        marks = self.network.states.copy()
        marks[[place for place in self.ends if place >= 0]] = False
        return marks

    def _least(self, places: Ints, days: Ints) -> Ints:
        found = np.full(self.count, NEVER, np.int64)
        np.minimum.at(found, places, days)
        return found

    def _greatest(self, places: Ints, days: Ints) -> Ints:
        found = np.zeros(self.count, np.int64)
        np.maximum.at(found, places, days)
        return found


def names(network: Network, middles: Ints) -> list[tuple[str, ...]]:
    """The intermediaries of each sequence."""
    actors = network.columns.actors
    return [tuple(actors[place] for place in row) for row in middles.tolist()]
