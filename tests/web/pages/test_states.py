"""The list of states: found as one types, ordered, taken away; what it says where nothing is on record."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext, expect
from tests.web.looking import sound

from dragoman.ledger import Ledger


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def named(client: TestClient, query: str = "") -> list[str]:
    return [row["actor"] for row in rows_of(client.get(f"/states.csv?{query}").text)]


def test_everybody_is_listed_with_what_is_on_record(filled: Ledger, client: TestClient) -> None:
    rows = {row["actor"]: row for row in rows_of(client.get("/states.csv?whom=everybody").text)}
    assert set(rows) == {"AZE", "FRA", "ISR", "MAR", "RUS", "TUR", "USA"}
    assert (rows["AZE"]["partners"], rows["AZE"]["layers"]) == ("4", "agreement|arms|exercise")
    assert (rows["AZE"]["first"], rows["AZE"]["last"], rows["AZE"]["events"]) == ("2010", "2024", "1")
    assert rows["RUS"]["events"] == "0"


@pytest.mark.parametrize(
    ("q", "found"), [("turk", ["TUR"]), ("Turkey", ["TUR"]), ("турц", ["TUR"]), ("mar", ["MAR"]), ("xyz", [])]
)
def test_names_are_found_in_both_languages_and_by_code(
    filled: Ledger, client: TestClient, q: str, found: list[str]
) -> None:
    assert named(client, f"q={q}") == found


def test_the_order_is_in_the_address(filled: Ledger, client: TestClient) -> None:
    assert named(client)[0] == "AZE"
    assert named(client, "by=name")[0] == "AZE"
    assert named(client, "by=latest")[:1] != named(client, "by=name")[-1:]
    assert set(named(client, "by=reports")[:2]) == {"AZE", "MAR"}
    assert named(client, "whom=organisations") == []


def test_an_empty_ledger_says_what_to_do(client: TestClient) -> None:
    assert "Nothing is on record yet" in client.get("/states").text
    assert rows_of(client.get("/states.csv").text) == []


def test_nobody_is_called_so(filled: Ledger, client: TestClient) -> None:
    assert "Nobody is called so" in client.get("/states?q=<b>x").text


def test_a_list_changes_as_one_types(filled: Ledger, site: str, browsing: BrowserContext) -> None:
    page = browsing.new_page()
    page.goto(f"{site}/states")
    page.get_by_label("Name or code").press_sequentially("isr")
    expect(page.locator("#list tbody tr")).to_have_count(1)
    page.wait_for_url("**/states?q=isr*")
    page.reload()
    expect(page.locator("#list tbody tr")).to_have_count(1)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/states/ISR")
    sound(page)
