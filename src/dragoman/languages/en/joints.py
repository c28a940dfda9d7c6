"""Small words of the page, not of the sentence: what glues, what a full stop cuts short, what begins a sentence."""

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


JOINTS = frozenset(_load()["joints"])
"""Word forms, casefolded: a glued word is split only where one half is among these."""

ABBREVIATIONS = frozenset(_load()["abbreviations"])
"""Words cut short by a full stop, casefolded without it, after which no sentence ends."""

ACRONYMS = frozenset(_load()["acronyms"])
"""Words with full stops inside ("u.s."), after which a sentence ends only before a word that begins sentences."""

OPENERS = frozenset(_load()["openers"])
"""Words, casefolded, that begin sentences and no names."""
