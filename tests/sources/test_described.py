"""Title, author and day of a page are those that trafilatura's own metadata have."""

from __future__ import annotations

import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st
from trafilatura.metadata import extract_metadata

from dragoman.sources import described as module
from dragoman.sources.described import credits_author, described

ARTICLE = "<article><h1>Peru buys howitzers</h1><p>The ministry said so on Monday.</p></article>"
LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ana Soto"}}</script>'
MARKED = (
    '<p class="byline">By Ana Soto</p>', '<a rel="author" href="/ana">Ana Soto</a>',
    "<span itemprop=author>Ana Soto</span>",
    '<div data-testid="AuthorCard">Ana Soto</div>', "<author>Ana Soto</author>",
    "<b id='post-writer' class=writer>Ana Soto</b>",
)  # fmt: skip
PAGES = [
    *(f"<html><head><title>Peru | Site</title></head><body>{mark}{ARTICLE}</body></html>" for mark in MARKED),
    f'<html><head><meta name="author" content="Ana Soto"></head><body>{ARTICLE}</body></html>',
    f'<html><head><meta name="author" content="admin"></head><body>{ARTICLE}</body></html>',
    f'<html><head>{LINKED}<meta property="og:title" content="Peru &amp; arms"></head><body>{ARTICLE}</body></html>',
    f'<html><head><script type="application/ld+json">{{no json</script></head><body>{ARTICLE}</body></html>',
    f'<html><body><script>var author = "writer"</script><p>Its author is known.</p>{ARTICLE}</body></html>',
]


@pytest.mark.parametrize("page", PAGES)
def test_the_facts_are_those_of_the_whole_search(page: str) -> None:
    tree = trafilatura.load_html(page)
    whole = extract_metadata(tree, "https://site.example/1", None, False)
    found = described(tree, page, "https://site.example/1", dated=True)
    assert (found.title, found.author) == (whole.title, whole.author)
    assert found.title and "Peru" in found.title
    assert described(tree, page, "https://site.example/1", dated=False)[:2] == found[:2]


def test_an_author_is_only_looked_for_where_an_element_is_marked_as_such() -> None:
    assert [credits_author(page) for page in PAGES] == [True] * len(MARKED) + [False] * 5


@given(
    st.lists(
        st.sampled_from([
            "<", ">", '"', "'", "=", " ", "/", "p", "class", "id", "rel", "itemprop", "data-by", "author", "by", "byl",
            "bbl", "Writer", "<script>", "</script>", "<author", ' class="', "text ", "İ",
        ]),
        max_size=14,
    ).map("".join)
)  # fmt: skip
def test_an_author_is_found_wherever_the_whole_text_would_show_one(markup: str) -> None:
    assert credits_author(markup) == (module.MARKED.search(module.SCRIPT.sub("", markup.lower())) is not None)
