"""A coder turns the sentences of a document into statements. `rules` is the default."""

from __future__ import annotations

from functools import cache

from ..errors import LanguageUnsupported
from ..languages import identify, pack
from ..model import Coding, Document
from .rules import RulesCoder

__all__ = ["RulesCoder", "code", "coder"]


@cache
def coder(language: str) -> RulesCoder:
    """The coder of a language, made once. Raises LanguageUnsupported."""
    return RulesCoder(pack(language))


def code(document: Document) -> Coding:
    """All statements of a document. Its language is identified where it is not given.

    Raises LanguageUnsupported where there is no pack for the language.
    """
    language = document.language or identify(document.text)
    try:
        made = coder(language)
    except LanguageUnsupported as error:
        raise LanguageUnsupported(error.what, source=document.source, advice=error.advice) from error
    document = document if document.language else document.model_copy(update={"language": language})
    return Coding(document=document, statements=tuple(made.code(document).statements))
