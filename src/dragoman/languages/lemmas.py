"""The words of a text as they are looked up: by lemma where there is a pack, by stem where Snowball knows the language.

A text in any other language is looked up by its word forms.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from dragoman.languages.packs import PACKS, pack

WORD = re.compile(r"[^\W_]+")
LONGEST = 60
"""Characters of a word that are kept: longer ones are no words."""
MOST = 50_000
"""Different lemmas that are kept of one text: PostgreSQL holds no more than a megabyte of them."""

SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "es": "spanish", "et": "estonian",
    "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""ISO 639-1 to the name of the stemmer."""


def words_of(text: str) -> list[str]:
    """The different words of a text as they are written, in the order in which they first come."""
    return list(dict.fromkeys(word[:LONGEST] for word in WORD.findall(text)))


def lemmas(text: str, language: str | None) -> list[str]:
    """The different lemmas that the words of a text may have, in the order in which they first come."""
    found = (lemma for word in words_of(text) for lemma in readings(word, language))
    return list(dict.fromkeys(found))[:MOST]


@lru_cache(maxsize=200_000)
def readings(word: str, language: str | None) -> tuple[str, ...]:
    """Every lemma that a word by itself may have, the likeliest first: `met` is of `meet` alone, `стали` of two.

    Any two forms that the lemmatiser knows to be of one word share one.
    """
    folded = word.casefold().replace("ё", "е")
    if language in PACKS:
        *found, form = pack(language).keys(folded)
        bare = ("".join(WORD.findall(lemma)) for lemma in found or [form])
        return tuple(dict.fromkeys(lemma or folded for lemma in bare))
    stemmer = _stemmer(language or "")
    return (str(stemmer.stemWord(folded)),) if stemmer else (folded,)


@cache
def _stemmer(language: str) -> Any:
    if language not in SNOWBALL:
        return None
    import snowballstemmer

    return snowballstemmer.stemmer(SNOWBALL[language])
