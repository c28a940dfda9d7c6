"""The codebook of a table: every column explained, in Markdown for readers and as a data resource for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dragoman.exports.columns import Column, columns
from dragoman.exports.forms import TableName
from dragoman.model import Dataset
from dragoman.version import __version__

KEYS = {
    TableName.events: ["event_id"],
    TableName.ties: ["tie_id"],
    TableName.measures: ["dataset", "name", "actor", "year"],
    TableName.statements: ["document_id", "statement_id"],
    TableName.documents: ["document"],
    TableName.datasets: ["dataset"],
    TableName.claims: ["claim"],
}
"""What tells the rows of a table apart."""
_JSON_TYPES = {"text": "string", "whole": "integer", "fraction": "number", "yes_no": "boolean"}
_TYPES = {"text": "text", "whole": "whole number", "fraction": "number", "yes_no": "True or False"}


def as_json(table: TableName, file: str, rows: int, datasets: Iterable[Dataset] = ()) -> str:
    """The codebook of `file` as a Tabular Data Resource (Frictionless), with the sources of its rows."""
    resource = {
        "profile": "tabular-data-resource",
        "name": table.value,
        "path": file,
        "description": f"{rows} rows written by Dragoman {__version__}",
        "format": file.rpartition(".")[2],
        "encoding": "utf-8",
        "schema": {"fields": _fields(table), "primaryKey": KEYS[table], "missingValues": [""]},
        "sources": [_source(dataset) for dataset in datasets],
    }
    return json.dumps(resource, ensure_ascii=False, indent=2) + "\n"


def as_markdown(table: TableName, file: str, rows: int, datasets: Iterable[Dataset] = ()) -> str:
    """The codebook of `file` to be read, with the credit lines of its rows."""
    head = f"# {file}\n\n{rows} rows, written by Dragoman {__version__}. An empty cell: not known or not applicable.\n"
    return "\n".join([head, "## Columns\n", columns_table(table), *_credits(datasets)])


def columns_table(table: TableName) -> str:
    """The columns of a table as a Markdown table."""
    lines = ["| column | type | what it holds |", "|---|---|---|"]
    for name, column in columns(table).items():
        lines.append(f"| `{name}` | {_type_of(column)} | {_told(column)} |")
    return "\n".join(lines) + "\n"


def _type_of(column: Column) -> str:
    several = ", several with `\\|` between" if column.list else ""
    return f"{_TYPES[column.type]}{several}{', never empty' if column.filled else ''}"


def _told(column: Column) -> str:
    parts = [column.meaning.replace("|", "\\|")]
    if column.aligned:
        parts.append(f"in line with `{column.aligned}`")
    if column.allowed:
        parts.append("one of " + ", ".join(f"`{value}`" for value in column.allowed))
    return "; ".join(parts)


def _fields(table: TableName) -> list[dict[str, object]]:
    fields: list[dict[str, object]] = []
    for name, column in columns(table).items():
        field: dict[str, object] = {
            "name": name,
            "type": _JSON_TYPES[column.type],
            "description": column.meaning,
        }
        limits: dict[str, object] = {"required": True} if column.filled else {}
        if column.allowed and not column.list:
            limits["enum"] = list(column.allowed)
        if limits:
            field["constraints"] = limits
        for extra, value in (("separator", "|" if column.list else None), ("alignedWith", column.aligned)):
            if value:
                field[extra] = value
        fields.append(field)
    return fields


def _source(dataset: Dataset) -> dict[str, object]:
    return {
        "title": dataset.title,
        "name": dataset.name,
        "version": dataset.version,
        "years": [dataset.first_year, dataset.last_year],
        "terms": dataset.terms,
        "credit": dataset.credit,
        "gaps": list(dataset.gaps),
    }


def _credits(datasets: Iterable[Dataset]) -> list[str]:
    told = [
        f"- `{d.name}`: {d.title}, version {d.version}. {d.credit} Terms: {d.terms}." + "".join(f" {g}" for g in d.gaps)
        for d in datasets
    ]
    return ["## Where the rows come from\n", *told, ""] if told else []
