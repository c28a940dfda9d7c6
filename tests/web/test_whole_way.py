"""The whole way of an analysis: pasted, read, corrected, told as a brief, put to the network, taken away as files.

As a team does it: a reviewer gives and corrects, a reader looks; in English and Russian, in a wide and a narrow window.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.web.conftest import served, watched
from tests.web.security.people import NAMES, PASSWORD, desk

from dragoman.datasets.packaged import STARTER, readings
from dragoman.datasets.storing import store
from dragoman.ledger import Ledger
from dragoman.model import Role
from dragoman.web import application
from dragoman.web.security import Door

ARTICLE = Path(__file__).resolve().parents[2] / "examples/04_analysis.txt"
PATIENCE = 240_000
"""Milliseconds for what reads, codes or tells: models are loaded on the way."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the parts of the app are called in a language."""

    language: str
    name: str
    password: str
    log_in: str
    pasted: str
    add: str
    keep: str
    status: str
    accept: str


ENGLISH = Words(
    language="en-GB", name="User name", password="Password", log_in="Log in", pasted="The text, or the page",
    add="Read and add", keep="Keep the correction", status="Status", accept="Accept",
)  # fmt: skip
RUSSIAN = Words(
    language="ru-RU", name="Имя", password="Пароль", log_in="Войти", pasted="Текст или",
    add="Прочитать и добавить", keep="Сохранить исправление", status="Статус", accept="Принять",
)  # fmt: skip


@pytest.fixture
def team(ledger: Ledger) -> Iterator[str]:
    """The app of a team over the starter record, with an account of each role."""
    for reading in readings(STARTER, None):
        store(ledger, reading, lambda: None)
    door = Door()
    desk(ledger, door)
    with served(application(ledger, door)) as address:
        yield address


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("words", [ENGLISH, RUSSIAN], ids=["en", "ru"])
def test_the_whole_way(team: str, chromium: Browser, words: Words, width: int) -> None:
    with watched(chromium, width, words.language) as context:
        page = enter(context, team, words, Role.reviewer)
        article = give(page, words)
        correct(page, words)
        take_away(page, f"{article}/brief")
        put_to_the_network(page, team)
    with watched(chromium, width, words.language) as context:
        page = enter(context, team, words, Role.reader)
        look(page, article, words)


def enter(context: BrowserContext, site: str, words: Words, role: Role) -> Page:
    """Log in: nothing is shown before."""
    page = context.new_page()
    page.goto(site)
    expect(page).to_have_url(re.compile("/login"))
    page.get_by_label(words.name).fill(NAMES[role])
    page.get_by_label(words.password).fill(PASSWORD)
    page.get_by_role("button", name=words.log_in).click()
    expect(page).to_have_url(f"{site}/")
    return page


def give(page: Page, words: Words) -> str:
    """Paste the article, wait until it is coded, open it."""
    page.goto(re.sub(r"(?<=\d)/.*", "/add", page.url))
    page.get_by_label(words.pasted).fill(ARTICLE.read_text("utf-8"))
    page.get_by_role("button", name=words.add).click()
    page.locator("#arrivals a.headline").click(timeout=PATIENCE)
    expect(page.locator("#text mark.evidence").first).to_be_visible()
    fits(page)
    return page.url.partition("?")[0]


def correct(page: Page, words: Words) -> None:
    """Accept the first statement by its key, and say of the second that it is only planned."""
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("#s1 .ruling")).to_contain_text(NAMES[Role.reviewer])
    second = page.locator("#s2")
    second.locator("[data-key=e]").click()
    second.get_by_label(words.status).select_option("planned")
    second.locator("form.correction [name=reason]").fill("the text says that it is to come")
    second.get_by_role("button", name=words.keep).click()
    expect(page.locator("#s2 .status-planned").first).to_be_visible()
    expect(page.locator("#s2 .ruling")).to_contain_text("it is to come")


def take_away(page: Page, address: str) -> None:
    """The brief: as a page, and as a PDF."""
    page.goto(address)
    expect(page.locator(".verdict").first).to_be_visible(timeout=PATIENCE)
    fits(page)
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.get_by_role("link", name="PDF").first.click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF-")


def put_to_the_network(page: Page, site: str) -> None:
    """The path that the article argues, what an agreement changes, and a state's ties as a table."""
    page.goto(f"{site}/paths?from=USA&to=AZE")
    expect(page.locator("article.path ol.way").first).to_be_visible(timeout=PATIENCE)
    fits(page)
    page.goto(f"{site}/states/AZE/MAR")
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.locator("a.csv").first.click()
    table = waiting.value.path().read_text("utf-8-sig").splitlines()
    assert len(table) > 1
    assert "," in table[0]
    page.goto(f"{site}/network")
    expect(page.locator("#network[data-ready] canvas").first).to_be_visible(timeout=PATIENCE)


def look(page: Page, article: str, words: Words) -> None:
    """A reader sees what was corrected, and has nothing to correct it with."""
    page.goto(article)
    expect(page.locator("#s2 .ruling")).to_contain_text("it is to come")
    expect(page.get_by_role("button", name=words.accept, exact=True)).to_have_count(0)
    token = json.loads(page.locator("body").get_attribute("hx-headers") or "{}")
    statement = page.locator("#s2 h3 a[href^='/statements/']").get_attribute("href")
    answer = page.request.post(f"{article.partition('/documents')[0]}{statement}/accept", headers=token)
    assert answer.status == 403


def fits(page: Page) -> None:
    """Nothing is wider than the window."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
