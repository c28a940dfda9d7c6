"""Short words that pages glue to their neighbour when a link or a line break is lost ("заявилминистр")."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dragoman.schema.located import read_located


@cache
def _load() -> dict[str, tuple[str, ...]]:
    located = read_located(Path(__file__).parent / "data" / "joints.yaml")
    try:
        return TypeAdapter(dict[str, tuple[str, ...]]).validate_python(located.content)
    except ValidationError as error:
        first = error.errors()[0]
        raise located.error(f"{first['msg']}: {first['input']!r}", first["loc"]) from error


JOINTS = frozenset(word for name, words in _load().items() if name != "abbreviations" for word in words)
"""Word forms, casefolded: a glued word is split only where one half is among these."""

ABBREVIATIONS = _load()["abbreviations"]
"""Words cut short by a full stop that stand before a name or a capital, so that no sentence ends there."""
