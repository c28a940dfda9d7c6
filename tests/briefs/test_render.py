"""The four formats."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dragoman.briefs import Brief, brief, render
from dragoman.errors import OutputError
from dragoman.model import Attribution, Coding, Evidence, Statement

from .samples import TEXT, coded, said, who

EVIL = "<script>alert(1)</script> & \"x\" 'y' [bold]z[/bold] **b** \x1b[31m"


class Page(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def evil() -> Coding:
    speaker = (Attribution(speaker=EVIL, span=(0, 1)),)
    party = who("party", "AZE", office=EVIL, person=EVIL, surface=EVIL)
    statement = said(
        "meeting", "happened", party, who("party", None, surface=EVIL), attribution=speaker, instrument=EVIL
    )
    text = EVIL + " конец"
    evidence = statement.model_copy(update={"evidence": Evidence(start=0, end=len(text), text=text), "id": EVIL})
    return coded(evidence, text=text, headline=EVIL, outlet=EVIL, author=EVIL, source=f"javascript:{EVIL}", note=EVIL)


def test_markdown_reads_like_a_note(coding: Coding) -> None:
    text = render(brief(coding, "en"), "markdown")
    assert text.startswith("# Azerbaijan and Morocco sign a defence agreement\n\n*Баку и Рабат: новый шаг*\n\n")
    assert "## What the article argues" in text
    assert (
        "5. **Azerbaijan may gain access to arms or technology from the United States through Morocco.** "
        "*Argument, hedged by its author.* «Марокко может открыть Баку дорогу к технике» [" in text
    )


def test_markdown_escapes_what_the_article_brings() -> None:
    text = render(brief(evil(), "en"), "markdown")
    assert "<script>" not in text and "**b**" not in text and "\\<script\\>" in text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_page_stands_alone_and_escapes_everything(language: str) -> None:
    text = render(brief(evil(), language), "html")  # type: ignore[arg-type]
    page = Page()
    page.feed(text)
    assert "script" not in page.tags and "bold" not in page.tags
    assert ("lang", language) in page.attributes
    assert not any(name in ("src", "onerror", "onclick") for name, _ in page.attributes)
    assert not any(value and value.startswith("javascript") for name, value in page.attributes if name == "href")
    assert "alert(1)" in "".join(page.words)


def test_the_page_shows_items_with_quote_and_offset(coding: Coding) -> None:
    page = Page()
    page.feed(render(brief(coding, "ru"), "html"))
    words = " ".join(" ".join(page.words).split())
    start = TEXT.index("Марокко может")
    assert "Азербайджан через Марокко может получить доступ" in words
    assert f"«Марокко может открыть Баку дорогу к технике» [{start}-" in words


def test_an_address_becomes_a_link(agreement: Statement) -> None:
    made = brief(coded(agreement, source="https://example.org/a?b=1&c=2"), "en")
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">' in render(made, "html")
    assert "<https://example.org/a?b=1&c=2>" in render(made, "markdown")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_terminal_keeps_to_eighty_columns(coding: Coding, language: str) -> None:
    for one in (coding, evil(), coded(headline="слово" * 50)):
        text = render(brief(one, language), "terminal")  # type: ignore[arg-type]
        assert max(cell_len(line) for line in text.splitlines()) <= 80
        assert ("\x1b" not in text and "[bold]" in text) or one is not evil()


def test_colour_only_where_it_is_asked_for(coding: Coding) -> None:
    made = brief(coding, "en")
    assert "\x1b[" in render(made, "terminal", colour=True)
    assert "\x1b[" not in render(made, "terminal")


def test_json_goes_there_and_back(coding: Coding) -> None:
    made = brief(coding, "ru")
    content = json.loads(render(made, "json", coding=coding))
    assert [Statement.model_validate(one) for one in content["statements"]] == list(coding.statements)
    for section in content["brief"]["sections"]:
        for item in section["items"]:
            assert item.pop("statements") == [quote["statement"] for quote in item["quotes"]]
    assert Brief.model_validate(content["brief"]) == made


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_nothing_found_is_said_in_every_format(language: str, form: str) -> None:
    made = brief(coded(), language)  # type: ignore[arg-type]
    found = {
        "en": "Nothing about defence ties was found in this text.",
        "ru": "Об оборонных связях в этом тексте ничего не найдено.",
    }
    assert found[language] in render(made, form)  # type: ignore[arg-type]


def test_an_unknown_format_is_refused(coding: Coding) -> None:
    with pytest.raises(OutputError, match="there is no format 'pdf'; choose one of terminal, markdown, html, json"):
        render(brief(coding, "en"), "pdf")  # type: ignore[arg-type]


@given(st.text(max_size=60), st.text(max_size=60), st.text(min_size=1, max_size=200))
def test_any_text_can_be_shown(headline: str, person: str, words: str) -> None:
    party = who("party", "AZE", office="minister of defence", person=person, surface=headline)
    statement = said("meeting", "possible", party, who("party", "MAR")).model_copy(
        update={"evidence": Evidence(start=0, end=len(words), text=words), "instrument": headline}
    )
    one = coded(statement, text=words, headline=headline, outlet=person)
    for language in ("en", "ru"):
        made = brief(one, language)  # type: ignore[arg-type]
        assert all(cell_len(line) <= 80 for line in render(made, "terminal").splitlines())
        assert render(made, "html") and render(made, "markdown") and json.loads(render(made, "json"))
