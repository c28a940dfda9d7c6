"""Facts that an HTML page states for machines, or in elements whose class says what they hold."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Collection, Iterator, Sequence

from lxml.etree import XPath
from lxml.html import HtmlElement

from dragoman.sources.counters import count, count_in
from dragoman.sources.dates import cut_iso, find_date

PUBLISHED_META = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "publish-date", "pubdate",
    "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created", "date",
)  # fmt: skip
VIEW_CLASS = re.compile(
    r"(?:^|\s)(?:\w+[-_]+)*(?:views|view[-_]*(?:count|counter|number|num|total)|viewed|hits|просмотр\w*|prosmotr\w*)"
    r"(?:[-_]*(?:count|counter|number|num|total|value))?(?:$|\s)",
    re.I,
)
"""Not `view` alone nor `views-field`: content systems name lists so."""
DATE_CLASS = re.compile(r"(?:^|[\s_-])(?:date|datetime|time|published|pubdate|meta|дата)(?:$|[\s_-])", re.I)
READ_ACTIONS = ("ViewAction", "ReadAction", "WatchAction", "UserPageVisits", "UserPageViews")
SHORT = 120
"""Characters: an element with more is not a date line or a counter."""
Json = dict[str, object]
NAMES = XPath("//@class | //@id", smart_strings=False)
MANY = 20
"""Names up to which the elements that have one are asked for by them; of more, every element with a name is."""


def names(tree: HtmlElement) -> frozenset[str]:
    """The classes and ids that stand on a page: it has thousands of elements, and few names."""
    found: list[str] = NAMES(tree)
    return frozenset(found)


def published(tree: HtmlElement, linked: list[Json], named: Collection[str]) -> str | None:
    """When the page says that it was published, with the clock time where any place on it gives one for that day."""
    found = [iso for value in _dates(tree, linked) if (iso := cut_iso(value))]
    found += [dated.iso for text in _shown(tree, named, DATE_CLASS) if (dated := find_date(text))]
    if not found:
        return None
    return next((iso for iso in found if iso.startswith(f"{found[0]}T")), found[0])


def _dates(tree: HtmlElement, linked: list[Json]) -> Iterator[str]:
    metas = _metas(tree)
    yield from (metas[name] for name in PUBLISHED_META[:1] if name in metas)
    yield from _texts(linked, "datePublished")
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]"):
        yield element.get("content") or element.get("datetime") or element.text_content()
    yield from (metas[name] for name in PUBLISHED_META[1:] if name in metas)
    yield from tree.xpath("//article//time/@datetime")
    yield from tree.xpath("//time/@datetime")


def views(tree: HtmlElement, linked: list[Json], named: Collection[str]) -> int | None:
    """How often the page says that it was read."""
    for one in _nodes(linked):
        kind = json.dumps(one.get("interactionType", ""))
        number = one.get("userInteractionCount")
        if number is not None and any(action in kind for action in READ_ACTIONS):
            return count(str(number))
    for element in tree.xpath("//*[@itemprop='interactionCount' or @itemprop='userInteractionCount']"):
        value = element.get("content") or element.text_content()
        if ":" not in value or any(action in value for action in READ_ACTIONS):
            return count_in(value)
    return next((number for text in _shown(tree, named, VIEW_CLASS) if (number := count_in(text)) is not None), None)


def outlet(tree: HtmlElement, linked: list[Json]) -> str | None:
    """The site's own name."""
    named = _metas(tree).get("og:site_name", "").strip()
    for one in _nodes(linked):
        publisher = one.get("publisher")
        if not named and isinstance(publisher, dict):
            named = str(publisher.get("name") or "").strip()
    return named or None


def address(tree: HtmlElement) -> str | None:
    """The address that the page gives as its own."""
    found = [*tree.xpath("//link[@rel='canonical']/@href"), _metas(tree).get("og:url", "")]
    return next((str(one) for one in found if str(one).startswith("http")), None)


def linked_data(tree: HtmlElement) -> list[Json]:
    """The JSON-LD of the page; blocks that are no JSON are passed over, as they are for a search engine."""
    found: list[Json] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            block = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        found += [one for one in (block if isinstance(block, list) else [block]) if isinstance(one, dict)]
    return found


def _nodes(linked: list[Json]) -> Iterator[Json]:
    """Every object in the JSON-LD, outer ones first."""
    waiting: deque[object] = deque(linked)
    while waiting:
        one = waiting.popleft()
        if isinstance(one, dict):
            yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _texts(linked: list[Json], key: str) -> Iterator[str]:
    yield from (value for one in _nodes(linked) if isinstance(value := one.get(key), str))


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if name:
                found.setdefault(name.strip().lower(), meta.get("content"))
    return found


def _shown(tree: HtmlElement, named: Collection[str], pattern: re.Pattern[str]) -> Iterator[str]:
    """The text or title of short elements whose class or id matches."""
    for element in _called(tree, sorted(filter(pattern.search, named))):
        for text in (element.text_content(), element.get("title") or "", element.get("content") or ""):
            if 0 < len(text.strip()) <= SHORT:
                yield " ".join(text.split())


def _called(tree: HtmlElement, meant: Sequence[str]) -> Iterator[HtmlElement]:
    """The elements with one of these classes or ids, in the order of the page."""
    if len(meant) <= MANY:
        asked = " or ".join(f"@class = $name{i} or @id = $name{i}" for i in range(len(meant)))
        yield from tree.xpath(f"//*[{asked or 'false()'}]", **{f"name{i}": name for i, name in enumerate(meant)})
        return
    either = frozenset(meant)
    yield from (e for e in tree.xpath("//*[@class or @id]") if not either.isdisjoint((e.get("class"), e.get("id"))))
