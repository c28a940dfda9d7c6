"""An HTML page: trafilatura finds the article, `structured` the facts that the page states about it."""

from __future__ import annotations

import logging
import re
from urllib.parse import urlsplit

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document as Extracted

from dragoman.errors import SourceEmpty
from dragoman.sources import structured
from dragoman.sources.dates import cut_iso
from dragoman.sources.described import described
from dragoman.sources.page import Page
from dragoman.sources.pagetext import tidy

for _parser in ("trafilatura", "htmldate", "courlan"):
    # They warn of every page without an article, which the reader says itself; an application can still listen.
    logging.getLogger(_parser).addHandler(logging.NullHandler())

START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1)\b",
    re.I | re.S,
)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
ADVICE = "save the article's text and give that"
PROGRAMS, FRAMES = ("script", "style"), ("svg", "template", "aside", "footer")
"""Elements that trafilatura leaves out in the end, after it has copied and searched the page several times."""
UNREAD = frozenset(("", "text/javascript", "application/javascript", "module", "text/css"))
"""Types of programs that hold nothing to be read; of other types, data and formulas are."""
ARTICLE = ("h1", "article", "main")
"""What a page that sets its article in an `aside` has in it."""


def is_html(text: str) -> bool:
    """Whether the text begins as an HTML page does."""
    return START.match(text[:5000]) is not None


def read_html(text: str, *, source: str, address: str | None = None) -> Page:
    """The article of a page. `address` is where it was read from, if it was.

    Raises SourceEmpty when the page has no article.
    """
    markup = DECLARATION.sub("", text.replace("\0", ""))
    if "<html" not in markup.lower():
        markup = f"<html><head></head><body>{markup}</body></html>"
    try:
        tree = trafilatura.load_html(markup)
        page = None if tree is None else _page(tree, markup, address)
    except Exception as error:
        # Neither parser promises which errors malformed markup raises; for the reader it is a page without an article.
        raise SourceEmpty(f"no article can be read ({error})", source=source, advice=ADVICE) from error
    if page is None or not page.paragraphs:
        raise SourceEmpty("a page without an article", source=source, advice=ADVICE)
    return page


def _page(tree: HtmlElement, markup: str, address: str | None) -> Page | None:
    linked = structured.linked_data(tree)
    home = address or structured.address(tree)
    outlet = structured.outlet(tree, linked) or _domain(home)
    named = structured.names(tree)
    published = structured.published(tree, linked, named)
    views = structured.views(tree, linked, named)
    facts = described(tree, markup, home, dated=published is not None)
    strip(tree)
    found = trafilatura.bare_extraction(
        tree, url=home, with_metadata=False, include_comments=False, include_tables=False, favor_recall=False
    )
    if not isinstance(found, Extracted):
        return None
    headline = _headline(facts.title, outlet)
    return Page(
        tidy((found.text or "").split("\n"), headline),
        headline=headline,
        outlet=outlet,
        author=facts.author or None,
        published=published or cut_iso(facts.date or ""),
        views=views,
    )


def strip(tree: HtmlElement) -> None:
    """Take programs and what stands around the article out of a page, in place: they are most of it."""
    for element in list(tree.iter(*PROGRAMS, *FRAMES)):
        if element.tag in PROGRAMS:
            kept = (element.get("type") or "").lower() not in UNREAD
        else:
            kept = next(element.iter(*ARTICLE), None) is not None
        if not kept and element.getparent() is not None:
            element.drop_tree()


def _headline(title: str | None, outlet: str | None) -> str | None:
    """The title without the site's name behind it."""
    if not title:
        return None
    title = " ".join(title.split())
    if outlet:
        title = re.sub(rf"\s+[|•—–-]\s+{re.escape(outlet)}$", "", title, flags=re.I)
    return title or None


def _domain(address: str | None) -> str | None:
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None
