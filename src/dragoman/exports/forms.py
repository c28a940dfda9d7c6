"""The formats of an export, and what each can hold."""

from __future__ import annotations

from enum import StrEnum


class TableName(StrEnum):
    """What is exported: a row of a table, an arc of a graph, a point of a map is one of these."""

    events = "events"
    ties = "ties"
    measures = "measures"
    statements = "statements"
    documents = "documents"
    datasets = "datasets"
    claims = "claims"


class Form(StrEnum):
    """The formats of an export."""

    csv = "csv"
    parquet = "parquet"
    gexf = "gexf"
    graphml = "graphml"
    ftm = "ftm"
    geojson = "geojson"
    csl = "csl"


What = tuple[TableName, ...]
SUFFIXES = {
    ".csv": Form.csv,
    ".parquet": Form.parquet,
    ".gexf": Form.gexf,
    ".graphml": Form.graphml,
    ".ftm.jsonl": Form.ftm,
    ".geojson": Form.geojson,
    ".csl.json": Form.csl,
}
TABLES = frozenset({Form.csv, Form.parquet})
PICTURES = frozenset({Form.gexf, Form.graphml, Form.ftm, Form.geojson})
"""Formats that are looked at without their small print: what did not happen is left out unless it is asked for."""
HOLDS: dict[Form, What] = {
    Form.csv: tuple(TableName),
    Form.parquet: tuple(TableName),
    Form.gexf: (TableName.ties,),
    Form.graphml: (TableName.ties,),
    Form.ftm: (TableName.events, TableName.ties),
    Form.geojson: (TableName.events, TableName.ties),
    Form.csl: (TableName.events, TableName.ties),
}
"""What a format can hold: a table one of these, the first if nothing is said; the others all of them."""


def form_of(name: str) -> Form | None:
    """The format that the end of a file's name says."""
    return next((form for suffix, form in SUFFIXES.items() if name.lower().endswith(suffix)), None)
