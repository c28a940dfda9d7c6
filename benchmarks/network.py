"""The questions of the network against plain networkx: 200 states, 1,000,000 ties, the same answers.

    python benchmarks/network.py                  200 states, 1,000,000 ties
    python benchmarks/network.py --short          60 states, 60,000 ties
    python benchmarks/network.py --states 100 --ties 200000

Both sides hold the same ties in memory: here columns, there a MultiDiGraph whose arcs have a dictionary each
(`benchmarks/peers/networkx_ties.py`, written for this). Building either is told, but not part of the ratio. A question
is asked several times here and the median counts; networkx is asked once. Both work in one thread, and time is that
of the processor, so that others on the machine do not count. Answers are compared before a ratio is told.

paths: all ways from an origin to a beneficiary in time order with up to three legs, the ten best in full. brokers:
betweenness, constraint and brokered pairs in the layer of arms over five years. suppliers: the supply of every state in
every window. change: an agreement, with the ten before it. The supply of a single state is told too: there networkx
starts from the few arcs of one node, while the answer here also compares the state with all others. Exits with 1 where
an answer differs or one of the four ratios is below 20 (3, where there are fewer than a million ties: what an answer
costs beside the search, its nouns with all evidence, weighs more then).
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
# Threads that wait for each other on a busy machine spend its time as well; for matrices of this size one is enough.
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import networkx as nx
import numpy as np
from peers import networkx_ties as plain
from rich.console import Console
from rich.table import Table

from dragoman.actors import former_states, states
from dragoman.model import Dataset, Division, Layer, Status, What
from dragoman.network import Network, Years, brokers, change, paths, recipients, suppliers, windows
from dragoman.network.days import iso, span
from dragoman.network.groups import group_numbers
from dragoman.network.rows import CHUNK, of_rows

ASKED, SMALL = 20.0, 3.0
"""The least ratio on a million ties, and on fewer: what is asked once an answer weighs more then."""
REPEATS = 5
DAY = "2024-06-30"
BOTH = ("before", "after")
REGISTER = "sipri-register"
SHARES = {
    Layer.arms: 0.25, Layer.licensed_production: 0.05, Layer.co_production: 0.02, Layer.technology: 0.01,
    Layer.agreement: 0.003, Layer.alliance: 0.002, Layer.exercise: 0.3, Layer.training: 0.1,
    Layer.intelligence: 0.005, Layer.basing: 0.01, Layer.aid: 0.15, Layer.restriction: 0.1,
}  # fmt: skip
"""Of each layer in all ties: deliveries are many, agreements few."""
LAYERS = tuple(SHARES)
UNDIRECTED = (Layer.co_production, Layer.agreement, Layer.alliance, Layer.exercise, Layer.intelligence)
SURE = (Status.happened, Status.ongoing)
DATASET = Dataset(
    name=REGISTER, title="Made for the benchmark", version="1", terms="none", credit="none", first_year=1990,
    last_year=2024,
)  # fmt: skip


@dataclass(slots=True, frozen=True)
class Made:
    """Ties as arrays: places of actors, layers and statuses, first day, last day (0: none known), volume."""

    actors: tuple[str, ...]
    source: Any
    target: Any
    layer: Any
    status: Any
    first: Any
    last: Any
    weight: Any

    def rows(self) -> Iterator[list[tuple[Any, ...]]]:
        """As the ledger gives them."""
        for begin in range(0, len(self.layer), CHUNK):
            yield [self._row(number) for number in range(begin, min(begin + CHUNK, len(self.layer)))]

    def _row(self, number: int) -> tuple[Any, ...]:
        layer, status = LAYERS[self.layer[number]], tuple(Status)[self.status[number]]
        end = iso(int(self.last[number])) if self.last[number] else None
        weight = float(self.weight[number]) if layer in (Layer.arms, Layer.licensed_production) else None
        return (
            REGISTER, layer.value, layer.value, None, self.actors[self.source[number]],
            self.actors[self.target[number]], iso(int(self.first[number])), end, status.value,
            None if weight is None else "TIV", None, None, None, f"t{number:015x}", None, None,
            layer not in UNDIRECTED, weight,
        )  # fmt: skip


def made(count: int, ties: int) -> Made:
    """Ties of a few very active states and many quiet ones, over 35 years; a tenth is planned or merely claimed."""
    random = np.random.default_rng(1)
    actors = tuple(sorted([*states(), *former_states()])[:count])
    active = 1.0 / np.arange(1, count + 1) ** 0.7
    chances = random.permutation(active / active.sum())
    source, target = random.choice(count, ties, p=chances), random.choice(count, ties, p=chances)
    target = np.where(source == target, (target + 1) % count, target)
    layer = random.choice(len(LAYERS), ties, p=list(SHARES.values()))
    undirected = np.isin(layer, [LAYERS.index(one) for one in UNDIRECTED])
    swap = undirected & (source > target)
    first = random.integers(*span(1990, 2024), ties)
    lasting = random.random(ties) < 0.2
    statuses = np.array([tuple(Status).index(s) for s in (Status.happened, Status.planned, Status.possible)])
    return Made(
        actors=actors,
        source=np.where(swap, target, source),
        target=np.where(swap, source, target),
        layer=layer,
        status=statuses[random.choice(3, ties, p=(0.9, 0.05, 0.05))],
        first=first,
        last=np.where(lasting, 0, first + random.integers(0, 700, ties)),
        weight=np.round(random.exponential(5.0, ties), 2),
    )


def multigraph(ties: Made) -> nx.MultiDiGraph:
    """The same ties for networkx."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(ties.actors)
    order = tuple(Status)
    years = (ties.last, ties.first)
    for number in range(len(ties.layer)):
        layer, status = LAYERS[ties.layer[number]], order[ties.status[number]]
        last = int(years[0][number])
        arc = {
            "layer": layer.value,
            "type": layer.value,
            "mode": None,
            "first": int(ties.first[number]),
            "last": last or plain.FOREVER,
            "sure": status in SURE,
            "known": status in SURE or status is Status.planned,
            "thing": number,
            "weight": float(ties.weight[number]) if layer in (Layer.arms, Layer.licensed_production) else None,
            "year": int(iso(last or int(ties.first[number]))[:4]),
        }
        a, b = ties.actors[ties.source[number]], ties.actors[ties.target[number]]
        graph.add_edge(a, b, **arc)
        if layer in UNDIRECTED:
            graph.add_edge(b, a, **arc)
    return graph


@dataclass(slots=True, frozen=True)
class Measured:
    """One question: seconds here and there, whether both say the same, and whether the ratio counts."""

    name: str
    ours: float
    theirs: float
    same: bool
    counts: bool = True

    @property
    def ratio(self) -> float:
        """How many times as fast."""
        return self.theirs / self.ours


class Questions:
    """The same questions to both."""

    def __init__(self, ties: Made, network: Network, graph: nx.MultiDiGraph) -> None:
        self.network, self.graph = network, graph
        degree = sorted(graph.nodes, key=graph.degree)
        self.origin, self.beneficiary = degree[-1], degree[len(degree) // 2]
        self.thing = _first_agreement(ties)
        self.spans = windows(1990, 2024, 5)

    def measured(self) -> Iterator[Measured]:
        """Question by question."""
        yield self.paths()
        yield self.brokers()
        yield self.suppliers()
        yield self.change()
        yield self.supply()

    def paths(self) -> Measured:
        """Up to three legs."""
        ours, answer = timed(
            lambda: paths(self.network, self.beneficiary, self.origin, as_of=DAY, legs=3, what=What.technology)
        )
        day = span(2024, 2024)[0] + 181
        theirs, (count, ways) = once(
            lambda: plain.best_paths(self.graph, self.origin, self.beneficiary, day, 3, 10, What.technology)
        )
        same = (answer.found, [path.via for path in answer.paths]) == (count, ways)
        return Measured(f"paths ({count:,} ways of up to 3 legs)", ours, theirs, same)

    def brokers(self) -> Measured:
        """Of arms, 2020 to 2024, without draws."""
        years = Years(first=2020, last=2024)
        ours, answer = timed(
            lambda: brokers(self.network, as_of="2024-12-31", windows=[years], layers=[Layer.arms], limit=999, draws=0)
        )
        nodes = tuple(self.graph.nodes)
        groups = dict(zip(nodes, group_numbers(Division.blocs, nodes, "2024-12-31").tolist(), strict=True))
        theirs, expected = once(lambda: plain.brokers(plain.projection(self.graph, "arms", *span(2020, 2024)), groups))
        found = {
            one.actor: (one.betweenness.value, one.constraint.value if one.constraint else math.nan,
                        sum(one.roles.model_dump().values()))
            for one in answer.tables[0].brokers
        }  # fmt: skip
        standing = {actor: told for actor, told in expected.items() if told[0] > 0}
        return Measured(f"brokers ({answer.tables[0].pairs:,} pairs)", ours, theirs, alike(found, standing))

    def suppliers(self) -> Measured:
        """Of every state."""
        ours, answer = timed(lambda: recipients(self.network, self.spans))
        theirs, expected = once(lambda: plain.supplies(self.graph, [(w.first, w.last) for w in self.spans]))
        found = {(one.recipient, one.years.first): (one.volume, one.deliveries, one.index) for one in answer.recipients}
        return Measured(f"suppliers ({len(found):,} supplies)", ours, theirs, alike(found, expected))

    def supply(self) -> Measured:
        """Of one state."""
        spans = [(w.first, w.last) for w in self.spans]
        ours, answer = timed(lambda: suppliers(self.network, self.beneficiary, since=1990))
        theirs, expected = once(lambda: plain.supply(self.graph, self.beneficiary, spans))
        found = {
            one.years.first: (one.volume.value, one.deliveries.value, one.index.value)
            for one in answer.windows
            if one.index
        }
        return Measured("suppliers of one state, with peers", ours, theirs, alike(found, expected), False)

    def change(self) -> Measured:
        """Of an agreement of 2023."""
        key = f"t{self.thing:015x}"
        ours, answer = timed(lambda: change(self.network, key))
        theirs, expected = once(lambda: plain.change(self.graph, self.thing, "agreement", 10))
        found = {
            "opened": (answer.reach_count.value, answer.bridge_count.value),
            "betweenness": sides(answer.betweenness),
            "constraint": sides(answer.constraint),
            "distance": answer.distances[0].in_all,
            "compared": [(one.reach, one.bridges) for one in answer.comparable],
        }
        same = found["opened"] == expected["opened"] and found["compared"] == expected["compared"]
        same &= found["distance"] == expected["distance"]
        same &= np.allclose(found["betweenness"], expected["betweenness"], atol=1e-5)
        same &= np.allclose(found["constraint"], expected["constraint"], atol=1e-5)
        name = f"change ({answer.reach_count.value:.0f} states opened; {len(found['compared'])} compared)"
        return Measured(name, ours, theirs, bool(same))


def _first_agreement(ties: Made) -> int:
    """The first agreement after 2022 between two who had none before."""
    agreed = np.flatnonzero(
        (ties.layer == LAYERS.index(Layer.agreement)) & (ties.status == tuple(Status).index(Status.happened))
    )
    agreed = agreed[np.argsort(ties.first[agreed], kind="stable")]
    pairs = ties.source[agreed] * len(ties.actors) + ties.target[agreed]
    fresh = np.sort(np.unique(pairs, return_index=True)[1])
    late = fresh[ties.first[agreed[fresh]] > span(2022, 2022)[1]]
    return int(agreed[late[0] if len(late) else fresh[-1]])


def sides(moved: Any) -> list[list[float]]:
    """Before and after, of each party; 0 where it has no measure."""
    return [[side.value if side else 0.0 for side in (getattr(one, name) for one in moved)] for name in BOTH]


def alike(found: dict[Any, tuple[Any, ...]], expected: dict[Any, tuple[Any, ...]]) -> bool:
    """Whether both have the same keys and, but for rounding, the same figures."""
    if set(found) != set(expected):
        return False
    return all(
        math.isclose(a or 0.0, b or 0.0, rel_tol=1e-3, abs_tol=1e-4)
        for key, told in found.items()
        for a, b in zip(told, expected[key], strict=True)
    )


def timed(ask: Callable[[], Any]) -> tuple[float, Any]:
    """The median of several askings, after one that does not count, and the answer."""
    answer = ask()
    seconds = []
    for _ in range(REPEATS):
        began = time.process_time()
        answer = ask()
        seconds.append(time.process_time() - began)
    return statistics.median(seconds), answer


def once(ask: Callable[[], Any]) -> tuple[float, Any]:
    """The seconds of one asking, and the answer."""
    gc.collect()
    began = time.process_time()
    answer = ask()
    return time.process_time() - began, answer


@dataclass(slots=True)
class Clock:
    """Seconds that making the rows takes, which belong to neither side."""

    spent: float = 0.0

    def beside(self, parts: Iterator[Any]) -> Iterator[Any]:
        """The parts, as they come."""
        while True:
            began = time.process_time()
            part = next(parts, None)
            self.spent += time.process_time() - began
            if part is None:
                return
            yield part


def resident() -> float:
    """The memory of this process in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def main() -> int:
    """Measure and print; 1 where an answer differs or a ratio is too low."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--states", type=int, default=200)
    parser.add_argument("--ties", type=int, default=1_000_000)
    parser.add_argument("--short", action="store_true", help="60 states and 60,000 ties")
    asked = parser.parse_args()
    count, number = (60, 60_000) if asked.short else (asked.states, asked.ties)
    ties = made(count, number)
    base = resident()
    clock = Clock()
    building, network = once(lambda: Network(of_rows(clock.beside(ties.rows())), {REGISTER: DATASET}))
    building -= clock.spent
    ours = resident() - base
    base = resident()
    there, graph = once(lambda: multigraph(ties))
    theirs = resident() - base
    console = Console(width=80)
    console.print(f"{count} states, {number:,} ties")
    console.print(f"built in {building:.1f} s, {ours:,.0f} MiB; networkx in {there:.1f} s, {theirs:,.0f} MiB")
    least = ASKED if number >= 1_000_000 else SMALL
    measured = list(Questions(ties, network, graph).measured())
    table = Table()
    for heading in ("question", "here, s", "networkx, s", "ratio", "asked", "same"):
        table.add_column(heading, justify="left" if heading == "question" else "right")
    for one in measured:
        asked_for = f"{least:.0f}" if one.counts else ""
        same = "yes" if one.same else "NO"
        table.add_row(one.name, f"{one.ours:.4f}", f"{one.theirs:.3f}", f"{one.ratio:.0f}", asked_for, same)
    console.print(table)
    console.print(f"memory at the end: {resident():,.0f} MiB")
    return int(any((one.counts and one.ratio < least) or not one.same for one in measured))


if __name__ == "__main__":
    sys.exit(main())
