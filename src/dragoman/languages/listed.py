"""Lists of words in a language's folder: `name: [word, word]`, checked when they are read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dragoman.schema.located import read_located


@cache
def word_lists(path: Path) -> dict[str, tuple[str, ...]]:
    """The lists of a file by name. Raises CodebookError naming file and line."""
    located = read_located(path)
    try:
        return TypeAdapter(dict[str, tuple[str, ...]]).validate_python(located.content)
    except ValidationError as error:
        first = error.errors()[0]
        raise located.error(f"{first['msg']}: {first['input']!r}", first["loc"]) from error
