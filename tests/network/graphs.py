"""Random graphs for the measures, and the same graphs for networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from dragoman.network.arrays import Flags


@st.composite
def matrices(draw: st.DrawFn, most: int = 9, symmetric: bool | None = None) -> Flags:
    """Who is tied to whom, `[tail, head]`, without ties to itself."""
    count = draw(st.integers(0, most))
    flags = draw(st.lists(st.booleans(), min_size=count * count, max_size=count * count))
    matrix = np.array(flags, np.bool_).reshape(count, count)
    np.fill_diagonal(matrix, False)
    both = draw(st.booleans()) if symmetric is None else symmetric
    return matrix | matrix.T if both else matrix


def digraph(matrix: Flags) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(matrix)))
    graph.add_edges_from(np.argwhere(matrix).tolist())
    return graph
