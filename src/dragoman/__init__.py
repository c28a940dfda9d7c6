"""Reads defence-diplomacy news: who did what with whom, who says so, how sure they are, each with its evidence.

    import dragoman

    document = dragoman.read("article.html")
    coding = dragoman.code(document)
    print(dragoman.brief(coding).headline)

The rooms are loaded when they are first used, so that importing this package costs nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.briefs import Brief, BriefLanguage
    from dragoman.model import Coding, Document

__all__ = ["__version__", "brief", "code", "read"]


def read(path: str | Path, *, allow_private: bool = False) -> Document:
    """The article in a text file, a page saved as text, an HTML file, an http(s) address, or standard input (`-`).

    `allow_private` lets an address be in a private network. Raises SourceError, by kind.
    """
    from dragoman.sources import read as read_source

    return read_source(path, allow_private=allow_private)


def code(document: Document) -> Coding:
    """What the document says, as statements with their evidence.

    Raises LanguageUnsupported where no language pack reads the document.
    """
    from dragoman.coding import code as code_document

    return code_document(document)


def brief(document_or_coding: Document | Coding, language: BriefLanguage = "en") -> Brief:
    """The brief of an article, told in `language` (`en` or `ru`), whatever the article's own.

    A Document is coded first; raises LanguageUnsupported where no language pack reads it.
    """
    from dragoman.briefs import brief as tell
    from dragoman.model import Document

    coding = code(document_or_coding) if isinstance(document_or_coding, Document) else document_or_coding
    return tell(coding, language)
