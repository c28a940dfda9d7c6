"""One folder a language. A pack turns text into sentences and clauses and knows nothing of event types."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from dragoman.errors import LanguageUnsupported
from dragoman.languages.paragraphs import paragraphs
from dragoman.languages.protocol import LanguagePack
from dragoman.languages.shape import Clause, Sentence, Token

__all__ = ["Clause", "LanguagePack", "Sentence", "Token", "identify", "pack", "paragraphs", "supported"]

PACKS = {"en": "EnglishPack", "ru": "RussianPack"}
"""Language to the class in `languages/<language>/` that reads it."""

SAMPLE = 4000
"""Characters looked at to tell the language: enough for langid to be stable, short enough for long pages."""


def supported() -> tuple[str, ...]:
    """The languages that have a pack, ISO 639-1."""
    return tuple(PACKS)


def identify(text: str) -> str:
    """The language of a text, ISO 639-1, by the character n-grams of langid.

    A text without letters is `und`, undetermined.
    """
    if not any(c.isalpha() for c in text):
        return "und"
    import py3langid

    language, _ = py3langid.classify(text[:SAMPLE])
    return str(language)


@cache
def pack(language: str) -> LanguagePack:
    """The pack of a language, loaded once.

    Raises LanguageUnsupported where there is none.
    """
    if language not in PACKS:
        raise LanguageUnsupported(
            f"no language pack for {language!r}", advice=f"languages that can be read: {', '.join(PACKS)}"
        )
    module = import_module(f".{language}", __name__)
    made: LanguagePack = getattr(module, PACKS[language])()
    return made
