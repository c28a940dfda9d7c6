"""An HTML page: the article and the facts that the page states."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from dragoman.errors import SourceEmpty
from dragoman.sources import markup
from dragoman.sources.markup import is_html, read_html, strip

PARAGRAPHS = [
    "Министр обороны Латвии прибыл в Кишинёв, где провёл переговоры с молдавским коллегой о подготовке сапёров.",
    "По итогам встречи подписан меморандум, который позволит молдавским офицерам учиться в латвийской академии.",
    "«Первая группа приедет уже осенью», — сказал министр журналистам после церемонии в здании правительства.",
    "Наблюдатели полагают, что следующим шагом могут стать совместные учения инженерных подразделений двух стран.",
]
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Латвия обучит молдавских сапёров",
            "datePublished": "2023-03-07T18:40:00+02:00",
            "author": {"@type": "Person", "name": "Анна Ветрова"},
            "publisher": {"@type": "Organization", "name": "Застава"},
            "interactionStatistic": {
                "@type": "InteractionCounter",
                "interactionType": "https://schema.org/ReadAction",
                "userInteractionCount": 1204,
            },
        }
    ],
}


def page(head: str = "", before: str = "", after: str = "") -> str:
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="ru">
    <head><title>Латвия обучит молдавских сапёров - Застава</title>{head}</head>
    <body><nav><ul><li><a href="/">Главная</a></li><li><a href="/army">Армия</a></li></ul></nav>
    <article><h1>Латвия обучит молдавских сапёров</h1>{before}{body}{after}
    <p>Читайте также: <a href="/2">Учения в горах перенесли на май</a></p></article>
    <aside><h3>Другие новости</h3><a href="/3">Корабли вернулись в порт приписки</a></aside>
    <footer>© 2023 Застава. Все права защищены.</footer></body></html>"""


def test_the_article_is_its_paragraphs_alone() -> None:
    found = read_html(page(), source="a.html")
    assert found.paragraphs == PARAGRAPHS
    assert found.headline == "Латвия обучит молдавских сапёров"


def test_linked_data_gives_the_facts() -> None:
    script = f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'
    found = read_html(page(script), source="a.html")
    assert (found.published, found.views, found.outlet) == ("2023-03-07T18:40", 1204, "Застава")
    assert found.author == "Анна Ветрова"


def test_broken_linked_data_is_passed_over() -> None:
    found = read_html(page('<script type="application/ld+json">{"a": </script>'), source="a.html")
    assert found.paragraphs == PARAGRAPHS


PROGRAM = "var told = '<p>The fleet of one state left the port of another.</p>', author = 'A. Vetrova';"
PROGRAMS = (
    f"<script>{PROGRAM}</script>",
    f'<script type="text/javascript">{PROGRAM * 40}</script><style>p {{ color: red }}</style>',
    f'<div><p>Short.<script type="module">{PROGRAM}</script> And more.</p></div>',
    f"<form><script>{PROGRAM * 40}</script><p>{PARAGRAPHS[0]}</p></form>",
    f'<script type="text/plain">{PROGRAM}</script><script type="math/tex">x^2</script>',
)


FRAMES = (
    "<aside><h2>Most read</h2><p>Ministers of two states met and talked of grain.</p></aside>",
    "<footer><p>All rights reserved.</p><svg><text>Drawn</text></svg></footer>",
)


@pytest.mark.parametrize("program", [*PROGRAMS, *FRAMES])
def test_a_page_is_read_the_same_without_what_stands_around_its_article(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [page(program), page(before=program), page(after=program), f"<html><body>{program}</body></html>"]

    def read() -> list[object]:
        found: list[object] = []
        for one in pages:
            try:
                found.append(read_html(one, source="a.html"))
            except SourceEmpty as error:
                found.append(error.what)
        return found

    light = read()
    monkeypatch.setattr(markup, "strip", lambda _: None)
    assert light == read()


def test_what_stands_around_an_article_is_taken_out_and_data_and_formulas_stay() -> None:
    tree = html.fromstring(page(PROGRAMS[1] + FRAMES[0], after=PROGRAMS[4] + FRAMES[1] + "<p>Behind.</p>"))
    strip(tree)
    assert [one.text for one in tree.iter("script", "style")] == [PROGRAM, "x^2"]
    assert not list(tree.iter("aside", "footer", "svg"))
    assert "Behind." in tree.text_content()


def test_an_aside_around_the_article_itself_stays() -> None:
    tree = html.fromstring(f"<aside><h1>Drills</h1><p>{PARAGRAPHS[0]}</p></aside><aside>Weather</aside>")
    strip(tree)
    assert tree.text_content() == f"Drills{PARAGRAPHS[0]}"


def test_meta_tags_give_the_facts() -> None:
    head = (
        '<meta property="og:site_name" content="Застава">'
        '<meta property="article:published_time" content="2023-03-07T18:40:00+02:00">'
        '<meta name="author" content="Анна Ветрова">'
    )
    found = read_html(page(head), source="a.html")
    assert (found.published, found.outlet, found.author) == ("2023-03-07T18:40", "Застава", "Анна Ветрова")


@pytest.mark.parametrize(
    ("markup", "views"),
    [
        ('<meta itemprop="interactionCount" content="UserPageVisits:8913">', 8913),
        ('<span class="article__views">8 913</span>', 8913),
        ('<div class="views-count" title="Просмотров: 8 913"><i></i></div>', 8913),
        ('<span class="post-view-count">12,4 тыс.</span>', 12400),
        ('<meta itemprop="interactionCount" content="UserComments:12">', None),
        ('<div class="view view-news">17</div>', None),
        ('<span class="preview">17</span>', None),
    ],
)
def test_views_are_read_where_the_page_shows_them(markup: str, views: int | None) -> None:
    assert read_html(page(before=markup), source="a.html").views == views


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<time datetime="2023-03-07T18:40">вчера</time>', "2023-03-07T18:40"),
        ('<div class="news-date">7 марта 2023, 18:40</div>', "2023-03-07T18:40"),
        ('<time datetime="2023-03-07">7 марта</time><span class="date">07.03.2023 18:40</span>', "2023-03-07T18:40"),
        ('<time datetime="2023-03-07">7 марта</time>', "2023-03-07"),
    ],
)
def test_a_shown_date_keeps_its_precision(markup: str, published: str) -> None:
    assert read_html(page(before=markup), source="a.html").published == published


def test_without_a_sites_name_the_outlet_is_its_domain() -> None:
    found = read_html(page(), source="u", address="https://www.zastava.example/army/17")
    assert found.outlet == "zastava.example"


def test_a_page_with_an_xml_declaration_is_read() -> None:
    declared = '<?xml version="1.0" encoding="windows-1251"?>' + page()
    assert is_html(declared)
    assert read_html(declared, source="a.html").paragraphs == PARAGRAPHS


def test_a_fragment_is_read() -> None:
    fragment = "<div>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS) + "</div>"
    assert is_html(fragment)
    assert read_html(fragment, source="-").paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "markup", ["<html><body></body></html>", "<html><head><script>go()</script></head><body><nav></nav></body></html>"]
)
def test_a_page_without_an_article_says_what_to_do(markup: str) -> None:
    with pytest.raises(SourceEmpty) as caught:
        read_html(markup, source="a.html")
    assert caught.value.source == "a.html"
    assert "give" in caught.value.advice


@pytest.mark.parametrize("text", ["Министры встретились.", "a < b", "<3 люблю", ""])
def test_plain_text_is_not_taken_for_a_page(text: str) -> None:
    assert not is_html(text)


PIECES = ["<p>", "</p>", "<div ", "class=", "'date'", ">", "<!--", "]]>", "&#0;", "x", "7 мая 2023", "<time datetime="]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_broken_markup_never_crashes(pieces: list[str]) -> None:
    try:
        found = read_html("<html>" + "".join(pieces), source="a.html")
    except SourceEmpty:
        return
    assert found.paragraphs
