"""What an event changes, as a page."""

from __future__ import annotations

from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext
from tests.web.looking import sound

from dragoman.ledger import Ledger


def event_of(client: TestClient) -> str:
    return client.get("/states/MAR.csv?table=events").text.splitlines()[1].split(",")[0]


def test_an_event_is_told_by_what_it_opens(filled: Ledger, client: TestClient) -> None:
    key = event_of(client)
    page = client.get(f"/change/{key}").text
    for said in (
        "What changes",
        "Azerbaijan",
        "Morocco",
        f"/figures/change/{key}.svg",
        f"/events/{key}",
        "New reach in two steps",
    ):
        assert said in page
    rows = client.get(f"/change/{key}.csv").text
    assert "AZE,agreement" in rows
    assert "USA" in rows


def test_a_fact_of_a_dataset_can_be_asked_about(filled: Ledger, client: TestClient) -> None:
    page = client.get("/change/ta03").text
    assert "TB2" in page
    assert "/ties/ta03" in page


def test_what_nothing_can_be_told_of_says_so(filled: Ledger, client: TestClient) -> None:
    assert client.get("/change/none").status_code == 404
    answer = client.get("/change/ta10")
    assert answer.status_code == 404
    assert "no two states on a day that is known" in answer.text


def test_a_change_in_a_browser(filled: Ledger, site: str, browsing: BrowserContext, client: TestClient) -> None:
    page = browsing.new_page()
    key = event_of(client)
    for place in (f"/change/{key}", "/change/ta03?lang=ru"):
        page.goto(site + place)
        sound(page)
