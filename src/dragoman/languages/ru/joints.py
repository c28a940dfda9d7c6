"""Short words that pages glue to their neighbour when a link or a line break is lost ("заявилминистр")."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


@cache
def _load() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "data" / "joints.yaml").read_text("utf8"))
    return lists


JOINTS = frozenset(word for name, words in _load().items() if name != "abbreviations" for word in words)
"""Word forms, casefolded: a glued word is split only where one half is among these."""

ABBREVIATIONS = tuple(_load()["abbreviations"])
"""Words cut short by a full stop that stand before a name or a capital, so that no sentence ends there."""
