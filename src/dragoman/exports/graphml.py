"""GraphML (http://graphml.graphdrawing.org): read by networkx, igraph, R and Gephi."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from lxml import etree

from dragoman.exports.gexf import text_of
from dragoman.exports.network import ARC_ATTRIBUTES, NODE_ATTRIBUTES, Arc, TiesAgain, Value, network, node_values
from dragoman.exports.nodes import Node
from dragoman.exports.values import plain
from dragoman.model import Dataset

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
GRAPH = {"credits": "string", "unit": "string"}
NODE = {"label": "string", **NODE_ATTRIBUTES}
ARC = {**ARC_ATTRIBUTES, "start": "string", "end": "string", "weight": "double"}
_TYPES = {"integer": "int"}


def write_graphml(stream: BinaryIO, ties: TiesAgain, datasets: Iterable[Dataset] = ()) -> None:
    """Write the ties as a directed graph; `start` and `end` of an arc are its first and last day, both included."""
    graph = network(ties)
    told = {"credits": graph.credits(datasets), "unit": graph.unit or ""}
    with etree.xmlfile(stream, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("graphml", nsmap={None: NAMESPACE}):
            for of, attributes in (("graph", GRAPH), ("node", NODE), ("edge", ARC)):
                file.write(*_keys(of, attributes), pretty_print=True)
            with file.element("graph", id="ties", edgedefault="directed"):
                file.write(*_data("graph", {name: text for name, text in told.items() if text}), pretty_print=True)
                for node in graph.nodes:
                    file.write(_node(node), pretty_print=True)
                for arc in graph.arcs():
                    file.write(_edge(arc), pretty_print=True)


def _keys(of: str, attributes: Mapping[str, str]) -> list[Any]:
    return [
        etree.Element("key", {"id": f"{of}_{name}", "for": of, "attr.name": name, "attr.type": _TYPES.get(kind, kind)})
        for name, kind in attributes.items()
    ]


def _data(of: str, values: Mapping[str, Value]) -> list[Any]:
    found = []
    for name, value in values.items():
        element = etree.Element("data", key=f"{of}_{name}")
        element.text = text_of(value)
        found.append(element)
    return found


def _node(of: Node) -> Any:
    element = etree.Element("node", id=of.code)
    element.extend(_data("node", {"label": of.name, **node_values(of)}))
    return element


def _edge(arc: Arc) -> Any:
    element = etree.Element("edge", id=plain(arc.key), source=arc.source, target=arc.target)
    dated = {"start": arc.start, "end": arc.end, "weight": arc.weight}
    element.extend(_data("edge", {**arc.attributes, **{n: v for n, v in dated.items() if v is not None}}))
    return element
