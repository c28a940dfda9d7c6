"""Ties as the arcs of a directed graph with several arcs a pair: what GEXF and GraphML have in common.

A tie without a direction becomes two arcs, one each way, with the same `tie`: readers of both formats know one kind of
arc a file, and most ties have a direction. Count ties by `tie`, not by arcs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dragoman.exports.dates import interval
from dragoman.exports.nodes import Node, node
from dragoman.exports.rows import factbank, parties_cell
from dragoman.exports.values import finite, plain
from dragoman.model import Dataset, Tie

Value = str | int | float | bool
TiesAgain = Callable[[], Iterable[Tie]]
"""Gives the ties, as often as it is called: a graph tells its nodes before its arcs, and the ties may be many."""

NODE_ATTRIBUTES = {"kind": "string", "iso2": "string", "cow": "integer", "gw": "integer", "latitude": "double",
                   "longitude": "double"}  # fmt: skip
ARC_ATTRIBUTES = {
    "tie": "string", "dataset": "string", "record": "string", "layer": "string", "act": "string", "mode": "string",
    "status": "string", "factbank": "string", "directed": "boolean", "since": "string", "until": "string",
    "amount": "double", "unit": "string", "subject": "string", "others": "string", "group": "string", "event": "string",
}  # fmt: skip
"""The attributes of an arc with their types. `act` is the tie's type: `type` has a meaning of its own in GEXF."""


@dataclass(slots=True, frozen=True)
class Arc:
    """One way of a tie. `weight` is given only in a network of one unit: sums of different units mean nothing."""

    key: str
    source: str
    target: str
    layer: str
    start: str | None
    end: str | None
    weight: float | None
    attributes: dict[str, Value]


@dataclass(slots=True, frozen=True)
class Network:
    """The nodes, sorted; the unit of the weights if all that have one share it; the names of the datasets."""

    nodes: tuple[Node, ...]
    unit: str | None
    datasets: frozenset[str]
    ties: TiesAgain

    def credits(self, datasets: Iterable[Dataset]) -> str:
        """The credit lines of those datasets whose ties are here."""
        return "\n".join(f"{d.title}: {d.credit}" for d in datasets if d.name in self.datasets)

    def arcs(self) -> Iterator[Arc]:
        """The arcs, tie by tie."""
        for tie in self.ties():
            yield _arc(tie, self.unit, back=False)
            if not tie.directed and tie.source != tie.target:
                yield _arc(tie, self.unit, back=True)


def network(ties: TiesAgain) -> Network:
    """The network of these ties; reads them once for its nodes, and once more for its arcs.

    An actor is told by its code as both formats can hold it: codes that differ by control characters only are one.
    """
    actors: set[str] = set()
    units: set[str] = set()
    datasets: set[str] = set()
    for tie in ties():
        actors |= {plain(tie.source), plain(tie.target)}
        datasets.add(tie.dataset)
        if tie.weight is not None:
            units.add(tie.unit or "")
    unit = units.pop() if len(units) == 1 else None
    return Network(tuple(node(code) for code in sorted(actors)), unit, frozenset(datasets), ties)


def node_values(of: Node) -> dict[str, Value]:
    """The attributes of a node that are known."""
    return {name: value for name in NODE_ATTRIBUTES if (value := getattr(of, name)) is not None}


def _arc(tie: Tie, unit: str | None, *, back: bool) -> Arc:
    source, target = (tie.target, tie.source) if back else (tie.source, tie.target)
    start, end = interval(tie.start, tie.end)
    weight = finite(tie.weight)
    return Arc(
        key=f"{tie.id}:back" if back else tie.id,
        source=plain(source),
        target=plain(target),
        layer=tie.layer.value,
        start=start,
        end=end,
        weight=weight if unit is not None and weight is not None and weight > 0 else None,
        attributes=_attributes(tie),
    )


def _attributes(tie: Tie) -> dict[str, Value]:
    values: dict[str, Value | None] = {
        "tie": tie.id,
        "dataset": tie.dataset,
        "record": tie.record,
        "layer": tie.layer.value,
        "act": tie.type,
        "mode": tie.mode,
        "status": tie.status.value,
        "factbank": factbank(tie.status),
        "directed": tie.directed,
        "since": tie.start,
        "until": tie.end,
        "amount": finite(tie.weight),
        "unit": tie.unit,
        "subject": tie.subject,
        "others": parties_cell(tie.others),
        "group": tie.group,
        "event": tie.event,
    }
    return {name: value for name, value in values.items() if value is not None}
