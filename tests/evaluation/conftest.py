"""Annotated passages of our own, and codings to set beside them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Write = Callable[..., Path]


def event(type_: str, status: str, *roles: str, **more: Any) -> dict[str, Any]:
    """An annotated statement; `roles` as `KEN:supplier`."""
    actors = [dict(zip(("actor", "role"), role.split(":"), strict=True)) for role in roles]
    return {"type": type_, "status": status, "actors": actors, **more}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write(row, …, name=…)`: rows as a gold file."""

    def call(*rows: Any, name: str = "gold.jsonl") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    return call
