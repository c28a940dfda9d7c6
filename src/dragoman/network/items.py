"""Things on record that have passed through an intermediary: an engine of one state in the vehicle of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dragoman.model import Frozen, Status
from dragoman.network.arrays import Ints
from dragoman.network.network import Network
from dragoman.network.nouns import Cited
from dragoman.network.rules import Shape, path_rules
from dragoman.network.settings import deliveries

NAMES = 2**31
"""More than there are designations."""


@dataclass(slots=True, frozen=True)
class Passed:
    """A row that tells of a thing of `origin` that reached `beneficiary` through `intermediary`.

    `got` is the row that tells how the intermediary got it, where it is another one.
    """

    row: int
    shape: Shape
    origin: str
    intermediary: str
    beneficiary: str
    got: int | None = None


class Item(Frozen):
    """A thing that passed through an intermediary, by one tie that says so, or by two: `got` is then how the
    intermediary got it.

    `also` are the ids of ties of other datasets that tell of the same delivery without saying through whom; `status` is
    the best that any of them has.
    """

    origin: str
    intermediary: str
    beneficiary: str
    shape: Shape
    status: Status
    tie: Cited
    got: Cited | None = None
    also: tuple[str, ...] = ()


def passed(
    network: Network, until: int, *, origin: str | None = None, beneficiary: str | None = None
) -> tuple[Passed, ...]:
    """What is on record and began by that day (an ordinal), in the order of time.

    With an origin or a beneficiary only what came from the one or reached the other.
    """
    columns = network.columns
    rows = network.with_others
    if beneficiary is not None:
        rows = np.intersect1d(rows, network.received(beneficiary))
    rows = rows[network.on_record[rows] & columns.directed[rows] & (columns.first[rows] <= until)]
    told = [one for row in rows for one in _of_row(network, int(row)) if origin in (None, one.origin)]
    told += re_exports(network, until, origin=origin, beneficiary=beneficiary)
    return tuple(sorted(told, key=lambda one: (int(columns.first[one.row]), one.row, one.origin, one.intermediary)))


def re_exports(network: Network, until: int, *, origin: str | None, beneficiary: str | None) -> list[Passed]:
    """Things of one designation that a state got and delivered on; of rows that tell how it got them, the first."""
    columns = network.columns
    rows, weapons = _of_weapons(network, until)
    came = columns.target[rows].astype(np.int64) * NAMES + weapons
    went = columns.source[rows].astype(np.int64) * NAMES + weapons
    getting = np.isin(came, went if beneficiary is None else went[columns.target[rows] == network.place(beneficiary)])
    if origin is not None:
        getting &= columns.source[rows] == network.place(origin)
    got: dict[int, dict[int, int]] = {}
    for place in np.flatnonzero(getting)[np.argsort(columns.first[rows[getting]], kind="stable")].tolist():
        row = int(rows[place])
        got.setdefault(int(came[place]), {}).setdefault(int(columns.source[row]), row)
    onward = np.isin(went, list(got))
    if beneficiary is not None:
        onward &= columns.target[rows] == network.place(beneficiary)
    return [
        Passed(row, Shape.re_export, columns.actors[supplier], *network.ends(row), before)
        for row, key in zip(rows[onward].tolist(), went[onward].tolist(), strict=True)
        for supplier, before in got[key].items()
        if supplier != columns.target[row] and columns.first[before] <= columns.last[row]
    ]


def _of_weapons(network: Network, until: int) -> tuple[Ints, Ints]:
    """The rows of the first dataset that calls weapons by designation, with a number for each designation."""
    columns, rule = network.columns, path_rules().re_exports
    name = next((name for name in rule.datasets if name in columns.dataset.names), None)
    if name is None:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    called = [text.casefold() for text in columns.subject.names]
    numbers = {text: number for number, text in enumerate(dict.fromkeys(called))}
    weapon = np.array([-1 if text.startswith(rule.kinds) else numbers[text] for text in called] + [-1], np.int64)
    rows = network.in_layers(np.flatnonzero(columns.dataset.codes == columns.dataset.code(name)), rule.layers)
    weapons = weapon[columns.subject.codes[rows]]
    kept = network.on_record[rows] & (columns.first[rows] <= until) & (weapons >= 0)
    return rows[kept], weapons[kept]


def item(network: Network, found: Passed) -> Item:
    """A thing that passed, as a result."""
    twins = same_delivery(network, found.row)
    statuses = [network.status(found.row), *(network.status(int(row)) for row in twins)]
    return Item(
        origin=found.origin,
        intermediary=found.intermediary,
        beneficiary=found.beneficiary,
        shape=found.shape,
        status=max(statuses, key=list(Status).index),
        tie=network.cited(found.row),
        got=None if found.got is None else network.cited(found.got),
        also=network.ids(twins),
    )


def same_delivery(network: Network, row: int) -> Ints:
    """The rows of other measures of deliveries that tell of the same delivery as a row of one of them.

    Same supplier and recipient, years within those of the row, and a designation that begins alike, where there is one.
    """
    columns = network.columns
    measures = [entry.dataset for entry in deliveries().measures]
    if columns.dataset.at(row) not in measures:
        return np.zeros(0, np.int64)
    rows = network.received(columns.actors[columns.target[row]])
    rows = rows[columns.source[rows] == columns.source[row]]
    rows = rows[np.isin(columns.dataset.codes[rows], columns.dataset.codes_of(measures))]
    rows = rows[columns.dataset.codes[rows] != columns.dataset.codes[row]]
    rows = rows[(columns.first[rows] >= columns.first[row]) & (columns.last[rows] <= columns.last[row])]
    rows = rows[network.on_record[rows]]
    name = (columns.subject.at(row) or "").casefold()
    alike = np.array([_alike(name, columns.subject.at(int(other))) for other in rows], np.bool_)
    found: Ints = rows[alike]
    return found


def _alike(name: str, other: str | None) -> bool:
    return other is None or other.casefold().startswith(name) or name.startswith(other.casefold().rstrip(" -"))


def _of_row(network: Network, row: int) -> Iterator[Passed]:
    columns = network.columns
    supplier, recipient = columns.actors[columns.source[row]], columns.actors[columns.target[row]]
    others = columns.others[row]
    through = [party.actor for party in others if party.role == "intermediary"]
    origins = [party.actor for party in others if party.role == "origin"]
    if through:
        shape = Shape.inside if origins else Shape.through
        ways = [(origin, middle) for origin in origins or [supplier] for middle in through]
    else:
        shape, ways = Shape.of_origin, [(origin, supplier) for origin in origins]
    for origin, middle in dict.fromkeys(ways):
        if len({origin, middle, recipient}) == 3:
            yield Passed(row, shape, origin, middle, recipient)
