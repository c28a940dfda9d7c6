"""A leg of a path: the ties that it rests on in the order of time, what it needs, what of it is on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from dragoman.model import Frozen, Layer, Status, What
from dragoman.network.arcs import fitting, of_layers
from dragoman.network.arrays import Ints
from dragoman.network.bars import bars
from dragoman.network.columns import LAYERS
from dragoman.network.days import NEVER, year
from dragoman.network.network import Network
from dragoman.network.nouns import Cited, Rested, Years
from dragoman.network.rules import End, LegKind, NeedRule, path_rules

SHOWN = 5
"""Ties that a leg cites whole; all of them are named in its evidence."""


class Outcome(StrEnum):
    """What the record says to a need. `missing`: a dataset of the ledger could have shown it and does not; `unknown`:
    no dataset of the ledger records such things; `against`: what is on record speaks against it.
    """

    met = "met"
    missing = "missing"
    against = "against"
    unknown = "unknown"


class Need(Frozen):
    """A need of a leg and what the record says to it. `evidence` are ids of ties, `asked` the datasets that record such
    ties. `why` says why no dataset could tell, where that is so.
    """

    name: str
    outcome: Outcome
    essential: bool
    choice: str | None = None
    layers: tuple[Layer, ...] = ()
    between: tuple[str, str]
    evidence: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    why: str | None = None


class Leg(Frozen):
    """One step of a path. `years` run from the first to the last year in which a tie of it begins; `status` is the best
    that one of its ties has; `cited` are the latest of them. No evidence: the leg is not on record.
    """

    source: str
    target: str
    kind: LegKind
    status: Status | None = None
    years: Years | None = None
    rests_on: tuple[Rested, ...] = ()
    evidence: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    datasets: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()


@dataclass(slots=True, frozen=True)
class Question:
    """What is asked: what passes from an origin to a beneficiary, by the record of a day (an ordinal)."""

    network: Network
    what: What
    origin: str
    beneficiary: str
    on: int
    known_bars: dict[tuple[str, str, str], Ints] = field(default_factory=dict)
    """What was found before: the same bar stands against many paths."""

    def bars(self, rule: NeedRule, by: str, against: str) -> Ints:
        """The rows of bars of one on another that are in force on the day."""
        key = (rule.name, by, against)
        if key not in self.known_bars:
            self.known_bars[key] = bars(self.network, by, against, rule.bars, self.on)
        return self.known_bars[key]

    def rows(self, source: str, target: str, kind: LegKind) -> Ints:
        """The rows of a leg that began by the day, whatever the order of time."""
        network = self.network
        passing = path_rules().what[self.what]
        layers = passing.obtain if kind is LegKind.obtain else passing.pass_on
        rows = network.ways(source, target)
        rows = rows[network.on_record[rows] & (network.columns.first[rows] <= self.on)]
        found: Ints = rows[fitting(network, rows, of_layers(layers))]
        return found


class Order(StrEnum):
    """Whether the legs can follow each other in time. `open`: dates are cut so far that it cannot be told; `backwards`:
    a leg had ended before the one before it began.
    """

    certain = "certain"
    open = "open"
    backwards = "backwards"


def in_order(question: Question, nodes: Sequence[str]) -> tuple[list[Ints], Order]:
    """The rows of each leg of a sequence that can stand in a path that never runs backwards in time, and the order.

    A row stands in one if it has not ended before the thing can have reached its tail, and has begun by the time from
    which the thing can still get on from its head. A leg without rows breaks the path and sets no time; where all legs
    have rows but no such path is left, the rows are those of all times.
    """
    kinds = [LegKind.obtain] * (len(nodes) - 2) + [LegKind.pass_on]
    all_times = [question.rows(a, b, kind) for a, b, kind in zip(nodes, nodes[1:], kinds, strict=False)]
    found = _backward(question, _forward(question, all_times))
    if any(len(rows) and not len(kept) for rows, kept in zip(all_times, found, strict=True)):
        return all_times, Order.backwards
    return found, Order.certain if _certain(question, found) else Order.open


def _forward(question: Question, legs: Sequence[Ints]) -> list[Ints]:
    """The rows that have not ended before the thing can have reached their tail."""
    columns = question.network.columns
    found: list[Ints] = []
    arrival = 0
    for rows in legs:
        kept = rows[columns.last[rows] >= arrival]
        if len(rows):
            arrival = max(arrival, int(columns.first[kept].min(initial=NEVER)))
        found.append(kept)
    return found


def _backward(question: Question, legs: Sequence[Ints]) -> list[Ints]:
    """The rows that have begun by the time from which the thing can still get on from their head."""
    columns = question.network.columns
    found: list[Ints] = []
    due = NEVER
    for rows in reversed(legs):
        kept = rows[columns.first[rows] <= due]
        due = min(due, int(columns.last[kept].max(initial=0))) if len(kept) else due
        found.append(kept)
    return found[::-1]


def _certain(question: Question, legs: Sequence[Ints]) -> bool:
    """Whether the order holds wherever in their cut dates the ties begin and end."""
    columns = question.network.columns
    arrival = 0
    for rows in legs:
        surely = rows[columns.closing[rows] >= arrival]
        if not len(surely):
            return not len(rows)
        arrival = max(arrival, int(columns.begun[surely].min()))
    return True


def leg(question: Question, source: str, target: str, kind: LegKind, rows: Ints) -> Leg:
    """The leg that rests on these rows."""
    network = question.network
    needs = tuple(_need(question, rule, source, target, rows) for rule in path_rules().of_leg(question.what, kind))
    if not len(rows):
        return Leg(source=source, target=target, kind=kind, needs=needs)
    columns = network.columns
    begun = columns.first[rows]
    latest = rows[np.lexsort((rows, -begun))][:SHOWN]
    return Leg(
        source=source,
        target=target,
        kind=kind,
        status=network.status(int(rows[columns.status[rows].argmax()])),
        years=Years(first=year(int(begun.min())), last=year(int(begun.max()))),
        rests_on=rested(network, rows),
        evidence=network.ids(rows),
        cited=tuple(network.cited(int(row)) for row in latest),
        datasets=network.datasets_of(rows),
        needs=needs,
    )


def rested(network: Network, rows: Ints) -> tuple[Rested, ...]:
    """How many of the rows each dataset has in each layer, the most first."""
    columns = network.columns
    found = []
    of_row = columns.layer[rows].astype(np.int64) * len(columns.dataset.names) + columns.dataset.codes[rows]
    for both in np.flatnonzero(np.bincount(of_row)).tolist():
        layer, code = divmod(both, len(columns.dataset.names))
        own = rows[of_row == both]
        years = Years(first=year(int(columns.first[own].min())), last=year(int(columns.first[own].max())))
        name = columns.dataset.names[code]
        found.append(Rested(layer=LAYERS[layer], dataset=name, ties=len(own), years=years))
    return tuple(sorted(found, key=lambda one: (-one.ties, one.layer, one.dataset)))


def _need(question: Question, rule: NeedRule, source: str, target: str, rows: Ints) -> Need:
    network = question.network
    between = (_end(rule.from_, question, source, target), _end(rule.to, question, source, target))
    plain = Need(
        name=rule.name, outcome=Outcome.unknown, essential=rule.essential, choice=rule.choice, layers=rule.layers,
        between=between, asked=network.recording(rule.layers), why=rule.nowhere,
    )  # fmt: skip
    if rule.nowhere or not plain.asked:
        return plain
    if rule.bars:
        found = question.bars(rule, *between)
        outcome = Outcome.against if len(found) else Outcome.met
    else:
        found = rows[fitting(network, rows, rule.ties)]
        outcome = Outcome.met if len(found) else Outcome.missing
    return plain.model_copy(update={"outcome": outcome, "evidence": network.ids(found)})


def _end(name: End, question: Question, source: str, target: str) -> str:
    ends = {"origin": question.origin, "beneficiary": question.beneficiary, "holder": source, "next": target}
    return ends[name]
