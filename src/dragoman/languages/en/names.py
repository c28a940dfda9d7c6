"""The words of a name, cut as the parsed sentence has them, without loading spaCy."""

from __future__ import annotations

import re

POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
"""The ending that a parsed sentence has as a case, not as a word ("People's Republic")."""
WORD = re.compile(r"(?:[A-Z]\.)+[A-Z]?(?!\w)|St\.|d['’]\w+|\w+(?:['’–-]\w+)*|[^\w\s]")
"""Initials and "St." keep their full stops, an apostrophe inside a name parts nothing ("N'Djamena")."""


def cut(name: str) -> list[str]:
    """The words of a name."""
    return WORD.findall(POSSESSIVE.sub("", name))
