"""One folder a language. A pack turns text into sentences and clauses and knows nothing of event types."""

from __future__ import annotations

from dragoman.languages.lemmas import lemmas, readings, words_of
from dragoman.languages.packs import pack, supported
from dragoman.languages.paragraphs import paragraphs
from dragoman.languages.protocol import LanguagePack
from dragoman.languages.shape import Clause, Sentence, Token

__all__ = [
    "Clause", "LanguagePack", "Sentence", "Token", "identify", "lemmas", "pack", "paragraphs", "readings",
    "supported", "words_of",
]  # fmt: skip

SAMPLE = 2000
"""Characters looked at to tell the language: enough for langid to be stable, short enough for long pages."""


def identify(text: str) -> str:
    """The language of a text, ISO 639-1, by the character n-grams of langid.

    A text without letters is `und`, undetermined.
    """
    if not any(c.isalpha() for c in text):
        return "und"
    import py3langid

    language, _ = py3langid.classify(text[:SAMPLE])
    return str(language)
