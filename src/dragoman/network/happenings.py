"""A happening as the network has it: the ties of one event, one treaty, one deal, one fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dragoman.model import Frozen, Layer, Status
from dragoman.network.arrays import Ints, distinct
from dragoman.network.columns import LAYERS
from dragoman.network.days import NEVER, iso
from dragoman.network.network import NOBODY, Network

NEAR = 31
"""Days within which two happenings of the same parties in the same layer are taken to be one, told by two datasets."""


class Happening(Frozen):
    """What is asked about: its key in the ledger (of an event, or of a tie that has none), what it is, between whom."""

    key: str
    type: str | None
    mode: str | None
    layer: Layer
    status: Status
    date: str | None
    parties: tuple[str, ...]
    subject: str | None
    evidence: tuple[str, ...]
    datasets: tuple[str, ...]


@dataclass(slots=True, frozen=True)
class Occurrence:
    """A happening as rows of one layer, with its parties (places of actors, states alone) and its first day."""

    rows: Ints
    layer: Layer
    parties: tuple[int, ...]
    day: int


def rows_of(network: Network, key: str) -> Ints:
    """The rows of an event, or of the thing that a tie belongs to, by the whole key; none where nothing has it."""
    columns = network.columns
    rows = np.flatnonzero(columns.event.codes == columns.event.code(key))
    if len(rows):
        return rows
    place = network.row(key)
    return NOBODY if place is None else np.flatnonzero(columns.thing == columns.thing[place])


def occurrence(network: Network, rows: Ints) -> Occurrence | None:
    """What the rows tell of; None where they tie no two states or have no date. Of several layers the first counts."""
    columns = network.columns
    rows = rows[network.among_states[rows] & (columns.first[rows] != NEVER)]
    if not len(rows):
        return None
    layer = int(columns.layer[rows].min())
    rows = rows[columns.layer[rows] == layer]
    parties = sorted({*columns.source[rows].tolist(), *columns.target[rows].tolist()})
    return Occurrence(rows, LAYERS[layer], tuple(parties), int(columns.first[rows].min()))


def happening(network: Network, key: str, rows: Ints) -> Happening:
    """The rows as a result."""
    columns = network.columns
    first = int(rows[np.argmin(columns.first[rows])])
    who = sorted({*columns.source[rows].tolist(), *columns.target[rows].tolist()})
    return Happening(
        key=key,
        type=columns.type.at(first),
        mode=columns.mode.at(first),
        layer=LAYERS[columns.layer[first]],
        status=network.status(first),
        date=columns.start.at(first),
        parties=tuple(columns.actors[place] for place in who),
        subject=columns.subject.at(first),
        evidence=network.ids(rows),
        datasets=network.datasets_of(rows),
    )


def told_again(network: Network, what: Occurrence) -> Ints:
    """The rows of a happening with those that tell of it again: ties of its layer that begin within a month of it,
    between the same two.
    """
    columns = network.columns
    rows = network.of_layers((what.layer,))
    near = np.abs(columns.first[rows].astype(np.int64) - what.day) <= NEAR
    among = np.isin(columns.source[rows], what.parties) & np.isin(columns.target[rows], what.parties)
    return distinct(np.concatenate([what.rows, rows[near & among]]))


def earlier(network: Network, what: Occurrence) -> Iterator[Occurrence]:
    """Happenings of the same type and layer between as many parties (two, or more), before it, the latest first.

    What two datasets tell of the same parties within a month is one.
    """
    columns = network.columns
    alike = (columns.layer == LAYERS.index(what.layer)) & (columns.type.codes == columns.type.codes[what.rows[0]])
    rows = np.flatnonzero(alike & network.sure & network.among_states & (columns.first < what.day))
    rows = rows[np.lexsort((rows, columns.thing[rows], -columns.first[rows]))]
    told: list[tuple[tuple[int, ...], int]] = [(what.parties, what.day)]
    seen: set[int] = set()
    for row in rows:
        thing = int(columns.thing[row])
        if thing in seen:
            continue
        seen.add(thing)
        found = occurrence(network, rows[columns.thing[rows] == thing])
        if found is None or (len(found.parties) == 2) != (len(what.parties) == 2):
            continue
        if any(found.parties == parties and abs(found.day - day) <= NEAR for parties, day in told):
            continue
        told.append((found.parties, found.day))
        yield found


def date_of(what: Occurrence) -> str:
    """Its first day as an ISO date."""
    return iso(what.day)
