"""The questions of the network as one would answer them in plain networkx: a multigraph with a dictionary for each tie.

The graph is a MultiDiGraph with a node for each actor; a tie without direction is an arc each way. An arc has `layer`,
`mode`, `type`, `first` and `last` (days as ordinals, FOREVER for no known end), `sure` (it has happened or goes on),
`known` (it may stand under a leg: sure or planned), `thing` (what it is a part of), `weight` (TIV), `year`. What layers
serve which leg, which needs there are, and how long a tie counts, comes from the project's own data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx

from dragoman.model import What
from dragoman.network.rules import LegKind, Ties, path_rules
from dragoman.network.settings import layers as layer_settings

Arc = dict[str, Any]
FOREVER = 10**9
AFTER = {layer.value: round(setting.recent * 365.25) for layer, setting in layer_settings().items()}
CARRYING = tuple(layer.value for layer, setting in layer_settings().items() if setting.carries)


def fits(arc: Arc, wanted: Iterable[Ties]) -> bool:
    """Whether an arc is in one of the layers, with one of its modes."""
    return any(arc["layer"] == one.layer and (not one.modes or arc["mode"] in one.modes) for one in wanted)


def unmet(legs: Sequence[list[Arc]], what: What) -> int:
    """How many essential needs the ties of the legs do not meet; of those with the same choice one is enough."""
    missing = 0
    for number, arcs in enumerate(legs):
        kind = LegKind.obtain if number < len(legs) - 1 else LegKind.pass_on
        groups: dict[str, bool] = {}
        for rule in path_rules().of_leg(what, kind):
            if rule.essential:
                key = rule.choice or rule.name
                groups[key] = groups.get(key, False) or any(fits(arc, rule.ties) for arc in arcs)
        missing += sum(not met for met in groups.values())
    return missing


def best_paths(
    graph: nx.MultiDiGraph, origin: str, beneficiary: str, day: int, legs: int, limit: int, what: What
) -> tuple[int, list[tuple[str, ...]]]:
    """How many ways there are in time order, and the best: fewest needs unmet, fewest legs, latest last leg, names."""
    passing = path_rules().what[what]
    obtain, pass_on = {layer.value for layer in passing.obtain}, {layer.value for layer in passing.pass_on}
    first, last = ways_out(graph, origin, obtain, day), defaultdict(list)
    for middle, _, arc in graph.in_edges(beneficiary, data=True):
        if arc["layer"] in pass_on and arc["known"] and arc["first"] <= day:
            last[middle].append(arc)
    found: list[tuple[int, int, int, tuple[str, ...]]] = []

    def take(way: tuple[str, ...], chain: list[list[Arc]]) -> None:
        kept = in_order(chain)
        if all(kept):
            found.append((unmet(kept, what), len(way), -max(arc["first"] for arc in kept[-1]), way))

    for one, arcs in first.items():
        if one == beneficiary:
            continue
        if one in last:
            take((one,), [arcs, last[one]])
        between = ways_out(graph, one, obtain, day) if legs > 2 else {}
        for other, middle_arcs in between.items():
            if other in last and other not in (origin, beneficiary):
                take((one, other), [arcs, middle_arcs, last[other]])
    found.sort()
    return len(found), [way for *_, way in found[:limit]]


def ways_out(graph: nx.MultiDiGraph, node: str, layers: set[str], day: int) -> dict[str, list[Arc]]:
    """The arcs of some layers that lead out of a node and had begun by a day, by where they lead."""
    found: dict[str, list[Arc]] = defaultdict(list)
    for _, other, arc in graph.out_edges(node, data=True):
        if arc["layer"] in layers and arc["known"] and arc["first"] <= day:
            found[other].append(arc)
    return found


def in_order(chain: Sequence[list[Arc]]) -> list[list[Arc]]:
    """The ties of each leg that stand in a path which never runs backwards in time."""
    forward: list[list[Arc]] = []
    arrival = 0
    for arcs in chain:
        kept = [arc for arc in arcs if arc["last"] >= arrival]
        if not kept:
            return [[]]
        arrival = max(arrival, min(arc["first"] for arc in kept))
        forward.append(kept)
    due = FOREVER
    backward: list[list[Arc]] = []
    for arcs in reversed(forward):
        kept = [arc for arc in arcs if arc["first"] <= due]
        if not kept:
            return [[]]
        due = min(due, max(arc["last"] for arc in kept))
        backward.append(kept)
    return backward[::-1]


def projection(graph: nx.MultiDiGraph, layer: str, first: int, last: int) -> nx.DiGraph:
    """Who is tied to whom for sure in a layer over some time."""
    found = nx.DiGraph()
    for source, target, arc in graph.edges(data=True):
        if arc["layer"] == layer and arc["first"] <= last and arc["last"] >= first:
            if arc["sure"]:
                found.add_edge(source, target)
            else:
                found.add_nodes_from((source, target))
    return found


def brokers(graph: nx.DiGraph, groups: dict[str, int]) -> dict[str, tuple[float, float, int]]:
    """Betweenness, constraint and number of brokered pairs of each state."""
    between = nx.betweenness_centrality(graph)
    bound = constraint(graph, graph)
    roles: dict[str, dict[str, int]] = {node: defaultdict(int) for node in graph}
    for node in graph:
        for giver in graph.predecessors(node):
            for taker in graph.successors(node):
                if giver != taker and not graph.has_edge(giver, taker):
                    roles[node][role(groups[giver], groups[node], groups[taker])] += 1
    return {node: (between[node], bound[node], sum(roles[node].values())) for node in graph}


def constraint(graph: nx.DiGraph, nodes: Iterable[str]) -> dict[str, float]:
    """Burt's constraint of nodes.

    networkx has it too, but weighs every tie anew for every pair: written out, each once, it is much faster.
    """
    shares: dict[str, dict[str, float]] = {}
    for node in graph:
        both = {x: graph.has_edge(node, x) + graph.has_edge(x, node) for x in nx.all_neighbors(graph, node)}
        total = sum(both.values())
        shares[node] = {x: count / total for x, count in both.items()}
    found = {}
    for node in nodes:
        own = shares[node]
        found[node] = sum(
            (share + sum(part * shares[middle].get(other, 0.0) for middle, part in own.items())) ** 2
            for other, share in own.items()
        )
    return found


def role(giver: int, broker: int, taker: int) -> str:
    """The role of Gould and Fernandez by the groups of the three."""
    if giver == broker == taker:
        return "coordinator"
    if giver == taker:
        return "consultant"
    if broker == taker:
        return "gatekeeper"
    return "representative" if giver == broker else "liaison"


def supplies(
    graph: nx.MultiDiGraph, windows: Sequence[tuple[int, int]]
) -> dict[tuple[str, int], tuple[float, int, float]]:
    """Volume, deliveries and index of concentration of every recipient in every window."""
    volumes: dict[tuple[str, int], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    counts: dict[tuple[str, int], int] = defaultdict(int)
    for source, target, arc in graph.edges(data=True):
        if arc["layer"] in ("arms", "licensed_production") and arc["sure"] and arc["weight"] is not None:
            for first, last in windows:
                if first <= arc["year"] <= last:
                    volumes[target, first][source] += arc["weight"]
                    counts[target, first] += 1
    found = {}
    for key, by_supplier in volumes.items():
        total = sum(by_supplier.values())
        found[key] = (total, counts[key], sum((v / total) ** 2 for v in by_supplier.values()) if total else 0.0)
    return found


def supply(
    graph: nx.MultiDiGraph, state: str, windows: Sequence[tuple[int, int]]
) -> dict[int, tuple[float, int, float]]:
    """The same of one recipient, straight from the arcs that lead to it."""
    own = nx.MultiDiGraph()
    own.add_edges_from(graph.in_edges(state, data=True))
    return {first: told for (_, first), told in supplies(own, windows).items()}


def standing(graph: nx.MultiDiGraph, day: int, thing: int) -> dict[str, nx.DiGraph]:
    """Who is tied to whom for sure in each layer on a day, leaving out one thing."""
    found = {layer: nx.DiGraph() for layer in CARRYING}
    for source, target, arc in graph.edges(data=True):
        stands = arc["sure"] and arc["layer"] in found and arc["thing"] != thing
        if stands and arc["first"] <= day <= arc["last"] + AFTER[arc["layer"]]:
            found[arc["layer"]].add_edge(source, target)
    return found


def opened(before: dict[str, nx.DiGraph], layer: str, a: str, b: str) -> tuple[int, int]:
    """How many states and pairs a new tie of two without direction opens."""
    held = before[layer]
    if held.has_edge(a, b):
        return 0, 0
    reach = bridges = 0
    for party, other in ((a, b), (b, a)):
        partners = set(held.predecessors(party)) if party in held else set()
        for tied in before.values():
            old = {x for q in partners if q in tied for x in tied.predecessors(q)}
            direct = set(tied.predecessors(party)) if party in tied else set()
            new = (set(tied.predecessors(other)) if other in tied else set()) - old - direct - {a, b}
            reach += len(new)
        ends = set(held.predecessors(party)) if party in held else set()
        bridges += sum(not held.has_edge(x, other) for x in ends - {a, b})
    return reach, bridges


def change(graph: nx.MultiDiGraph, thing: int, layer: str, compared: int) -> dict[str, Any]:
    """What an agreement of two opens and moves, and what the last ones of its type before it opened."""
    arcs = [(s, t, arc) for s, t, arc in graph.edges(data=True) if arc["thing"] == thing]
    a, b = sorted(arcs[0][:2])
    day, type_ = arcs[0][2]["first"], arcs[0][2]["type"]
    before = standing(graph, day - 1, thing)
    after = before[layer].copy()
    after.add_edges_from([(a, b), (b, a)])
    was = before[layer].copy()
    was.add_nodes_from(after)
    between = [nx.betweenness_centrality(g) for g in (was, after)]
    bound = [constraint(g, [a, b]) for g in (was, after)]
    whole = nx.compose_all([nx.DiGraph(g) for g in before.values()])
    apart = nx.shortest_path_length(whole, a, b) if a in whole and b in whole and nx.has_path(whole, a, b) else None
    earlier: dict[int, tuple[int, str, str]] = {}
    for source, target, arc in graph.edges(data=True):
        if arc["layer"] == layer and arc["type"] == type_ and arc["sure"] and arc["first"] < day and source < target:
            earlier[arc["thing"]] = (arc["first"], source, target)
    told = [(day, a, b)]
    others = []
    for number, (first, source, target) in sorted(earlier.items(), key=lambda item: (-item[1][0], item[0])):
        if len(others) == compared:
            break
        if not any((source, target) == pair[1:] and abs(first - pair[0]) <= 31 for pair in told):
            told.append((first, source, target))
            others.append(opened(standing(graph, first - 1, number), layer, source, target))
    return {
        "opened": opened(before, layer, a, b),
        "betweenness": [[scores[a], scores[b]] for scores in between],
        "constraint": [[scores[a], scores[b]] for scores in bound],
        "distance": apart,
        "compared": others,
    }
