"""What a test reads from the specification of a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Spec = dict[str, Any]


def title(spec: Spec) -> str:
    """The title, its lines joined."""
    return " ".join(spec["title"]["text"])


def caption(spec: Spec) -> str:
    """The caption, its lines joined."""
    found = spec["vconcat"][0]["title"]
    assert found["orient"] == "bottom"
    return " ".join(found["text"])


def rows_with(spec: Spec, *fields: str) -> list[dict[str, Any]]:
    """The rows of data that have these fields."""
    data = (node["values"] for node in _nodes(spec) if isinstance(node.get("values"), list))
    return [row for values in data for row in values if isinstance(row, dict) and set(fields) <= set(row)]


def axes(spec: Spec) -> set[str]:
    """The titles of the axes."""
    return {node["title"] for node in _nodes(spec) if "field" in node and node.get("title")}


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from _nodes(value)
