"""Betweenness, constraint, distances and shares of shortest ways are those of networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.network.graphs import digraph, matrices
from tests.network.made import unhurried

from dragoman.network import centrality
from dragoman.network.arrays import Flags
from dragoman.network.centrality import UNREACHED, betweenness, constraint, distances, shares_between


@pytest.mark.parametrize("dense", [0.0, 2.0], ids=["by matrices", "by rustworkx"])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(matrix=matrices())
def test_betweenness(matrix: Flags, dense: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(centrality, "DENSE", dense)
    expected = nx.betweenness_centrality(digraph(matrix), normalized=True)
    assert betweenness(matrix) == pytest.approx([expected[n] for n in range(len(matrix))])


@unhurried
@given(matrices(symmetric=True))
def test_betweenness_without_direction_is_that_of_the_undirected_graph(matrix: Flags) -> None:
    expected = nx.betweenness_centrality(digraph(matrix).to_undirected(), normalized=True)
    assert betweenness(matrix) == pytest.approx([expected[n] for n in range(len(matrix))])


@unhurried
@given(matrices())
def test_constraint(matrix: Flags) -> None:
    graph = digraph(matrix)
    expected = nx.constraint(graph)
    for n, found in enumerate(constraint(matrix)):
        contacts = set(nx.all_neighbors(graph, n))
        if not contacts:
            assert np.isnan(found)
            continue
        # networkx gives up where no tie leads out; its own sum over the contacts holds there too.
        whole = expected[n] if graph.out_degree(n) else sum(nx.local_constraint(graph, n, other) for other in contacts)
        assert found == pytest.approx(whole)


@unhurried
@given(matrices())
def test_distances(matrix: Flags) -> None:
    expected = dict(nx.all_pairs_shortest_path_length(digraph(matrix)))
    found = distances(matrix)
    for a in range(len(matrix)):
        for b in range(len(matrix)):
            assert found[a, b] == expected[a].get(b, UNREACHED)


@unhurried
@given(matrices(), st.data())
def test_shares_of_the_shortest_ways_between_two(matrix: Flags, data: st.DataObject) -> None:
    if len(matrix) < 2:
        return
    a, b = data.draw(st.permutations(range(len(matrix))))[:2]
    graph = digraph(matrix)
    ways = list(nx.all_shortest_paths(graph, a, b)) if nx.has_path(graph, a, b) else []
    expected = [sum(n in way[1:-1] for way in ways) / len(ways) if ways else 0.0 for n in range(len(matrix))]
    assert shares_between(matrix, a, b) == pytest.approx(expected)


def test_a_state_that_bridges_two_groups_is_less_bound_than_one_inside() -> None:
    graph = nx.barbell_graph(4, 1)
    matrix = nx.to_numpy_array(graph) > 0
    bound = constraint(matrix)
    assert bound[8] < bound[0]
    assert np.argmax(betweenness(matrix)) == 8
