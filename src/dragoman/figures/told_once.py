"""Deliveries, each drawn once: several datasets tell of the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model import Dataset, Tie
from dragoman.network.settings import deliveries

NEAR = 1
"""Years by which two datasets may date a delivery apart."""


@dataclass(slots=True)
class _Told:
    """The years in which a dataset tells of deliveries, by layer, supplier and recipient."""

    years: dict[tuple[str, str, str], list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, tie: Tie) -> None:
        self.years.setdefault(_key(tie), []).append(_years(tie))

    def has(self, tie: Tie) -> bool:
        first, last = _years(tie)
        return any(a - NEAR <= last and first <= b + NEAR for a, b in self.years.get(_key(tie), ()))


def told_once(
    ties: Iterable[Tie], datasets: Iterable[Dataset], only: Mapping[str, Sequence[str]] | None = None
) -> tuple[Tie, ...]:
    """The ties without the deliveries that a better dataset tells of; their order is kept.

    Which dataset is the measure of a recipient is decided by `network`; `only` are the actors that excerpts are cut to.
    Of the others that measure deliveries there is what lies outside its years. Of those that do not measure (facts,
    news) there is what no dataset before them has between the same two in the same layer within a year.
    """
    asked = tuple(ties)
    known = {one.name: one for one in datasets}
    order = [one.dataset for one in deliveries().measures]
    ranked = [tie for tie in asked if _delivery(tie)]
    ranked.sort(key=lambda tie: (order.index(tie.dataset) if tie.dataset in order else len(order), tie.dataset))
    told: dict[str, _Told] = {}
    left_out: set[str] = set()
    for tie in ranked:
        before = [one for name, one in told.items() if name != tie.dataset]
        best = _measure(tie, order, known, only or {})
        inside = best is not None and tie.dataset in order and tie.dataset != best.name and _within(tie, best)
        if inside or any(one.has(tie) for one in before):
            left_out.add(tie.id)
        else:
            told.setdefault(tie.dataset, _Told()).add(tie)
    return tuple(tie for tie in asked if tie.id not in left_out)


def _delivery(tie: Tie) -> bool:
    return tie.layer in deliveries().layers and tie.start is not None


def _measure(
    tie: Tie, order: Sequence[str], known: Mapping[str, Dataset], only: Mapping[str, Sequence[str]]
) -> Dataset | None:
    """The best dataset that covers the two; an excerpt covers those that it is cut to."""
    for name in order:
        cut = only.get(name, ())
        if name in known and (not cut or tie.target in cut or tie.source in cut):
            return known[name]
    return None


def _within(tie: Tie, dataset: Dataset) -> bool:
    return dataset.first_year <= _years(tie)[1] <= dataset.last_year


def _key(tie: Tie) -> tuple[str, str, str]:
    return (tie.layer, tie.source, tie.target)


def _years(tie: Tie) -> tuple[int, int]:
    """The first and the last year; a delivery without an end is over in its year."""
    start = int((tie.start or "")[:4])
    return start, max(start, int((tie.end or tie.start or "")[:4]))
