"""Texts with slots: `{role:form}` is filled, `[what stands in brackets]` is left out when a slot in it is empty."""

from __future__ import annotations

import re
from collections.abc import Callable

Lookup = Callable[[str, str], str]
"""From the name and the form of a slot to its text; empty where there is nothing to say."""

_SLOT = re.compile(r"\{(\w+)(?::([\w.]+))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def required(text: str) -> tuple[str, ...]:
    """The slots that have to be filled, in order."""
    return tuple(match[1] for match in _SLOT.finditer(_OPTIONAL.sub("", text)))


def slots(text: str) -> tuple[str, ...]:
    """Every slot, in order."""
    return tuple(match[1] for match in _SLOT.finditer(text))


def first(text: str) -> tuple[str, str] | None:
    """The first slot that is not the verb, with its form."""
    return next(((match[1], match[2] or "") for match in _SLOT.finditer(text) if match[1] != "verb"), None)


def fill(text: str, lookup: Lookup) -> str:
    """The text with its slots filled. What a lookup returns is never read as a template again."""
    parts = []
    for index, part in enumerate(_OPTIONAL.split(text)):
        optional = index % 2 == 1
        filled = {match: lookup(match[1], match[2] or "") for match in _SLOT.finditer(part)}
        if optional and not all(filled.values()):
            continue
        parts.append(_put(part, filled))
    return "".join(parts)


def _put(part: str, filled: dict[re.Match[str], str]) -> str:
    done, last = [], 0
    for match, value in filled.items():
        done += [part[last : match.start()], value]
        last = match.end()
    return "".join([*done, part[last:]])
