"""GEXF 1.3 (https://gexf.net): the format of Gephi, with the time of every arc.

Written here and not through networkx: that writes GEXF 1.2 at most, without `kind`, holds the whole graph in memory and
lets control characters through, which makes a file that no XML reader opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, BinaryIO

from lxml import etree

from dragoman.exports.network import ARC_ATTRIBUTES, NODE_ATTRIBUTES, Arc, TiesAgain, Value, network, node_values
from dragoman.exports.nodes import Node
from dragoman.exports.values import plain
from dragoman.model import Dataset
from dragoman.version import __version__

NAMESPACE = "http://gexf.net/1.3"


def write_gexf(stream: BinaryIO, ties: TiesAgain, datasets: Iterable[Dataset] = ()) -> None:
    """Write the ties as a dynamic graph; `start` and `end` of an arc are its first and last day, both included."""
    graph = network(ties)
    with etree.xmlfile(stream, encoding="utf-8") as file:
        file.write_declaration()
        with file.element("gexf", nsmap={None: NAMESPACE}, version="1.3"):
            file.write(_meta(graph.credits(datasets), graph.unit), pretty_print=True)
            with file.element(
                "graph", mode="dynamic", timeformat="date", timerepresentation="interval", defaultedgetype="directed"
            ):
                file.write(_declared("node", NODE_ATTRIBUTES), _declared("edge", ARC_ATTRIBUTES), pretty_print=True)
                with file.element("nodes"):
                    for of in graph.nodes:
                        file.write(_node(of), pretty_print=True)
                with file.element("edges"):
                    for arc in graph.arcs():
                        file.write(_edge(arc), pretty_print=True)


def _meta(credits: str, unit: str | None) -> Any:
    meta = etree.Element("meta", lastmodifieddate=date.today().isoformat())
    etree.SubElement(meta, "creator").text = f"Dragoman {__version__}"
    weights = f"Weights are in {unit}." if unit else ""
    etree.SubElement(meta, "description").text = plain(f"{credits}\n{weights}".strip())
    return meta


def _declared(of: str, attributes: Mapping[str, str]) -> Any:
    block = etree.Element("attributes", {"class": of, "mode": "static"})
    for name, kind in attributes.items():
        etree.SubElement(block, "attribute", id=name, title=name, type=kind)
    return block


def _node(of: Node) -> Any:
    element = etree.Element("node", id=of.code, label=_token(of.name))
    element.append(_values(node_values(of)))
    return element


def _edge(arc: Arc) -> Any:
    optional = {"start": arc.start, "end": arc.end, "weight": None if arc.weight is None else repr(float(arc.weight))}
    told = {name: value for name, value in optional.items() if value is not None}
    ends = {"id": plain(arc.key), "source": arc.source, "target": arc.target}
    element = etree.Element("edge", {**ends, "type": "directed", "kind": arc.layer, "label": arc.layer, **told})
    element.append(_values(arc.attributes))
    return element


def _values(values: Mapping[str, Value]) -> Any:
    block = etree.Element("attvalues")
    for name, value in values.items():
        etree.SubElement(block, "attvalue", {"for": name, "value": text_of(value)})
    return block


def text_of(value: Value) -> str:
    """A value as XML Schema writes it."""
    return str(value).lower() if isinstance(value, bool) else plain(str(value))


def _token(text: str) -> str:
    return " ".join(plain(text).split())
