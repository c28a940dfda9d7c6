"""Short words that pages glue to their neighbour when a link or a line break is lost ("заявилминистр")."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml


@cache
def _load() -> frozenset[str]:
    lists: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "data" / "joints.yaml").read_text("utf8"))
    return frozenset(word for words in lists.values() for word in words)


JOINTS = _load()
"""Word forms, casefolded: a glued word is split only where one half is among these."""
