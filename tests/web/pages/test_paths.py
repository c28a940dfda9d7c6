"""Indirect paths as pages: the question is in the address, each leg tells what is met and what is missing."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext, expect
from tests.web.looking import sound

from dragoman.ledger import Ledger


def test_a_question_is_in_the_address(filled: Ledger, client: TestClient) -> None:
    page = client.get("/paths?from=USA&to=AZE").text
    for said in (
        "Israel",
        "Türkiye",
        "something has passed this way",
        "Harop",
        "/figures/path/AZE/USA.svg?what=technology",
        "consent",
        "What is missing",
        "Precedents",
    ):
        assert said in page  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(client.get("/paths.csv?from=USA&to=AZE").text)))
    assert {row["via"] for row in rows} == {"ISR", "TUR"}
    assert {row["outcome"] for row in rows if row["need"] == "consent"} == {"unknown"}


def test_a_day_before_shows_less(filled: Ledger, client: TestClient) -> None:
    assert "Harop" not in client.get("/paths?from=USA&to=AZE&as_of=2015").text


def test_one_that_is_named_is_told_whatever_the_record_shows(filled: Ledger, client: TestClient) -> None:
    page = client.get("/paths?from=USA&to=AZE&via=Morocco").text
    assert "Morocco" in page
    assert "not on record" in page


@pytest.mark.parametrize("query", ["", "from=USA", "from=&to=&what=arms&as_of="])
def test_without_two_ends_it_says_what_to_ask(filled: Ledger, client: TestClient, query: str) -> None:
    assert "Ask for a way" in client.get(f"/paths?{query}").text


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("from=USA&to=USA", 200, "Name two different ones"), ("from=USA&to=Atlantis", 404, "Atlantis"),
        ("from=USA&to=AZE&as_of=soon", 422, "as_of"), ("from=USA&to=AZE&legs=9", 422, "legs"),
        ("from=RUS&to=FRA", 200, "No way through a third state is on record"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_answered_says_so(
    filled: Ledger, client: TestClient, query: str, status: int, said: str
) -> None:
    answer = client.get(f"/paths?{query}")
    assert answer.status_code == status
    assert said in answer.text


def test_an_empty_ledger_asks_too(client: TestClient) -> None:
    assert "No way through a third state is on record" in client.get("/paths?from=USA&to=AZE").text


def test_paths_in_a_browser(filled: Ledger, site: str, browsing: BrowserContext) -> None:
    page = browsing.new_page()
    page.goto(f"{site}/paths")
    sound(page)
    page.get_by_label("Of whom").fill("США")
    page.get_by_label("To whom").fill("Azerbaijan")
    page.get_by_role("button", name="Look for paths").click()
    expect(page.locator("article.path")).to_have_count(2)
    page.get_by_text("As a figure").first.click()
    expect(page.locator(".figure canvas").first).to_be_visible(timeout=30_000)
    sound(page)
    page.goto(f"{site}/paths?from=USA&to=AZE&via=MAR&lang=ru")
    sound(page)
