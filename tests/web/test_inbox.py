"""The inbox: what a row shows, filters in the address, words, pages, nothing at all, and hostile text."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext, expect
from tests.web.filled import HOSTILE, hostile, keep, talks

from dragoman.ledger import Ledger
from dragoman.model import Coding
from dragoman.web.pages import inbox


def test_a_row_says_what_an_article_says(client: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    page = client.get("/").text
    for shown in (
        f'href="/documents/{key}"', "Ministers met in Astana", "news.example", "14 May 2024", "English",
        "meeting", "status-possible", "not reviewed", 'href="/states/KAZ"', "Mongolia",
    ):  # fmt: skip
        assert shown in page
    assert "соглашение" not in page
    russian = client.get("/?lang=ru").text
    for shown in ("Входящие", "14 мая 2024", "английский", "встреча", "Монголия"):
        assert shown in russian


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=possible", True), ("status=denied", False), ("type=training", True), ("type=visit", False),
        ("state=mng", True), ("state=FRA", False), ("outlet=news.example", True), ("outlet=other", False),
        ("language=en", True), ("language=ru", False), ("reviewed=no", True), ("reviewed=yes", False),
        ("q=minister+meeting", True), ("q=submarine", False), ("q=%00%27%22", False), ("q=train&status=planned", True),
        ("status=planned&type=meeting", False),
    ],
)  # fmt: skip
def test_filters_stand_in_the_address(client: TestClient, ledger: Ledger, query: str, found: bool) -> None:
    (key,) = keep(ledger, talks())
    page = client.get(f"/?{query}").text
    assert (f'href="/documents/{key}"' in page) is found
    assert ("No such document" in page) is not found


def test_what_is_no_filter_is_told(client: TestClient) -> None:
    assert client.get("/?status=sure").status_code == 422
    assert client.get("/?below=99999999999999999999").status_code == 422


def test_hits_are_shown_in_the_words_of_the_text(client: TestClient, ledger: Ledger) -> None:
    keep(ledger, talks())
    assert re.findall(r'<mark class="hit">(.*?)</mark>', client.get("/?q=minister").text) == ["Ministers", "ministers"]


def test_an_empty_ledger_says_what_to_do(client: TestClient) -> None:
    page = client.get("/").text
    assert "Nothing has been added yet" in page
    assert 'href="/add"' in page


def test_pages_lead_on_and_back(client: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "SIZE", 2)
    keep(ledger, *(numbered(n) for n in range(1, 6)))
    seen, address = [], "/?language=en"
    while address:
        page = client.get(address).text
        seen += re.findall(r"Talks number (\d)", page)
        after = re.search(r'rel="next" href="(.*?)"', page)
        address = after[1].replace("&amp;", "&") if after else ""
    assert seen == list("54321")
    back = re.search(r'rel="prev" href="(.*?)"', page)
    assert back is not None
    assert re.findall(r"Talks number (\d)", client.get(back[1].replace("&amp;", "&")).text) == list("32")


def numbered(number: int) -> Coding:
    made = talks()
    return made.model_copy(
        update={
            "document": made.document.model_copy(
                update={"headline": f"Talks number {number}", "source": f"https://news.example/{number}"}
            )
        }
    )


def test_nothing_of_an_article_becomes_markup(client: TestClient, ledger: Ledger) -> None:
    keep(ledger, hostile())
    for address in ("/", "/?q=ministers", "/?outlet=" + HOSTILE.replace("<", "%3C")):
        page = client.get(address).text
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert" not in page
        assert "<img" not in page


def test_filters_change_the_list_and_the_address(site: str, ledger: Ledger, browsing: BrowserContext) -> None:
    keep(ledger, talks())
    page = browsing.new_page()
    page.goto(site)
    page.get_by_label("Status").select_option("denied")
    expect(page.get_by_text("No such document")).to_be_visible()
    page.wait_for_url(f"{site}/?status=denied")
    page.get_by_label("Status").select_option("possible")
    expect(page.get_by_text("Ministers met in Astana")).to_be_visible()
    page.wait_for_url(f"{site}/?status=possible")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.className") == "headline"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
