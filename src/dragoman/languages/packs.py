"""The packs by language, each loaded once."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from dragoman.errors import LanguageUnsupported
from dragoman.languages.protocol import LanguagePack

PACKS = {"en": "EnglishPack", "ru": "RussianPack"}
"""Language to the class in `languages/<language>/` that reads it."""


def supported() -> tuple[str, ...]:
    """The languages that have a pack, ISO 639-1."""
    return tuple(PACKS)


@cache
def pack(language: str) -> LanguagePack:
    """The pack of a language, loaded once.

    Raises LanguageUnsupported where there is none.
    """
    if language not in PACKS:
        raise LanguageUnsupported(
            f"no language pack for {language!r}", advice=f"languages that can be read: {', '.join(PACKS)}"
        )
    module = import_module(f".{language}", __package__)
    made: LanguagePack = getattr(module, PACKS[language])()
    return made
