"""GEXF and GraphML: networkx reads them, the rules of GEXF 1.3 hold, Gephi's own schema too where it is at hand.

The published schema is not in this repository; `DRAGOMAN_GEXF_SCHEMA` names a folder with its files
(`specs/1.3/` of https://github.com/gephi/gexf).
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.exports.gexf import write_gexf
from dragoman.exports.graphml import write_graphml
from dragoman.exports.values import SIGN
from dragoman.model import Tie

from .samples import ALLIANCE, ARMS, SIPRI, TIES, ties

NS = {"g": "http://gexf.net/1.3"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SCHEMA = os.environ.get("DRAGOMAN_GEXF_SCHEMA")
Write = Callable[..., None]


def written(write: Write, found: Sequence[Tie]) -> bytes:
    stream = io.BytesIO()
    write(stream, lambda: found, [SIPRI])
    return stream.getvalue()


def read(write: Write, found: Sequence[Tie]) -> Any:
    reader = nx.read_gexf if write is write_gexf else nx.read_graphml
    return nx.MultiDiGraph(reader(io.BytesIO(written(write, found))))


def arc(graph: Any, source: str, target: str) -> dict[str, Any]:
    (found,) = graph.get_edge_data(source, target).values()
    return dict(found)


both = pytest.mark.parametrize("write", [write_gexf, write_graphml])


@both
def test_networkx_reads_nodes_and_arcs(write: Write) -> None:
    graph = read(write, TIES)
    assert sorted(graph) == ["AUT", "AZE", "NATO", "PRT", "RUS", "TUR"]
    assert graph.nodes["AZE"]["label"] == "Azerbaijan"
    assert (graph.nodes["AZE"]["kind"], graph.nodes["NATO"]["kind"]) == ("state", "organisation")
    assert graph.nodes["RUS"]["cow"] == 365
    arms = arc(graph, "RUS", "AZE")
    assert (arms["layer"], arms["act"], arms["status"], arms["unit"]) == ("arms", "arms_transfer", "happened", "TIV")
    assert arms["subject"] == ARMS.subject
    assert (arms["since"], arms["until"]) == ("2010", "2014-02")
    assert (arms["start"], arms["end"]) == ("2010-01-01", "2014-02-28")
    assert not graph.has_edge("AZE", "RUS")


@both
def test_a_tie_without_direction_goes_both_ways(write: Write) -> None:
    graph = read(write, TIES)
    there, back = arc(graph, "AUT", "PRT"), arc(graph, "PRT", "AUT")
    assert there["tie"] == back["tie"] == ALLIANCE.id
    assert there["directed"] is back["directed"] is False
    assert there["start"] == "1816-02-01"
    assert "end" not in there


@both
def test_several_ties_of_a_pair_are_several_arcs(write: Write) -> None:
    again = ARMS.model_copy(update={"id": "other", "start": "2015", "end": None})
    assert read(write, [ARMS, again]).number_of_edges("RUS", "AZE") == 2


@both
def test_weights_only_where_they_add_up(write: Write) -> None:
    troops = ARMS.model_copy(update={"id": "t", "target": "KAZ", "weight": 300.0, "unit": "persons"})
    assert arc(read(write, TIES), "RUS", "AZE")["weight"] == 12.5
    mixed = arc(read(write, [ARMS, troops]), "RUS", "AZE")
    assert mixed.get("weight", 1) == 1
    assert mixed["amount"] == 12.5


@both
def test_no_ties_make_an_empty_graph(write: Write) -> None:
    assert len(read(write, [])) == 0


@both
def test_control_characters_do_not_break_the_file(write: Write) -> None:
    graph = read(write, [ARMS.model_copy(update={"subject": "a\x00b\x1b[1m\ufffe"})])
    assert arc(graph, "RUS", "AZE")["subject"] == f"a{SIGN}b{SIGN}[1m{SIGN}"


@both
def test_codes_that_differ_by_control_characters_are_one_node(write: Write) -> None:
    odd = ARMS.model_copy(update={"id": "odd", "source": "\x01", "target": "\x1f"})
    graph = read(write, [ARMS.model_copy(update={"source": "\x00"}), odd])
    assert sorted(graph) == ["AZE", SIGN]
    if write is write_gexf:
        check_gexf(written(write, [odd, ARMS.model_copy(update={"source": "\x00"})]))


@both
def test_credits_go_along(write: Write) -> None:
    assert SIPRI.credit in written(write, TIES).decode()


@given(st.lists(ties, max_size=4))
def test_any_ties_are_read_back_from_graphml(found: list[Tie]) -> None:
    graph = read(write_graphml, found)
    assert {arc["tie"] for _, _, arc in graph.edges(data=True)} == {tie.id for tie in found}


@given(st.lists(ties, max_size=4))
def test_any_ties_make_valid_gexf(found: list[Tie]) -> None:
    content = written(write_gexf, found)
    check_gexf(content)
    check_published_schema(content)


@pytest.mark.skipif(not SCHEMA, reason="DRAGOMAN_GEXF_SCHEMA does not name a folder with the schema of GEXF 1.3")
def test_published_schema_takes_the_graph() -> None:
    check_published_schema(written(write_gexf, TIES))


def test_check_of_gexf_sees_faults() -> None:
    content = written(write_gexf, TIES)
    check_gexf(content)
    for good, bad in (
        (b'id="AZE"', b'id="AZX"'),
        (b'start="2010-01-01"', b'start="2010"'),
        (b'for="layer"', b'for="l"'),
    ):
        assert good in content
        with pytest.raises(AssertionError):
            check_gexf(content.replace(good, bad))


def check_gexf(content: bytes) -> None:
    """The rules of GEXF 1.3 that bear on what is written here."""
    root = etree.fromstring(content)
    assert (root.tag, root.get("version")) == ("{http://gexf.net/1.3}gexf", "1.3")
    assert [etree.QName(child).localname for child in root] == ["meta", "graph"]
    (graph,) = root.findall("g:graph", NS)
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    assert [etree.QName(child).localname for child in graph] == ["attributes", "attributes", "nodes", "edges"]
    nodes, edges = graph.findall("g:nodes/g:node", NS), graph.findall("g:edges/g:edge", NS)
    known = {node.get("id") for node in nodes}
    assert len(known) == len(nodes)
    assert len({edge.get("id") for edge in edges}) == len(edges)
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= known
        assert edge.get("type") in ("directed", "undirected", "mutual")
        start, end = edge.get("start"), edge.get("end")
        assert all(DAY.fullmatch(day) for day in (start, end) if day)
        assert not (start and end) or start <= end
        assert float(edge.get("weight", "1")) > 0
    for of, elements in (("node", nodes), ("edge", edges)):
        check_values(graph, of, elements)


def check_values(graph: Any, of: str, elements: Sequence[Any]) -> None:
    """Every value is of a declared attribute and of its type; labels are tokens."""
    declared = graph.findall(f"g:attributes[@class='{of}']/g:attribute", NS)
    types = {attribute.get("id"): attribute.get("type") for attribute in declared}
    parse = {"string": str, "integer": int, "double": float, "boolean": ("true", "false").index}
    for element in elements:
        label = element.get("label")
        assert label == " ".join(label.split())
        for value in element.findall("g:attvalues/g:attvalue", NS):
            assert value.get("for") in types
            parse[types[value.get("for")]](value.get("value"))


def check_published_schema(content: bytes) -> None:
    if SCHEMA:
        etree.XMLSchema(etree.parse(Path(SCHEMA) / "gexf.xsd")).assertValid(etree.fromstring(content))
