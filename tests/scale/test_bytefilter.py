"""The byte filter: evidence is found in every spelling of bytes, and not in what stands beside an article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.scale.bytefilter import (
    AROUND,
    LITTLE,
    STEM,
    Evidence,
    Passage,
    article_of,
    byte_filter,
    in_tag,
    letter_at,
    letter_before,
    passages,
    shortest,
    spelt_out,
    told,
    windows,
)

from .conftest import DELIVERY, SIGNING, WEATHER, html

RUSSIAN, ENGLISH, ORDINARY = html(SIGNING), html(DELIVERY), html(WEATHER)


@pytest.mark.parametrize("charset", ["utf-8", "cp1251", "koi8-r", "iso8859-5", "utf-16", "utf-16-le", "utf-16-be"])
def test_russian_is_found_in_every_character_set_of_news(charset: str) -> None:
    assert byte_filter().languages(RUSSIAN.encode(charset, "replace")) == {"ru"}


def test_letters_written_as_references_are_found() -> None:
    assert byte_filter().languages(RUSSIAN.encode("ascii", "xmlcharrefreplace")) == {"ru"}
    hexadecimal = "".join(c if c < "\x80" else f"&#x{ord(c):x};" for c in RUSSIAN)
    assert byte_filter().languages(hexadecimal.encode()) == {"ru"}


def test_english_is_found_in_any_case() -> None:
    for text in (ENGLISH, ENGLISH.upper(), ENGLISH.title()):
        assert byte_filter().languages(text.encode()) == {"en"}


def test_an_ordinary_page_has_no_evidence() -> None:
    assert byte_filter().languages(ORDINARY.encode()) == frozenset()


def test_teasers_menus_and_scripts_are_no_evidence() -> None:
    headline = " ".join(DELIVERY)
    beside = (
        f"<a class='teaser' href='/1'><span>{headline}</span></a>",
        f'<script>window.state = {{"title": "{headline}"}}</script>',
        f'<img alt="{headline}">',
        f"<aside class='box'><p>{headline}</p></aside>",
        f"<nav><ul><li>{headline}</li></ul></nav>",
        f"<footer><p>{headline}</p></footer>",
    )
    for one in beside:
        assert byte_filter().languages(ORDINARY.replace("</article>", f"</article>{one}").encode()) == frozenset()


def test_a_word_of_defence_alone_is_no_evidence() -> None:
    for text in ("The army.", "The army marched.", "Poland signed."):
        assert byte_filter().languages(html([text]).encode()) == frozenset()


@pytest.mark.parametrize("inside", ["armyworm", "warmy", "xмилитари", "неармия"])
def test_a_word_inside_another_is_none(inside: str) -> None:
    scanner = byte_filter().topics
    assert not scanner.hits(f" {inside} ".encode())[0]


def test_borders_of_words_in_bytes() -> None:
    utf8, old = "«армии»".encode(), "«армии»".encode("cp1251")
    assert not letter_before(utf8, 2) and not letter_at(utf8, len(utf8) - 2, 2)
    assert not letter_before(old, 1) and not letter_at(old, len(old) - 1, 1)
    assert letter_before("яармии".encode(), 2) and letter_at("армиия".encode(), 10, 0)


def test_what_stands_beside_is_told_by_the_markup_around_it() -> None:
    page = b"<p>one</p><a href='x'>two</a> three <script>four</script> <b title='five'>six</b>"
    assert told(article_of(page)).split() == [b"one", b"three", b"six"]
    assert in_tag(page, page.index(b"five")) and not in_tag(page, page.index(b"six"))


def test_what_is_never_closed_stays() -> None:
    for page in (b"<p>army</p><script>one", b"<p>one</p><a href='x'>two" + b" three" * 600 + b"</a>"):
        assert article_of(page) == page
    assert told(article_of(b"<a name='top'><p>one</p><a href='x'>two</a> three")).split() == [b"one", b"three"]


def words_left(page: bytes) -> list[bytes]:
    return told(article_of(page)).split()


def test_menus_and_what_stands_beside_an_article_are_cut_out() -> None:
    page = b"<nav><a href='x'>one</a> two</nav><p>three</p><aside><script>'</aside>'</script>four</aside> five"
    assert words_left(page) == [b"three", b"five"]
    inside = b"<aside>one <aside>two</aside> three</aside> four"
    assert words_left(inside) == [b"one", b"three", b"four"]
    assert words_left(b"<navigation>one</navigation> two") == [b"two"]


def test_what_stands_around_an_article_and_is_never_closed_takes_nothing_with_it() -> None:
    assert words_left(b"<aside>one <p>two</p> <nav>three</nav> four") == [b"one", b"two", b"four"]
    assert words_left(b"<aside>one <p>two</p> <aside>three</aside> four") == [b"one", b"two", b"four"]
    assert words_left(b"<p>one</aside> two</p></nav>") == [b"one", b"two"]
    long = b"<aside>" + b"one " * 80_000 + b"</aside>"
    assert article_of(long) == long


def test_a_script_that_writes_scripts_ends_at_its_own_end() -> None:
    assert words_left(b"<p>one</p><script>a('<script>b<style>')</script><p>two</p>") == [b"one", b"two"]


def test_lines_are_the_paragraphs_of_a_page() -> None:
    page = b"<p>One\nand <b>two</b>.</p><div>Three<br/>four</div>"
    assert [line.split() for line in told(page).splitlines() if line.strip()] == [
        [b"One", b"and", b"two", b"."],
        [b"Three"],
        [b"four"],
    ]


def test_the_language_of_an_article_by_the_way() -> None:
    english = byte_filter().known["en"]
    assert english.tells(passages("\n".join(DELIVERY)))
    passing = "He had served in the army before he opened a shop in France."
    assert not english.tells(passages("\n".join([*WEATHER, passing])))


def plainly_tells(known: Evidence, article: list[Passage]) -> bool:
    """What `Evidence.tells` says, by the words of every passage."""
    listed = known.known

    def said(passage: Passage) -> set[str]:
        return (passage.words & listed.topics) | set(known._phrases(passage.text))

    def holds(passage: Passage) -> bool:
        return bool(passage.words & listed.triggers and passage.words & listed.actors.keys() and said(passage))

    together = [Passage(f"{one.text} {other.text}") for one, other in pairwise([*article, Passage("")])]
    little = {word for passage in article for word in passage.words & listed.little}
    if not any(map(holds, together)) or len(little) < LITTLE:
        return False
    several = len({word[:STEM] for passage in article for word in said(passage)}) > 2
    return several or any(
        len(frozenset().union(*(listed.actors[word] for word in one.words & listed.actors.keys()))) > 1
        for one in filter(holds, article)
    )


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from(["en", "ru"]))
def test_only_words_of_passages_that_may_speak_are_cut_out_and_the_answer_is_the_same(
    data: st.DataObject, language: str
) -> None:
    known = byte_filter().known[language]
    listed = known.known
    lists = (listed.topics, listed.triggers, listed.actors, listed.little, {"paint", "re", "ёлка"})
    halves = [half for phrase in sorted(listed.phrases)[::5] for half in phrase.split(" ", 1)]
    word = st.one_of(*(st.sampled_from(sorted(one)[::7]) for one in lists), st.sampled_from(halves))
    lines = data.draw(st.lists(st.lists(word, min_size=1, max_size=6).map(" ".join), max_size=6))
    article = passages("\n".join(lines))
    assert known.tells(article) == plainly_tells(known, article)
    assert [known.holds(one) for one in article] == [
        bool(one.words & listed.triggers and one.words & listed.actors.keys())
        and bool(one.words & listed.topics or set(known._phrases(one.text)))
        for one in article
    ]


def test_what_begins_as_another_word_need_not_be_looked_for() -> None:
    assert [*shortest({"arm", "army", "armies", "tank", "warm"})] == ["arm", "tank", "warm"]
    assert [*shortest(set())] == []


def test_a_text_in_another_language_is_none_of_ours_though_it_names_the_same() -> None:
    german = (
        "Spanien lieferte am Montag sechs HIMARS an Peru.",
        "Peru und Spain signed, die Bundeswehr bleibt in Lima.",
    )
    assert byte_filter().languages(html(german).encode()) == frozenset()


@given(st.lists(st.integers(0, 100_000), max_size=20), st.integers(1, 100_000))
def test_windows_hold_every_place_and_do_not_overlap(places: list[int], size: int) -> None:
    places = sorted(place for place in places if place < size)
    found = list(windows(((place, "utf-8") for place in places), size))
    assert all(0 <= begin < end <= size for begin, end, _ in found)
    assert all(one[1] < other[0] + AROUND for one, other in pairwise(found))
    for place in places:
        assert any(begin <= place < end for begin, end, _ in found)


@settings(max_examples=200)
@given(st.binary(max_size=3000))
def test_any_bytes_are_answered(raw: bytes) -> None:
    assert byte_filter().languages(raw) <= {"en", "ru"}


def test_references_become_letters_in_place() -> None:
    assert spelt_out(b"a&#1072;b&#x431;&amp;") == "aаbб&amp;".encode()
