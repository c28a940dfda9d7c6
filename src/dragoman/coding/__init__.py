"""A coder turns the sentences of a document into statements. `rules` is the default."""

from __future__ import annotations

from functools import cache

from dragoman.coding.explain import Explanation, explanations
from dragoman.coding.learned import reviser
from dragoman.coding.neural import FramesAlone, reader
from dragoman.coding.rules import RulesCoder
from dragoman.errors import LanguageError, LanguageUnsupported
from dragoman.languages import identify, pack
from dragoman.model import Coding, Document

__all__ = ["Explanation", "RulesCoder", "code", "coder", "coding_of", "explain"]


@cache
def coder(language: str, *, frames_alone: bool = False) -> RulesCoder:
    """The coder of a language, made once. Raises LanguageUnsupported.

    With `frames_alone` the network is left out: several times quicker, blind to most conclusions and to acts told in
    words that no frame knows.
    """
    return RulesCoder(pack(language), reviser(language), FramesAlone() if frames_alone else reader())


def code(document: Document, *, frames_alone: bool = False) -> Coding:
    """All statements of a document. Its language is identified where it is not given; `frames_alone` as in `coder`.

    Raises LanguageUnsupported where there is no pack for the language.
    """
    made, document = prepared(document, frames_alone=frames_alone)
    return Coding(document=document, statements=tuple(made.code(document).statements))


def coding_of(document: Document) -> Coding:
    """As `code`; a language that cannot be read is a note of the coding, so that the document is kept all the same."""
    try:
        return code(document)
    except LanguageError as error:
        return Coding(document=document, note=error.what)


def explain(document: Document, offset: int | None = None) -> list[Explanation]:
    """Why the sentence at `offset` (characters of the text) was coded as it was; every sentence without an offset.

    Raises LanguageUnsupported where there is no pack for the language.
    """
    made, document = prepared(document)
    return explanations(made, document, offset)


def prepared(document: Document, *, frames_alone: bool = False) -> tuple[RulesCoder, Document]:
    """The coder for a document, and the document with its language."""
    language = document.language or identify(document.text)
    try:
        made = coder(language, frames_alone=frames_alone)
    except LanguageUnsupported as error:
        raise LanguageUnsupported(error.what, source=document.source, advice=error.advice) from error
    return made, document if document.language else document.model_copy(update={"language": language})
