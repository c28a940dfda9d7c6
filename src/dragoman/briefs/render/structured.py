"""JSON: the brief as data, with the coding that it was made from."""

from __future__ import annotations

import json
from typing import Any

from dragoman.briefs.shape import Brief
from dragoman.model import Coding


def structured(brief: Brief, coding: Coding | None) -> str:
    """`{"brief", "document", "statements"}`; the last two only where the coding is given."""
    content: dict[str, Any] = {"brief": brief.model_dump(mode="json")}
    for section, shown in zip(brief.sections, content["brief"]["sections"], strict=True):
        for item, entry in zip(section.items, shown["items"], strict=True):
            entry["statements"] = list(item.statements)
    if coding is not None:
        content["document"] = coding.document.model_dump(mode="json")
        content["statements"] = [statement.model_dump(mode="json") for statement in coding.statements]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
