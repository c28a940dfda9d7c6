"""From any single source to a Document."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from dragoman.errors import SourceEmpty, SourceRefused
from dragoman.model import Document
from dragoman.sources.decode import decode
from dragoman.sources.fetch import fetch
from dragoman.sources.files import contents
from dragoman.sources.limits import DEFAULT_LIMITS, Limits
from dragoman.sources.markup import is_html, read_html
from dragoman.sources.page import Page
from dragoman.sources.pagetext import read_page_text
from dragoman.sources.rows import refuse_rows, refuse_rows_in

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.I)


def read(source: str | Path, *, allow_private: bool = False, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The article in a text file, a page saved as text, an HTML file, an http(s) address, or standard input (`-`).

    `text` is the body alone, paragraphs parted by an empty line: headline, date line, counters and other furniture of
    the page are in the other fields or gone. `id` comes from what was read, so the same article has the same one
    wherever it lies. `language` is None: to identify it is for the language packs. `allow_private` lets an address be
    in a private network. Raises SourceError, by kind: SourceMissing, SourceRefused, SourceTooLarge, SourceTimeout,
    SourceEmpty, SourceNotText.
    """
    name = str(source)
    scheme = SCHEME.match(name)
    page = _fetched(name, allow_private, limits) if scheme and isinstance(source, str) else _stored(source, limits)
    return _document(page, name)


def read_given(content: bytes | str, name: str, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The article in what was pasted (`str`) or uploaded (`bytes`), as `read` has it; `name` is its source.

    Raises SourceTooLarge, SourceEmpty, SourceNotText; rows are refused, and an archive is never looked into.
    """
    raw = content.encode("utf-8", "replace") if isinstance(content, str) else content
    limits.check(len(raw), name)
    refuse_rows_in(raw, name)
    return _document(_page(decode(raw, source=name), name, None), name)


def article(text: str, *, source: str) -> Document:
    """The article in the decoded text of a page that stood at the address `source`, as `read` makes it.

    Raises SourceEmpty.
    """
    return _document(_page(text, source, source), source)


def _document(page: Page, source: str) -> Document:
    if not page.paragraphs:
        raise SourceEmpty(
            "nothing in it but a page's furniture", source=source, advice="save the article with its text"
        )
    return Document(
        id=_identity(page),
        source=source,
        text=page.text,
        outlet=page.outlet,
        published=page.published,
        headline=page.headline,
        author=page.author,
        views=page.views,
    )


def _fetched(address: str, allow_private: bool, limits: Limits) -> Page:
    scheme = address.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        raise SourceRefused(f"cannot read {scheme} addresses", source=address, advice="give an http or https address")
    answer = fetch(address, allow_private=allow_private, limits=limits)
    text = decode(answer.raw, source=address, declared=answer.charset)
    return _page(text, address, answer.address)


def _stored(source: str | Path, limits: Limits) -> Page:
    refuse_rows(source)
    text = decode(contents(source, limits), source=str(source))
    return _page(text, str(source), None)


def _page(text: str, source: str, address: str | None) -> Page:
    return read_html(text, source=source, address=address) if is_html(text) else read_page_text(text)


def _identity(page: Page) -> str:
    """16 hexadecimal digits of what was read. Views are left out: they change from hour to hour."""
    told = "\x1f".join((page.outlet or "", page.published or "", page.headline or "", page.text))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
