"""Short words that pages glue to their neighbour when a link or a line break is lost ("заявилминистр")."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dragoman.languages.ru.morphology import finite
from dragoman.schema.located import read_located


@cache
def _load() -> dict[str, tuple[str, ...]]:
    located = read_located(Path(__file__).parent / "data" / "joints.yaml")
    try:
        return TypeAdapter(dict[str, tuple[str, ...]]).validate_python(located.content)
    except ValidationError as error:
        first = error.errors()[0]
        raise located.error(f"{first['msg']}: {first['input']!r}", first["loc"]) from error


LISTED = frozenset(word for name, words in _load().items() if name != "abbreviations" for word in words)


class Joints:
    """The word forms, casefolded, beside which spaces are lost: those listed, and verbs of news in the third person."""

    def __contains__(self, word: object) -> bool:
        return word in LISTED or (isinstance(word, str) and len(word) > SHORTEST and finite(word))


SHORTEST = 5
"""Letters of a finite verb that cannot be taken for a part of another word."""

JOINTS = Joints()
"""A glued word is split only where one part is among these."""

ABBREVIATIONS = _load()["abbreviations"]
"""Words cut short by a full stop that stand before a name or a capital, so that no sentence ends there."""
