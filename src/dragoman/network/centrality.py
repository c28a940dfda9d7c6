"""Measures of a simple graph, given as who is tied to whom: betweenness, constraint, distances.

Graphs are square matrices of flags, `[tail, head]`, without ties of a state to itself.
"""

from __future__ import annotations

import numpy as np
import rustworkx as rx

from dragoman.network.arrays import Flags, Floats, Ints

UNREACHED = -1
DENSE = 0.1
"""From this share of all arcs on, betweenness is reckoned from all states at once by products of matrices. With 170 to
200 states that took as long as rustworkx at .07 of all arcs, a quarter of the time at .2, a twentieth at .8.
"""


def betweenness(matrix: Flags) -> Floats:
    """The share of shortest paths between two others that lead through each state, summed over all pairs and divided
    by their number (Freeman 1977, by the algorithm of Brandes 2001), 0 to 1.
    """
    count = len(matrix)
    if count < 3:
        return np.zeros(count)
    if matrix.sum() >= DENSE * count**2:
        return _between_by_levels(matrix)
    found = rx.digraph_betweenness_centrality(_graph(matrix), normalized=True)
    return np.array([found[place] for place in range(count)])


def _between_by_levels(matrix: Flags) -> Floats:
    """The same by Brandes' two sweeps, from every state at once: `[source, state]` at each distance from the source."""
    count = len(matrix)
    arcs = matrix.astype(np.float64)
    reached = np.eye(count, dtype=np.bool_)
    ways = [np.eye(count)]
    while (further := np.where(reached, 0.0, ways[-1] @ arcs)).any():
        ways.append(further)
        reached |= further > 0.0
    through, total = np.zeros((count, count)), np.zeros(count)
    for nearer, here in zip(reversed(ways[1:-1]), reversed(ways[2:]), strict=True):
        share = np.divide(1.0 + through, here, out=np.zeros_like(here), where=here > 0.0)
        through = nearer * (share @ arcs.T)
        total += through.sum(axis=0)
    return total / ((count - 1) * (count - 2))


def constraint(matrix: Flags) -> Floats:
    """Burt's constraint (1992, 2.4): how far the contacts of a state are tied to each other; NaN without contacts.

    c(i) = sum over its contacts j of (p(i,j) + sum over q of p(i,q) p(q,j))^2, where p(i,j) is the share of the tie
    with j in all ties of i, a tie in both directions counting twice. 0 to about 1.1; low: it bridges what is apart.
    """
    mutual = matrix.astype(np.float64) + matrix.T
    totals = mutual.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = np.where(totals[:, None] > 0, mutual / totals[:, None], 0.0)
    invested = (shares + shares @ shares) ** 2
    found: Floats = np.where(totals > 0, np.where(mutual > 0, invested, 0.0).sum(axis=1), np.nan)
    return found


def distances(matrix: Flags) -> Ints:
    """The least number of ties from each state to each other, UNREACHED where there is no way."""
    found = rx.digraph_distance_matrix(_graph(matrix), null_value=UNREACHED)
    lengths: Ints = found.astype(np.int64)
    np.fill_diagonal(lengths, 0)
    return lengths


def shares_between(matrix: Flags, source: int, target: int) -> Floats:
    """The share of the shortest paths from one state to another that lead through each of the others, 0 to 1."""
    lengths = distances(matrix)
    away, back = lengths[source], lengths[:, target]
    length = int(lengths[source, target])
    found = np.zeros(len(matrix))
    if length < 2:
        return found
    on_way = (away >= 0) & (back >= 0) & (away + back == length)
    forth = _counts(matrix, source, away)
    backward = _counts(matrix.T, target, back)
    found[on_way] = forth[on_way] * backward[on_way] / forth[target]
    found[[source, target]] = 0.0
    return found


def _counts(matrix: Flags, source: int, away: Ints) -> Floats:
    """How many shortest paths lead from one state to each."""
    counts = np.zeros(len(matrix))
    counts[source] = 1.0
    arcs = matrix.astype(np.float64)
    for step in range(1, int(away.max(initial=0)) + 1):
        reached = away == step
        counts[reached] = (counts * (away == step - 1)) @ arcs[:, reached]
    return counts


def _graph(matrix: Flags) -> rx.PyDiGraph[None, None]:
    graph: rx.PyDiGraph[None, None] = rx.PyDiGraph(multigraph=False)
    graph.add_nodes_from([None] * len(matrix))
    tails, heads = np.nonzero(matrix)
    graph.add_edges_from_no_data(list(zip(tails.tolist(), heads.tolist(), strict=True)))
    return graph
