"""What a page's metadata say of an article: title, author and day, as trafilatura finds them.

Its `extract_metadata` also looks for tags, categories, licence, address and site, which nobody asks for here, and
searches the whole page for an author where no attribute speaks of one; both together cost as much as the text.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick
from lxml.html import HtmlElement
from trafilatura.metadata import examine_meta, extract_author, extract_meta_json, extract_metadata, extract_title

NAMES = (
    "author", "byl", "username", "bbl", "zuozhe", "bianji", "channel-name", "posted-by", "submitted-by",
    "journalist-name", "screenname", "writer",
)  # fmt: skip
"""What attributes hold by which trafilatura knows an element as the author's."""
MARKED = re.compile(
    rf"""<author|\b(?:class|id|rel|itemprop|data-[a-z]+)\s*=\s*(?:"[^"<>]*?|'[^'<>]*?|[^\s"'<>]*?)(?:{"|".join(NAMES)})"""
)
SCRIPT = re.compile(r"<script\b.*?</script", re.S)


class Described(NamedTuple):
    """The facts; None where nothing is found."""

    title: str | None
    author: str | None
    date: str | None


def described(tree: HtmlElement, markup: str, address: str | None, *, dated: bool) -> Described:
    """The facts of a page. `dated` says that its day is known, and need not be looked for."""
    if not dated:
        found = extract_metadata(tree, address, None, False)
        return Described(found.title, found.author, found.date)
    found = examine_meta(tree)
    if found.author and " " not in found.author:
        found.author = None  # the name of an account, as trafilatura has it
    with suppress(Exception):  # whatever JSON-LD holds, it is told by `structured` too
        found = extract_meta_json(tree, found)
    found.title = found.title or extract_title(tree)
    if not found.author and credits_author(markup):
        found.author = extract_author(tree)
    found.clean_and_trim()
    return Described(found.title, found.author, None)


def credits_author(markup: str) -> bool:
    """Whether an element of a page may be marked as its author's.

    Only around a name one need look at attributes, from the last bracket before it on: no value goes over that.
    """
    text = SCRIPT.sub("", markup.lower())
    return any(
        MARKED.search(text, max(0, text.rfind("<", 0, start), text.rfind(">", 0, start)), end)
        for _, start, end in named().find_matches_as_indexes(text, overlapping=True)
    )


@cache
def named() -> AhoCorasick:
    """Finds the names."""
    return AhoCorasick(NAMES)
