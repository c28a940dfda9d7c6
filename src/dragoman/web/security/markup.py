"""HTML that is shown inside a page: only what shapes a text is let through."""

from __future__ import annotations

import nh3
from markupsafe import Markup

TAGS = frozenset({
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dl", "dt", "em", "figcaption",
    "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span",
    "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul",
})  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "*": {"lang", "dir"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
DROPPED_WHOLE = frozenset({
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "textarea", "title",
})  # fmt: skip
"""Elements whose content is no text of the page either."""
LINKS = frozenset({"http", "https"})


def clean(html: str) -> Markup:
    """The HTML with nothing in it that runs, loads, styles or leads anywhere but to a web page."""
    shown = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        clean_content_tags=set(DROPPED_WHOLE),
        url_schemes=set(LINKS),
        link_rel="noopener noreferrer nofollow",
        strip_comments=True,
    )
    return Markup(shown)
