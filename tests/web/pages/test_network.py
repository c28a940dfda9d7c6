"""The whole network: what is sent to the browser, the table that says the same, evidence, and the drawing itself."""

from __future__ import annotations

import csv
import io
import json

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.web.conftest import watched
from tests.web.looking import sound

from dragoman.ledger import Ledger


def pairs(client: TestClient, query: str) -> dict[tuple[str, str], str]:
    rows = csv.DictReader(io.StringIO(client.get(f"/network.csv?{query}").text))
    return {(row["a"], row["b"]): row["layers"] for row in rows}


def test_the_outline_says_who_is_tied_when(filled: Ledger, client: TestClient) -> None:
    told = json.loads(client.get("/network/outline.json").text)
    codes = [state[0] for state in told["states"]]
    spans = [tuple(told["spans"][at : at + 5]) for at in range(0, len(told["spans"]), 5)]
    found = {
        (codes[told["ends"][2 * pair]], codes[told["ends"][2 * pair + 1]], told["layers"][layer]): (first, last)
        for pair, layer, first, last, _ in spans
    }
    assert found["AZE", "RUS", "arms"] == (2010, 2023)
    assert found["AZE", "TUR", "exercise"] == (2019, 2024)
    assert found["AZE", "ISR", "agreement"] == (2012, 9999)
    assert "FRA" not in codes, "what is planned does not stand"
    assert all(-1 <= at <= 1 for state in told["states"] for at in state[2:])


def test_a_browser_keeps_the_outline(filled: Ledger, client: TestClient) -> None:
    tag = client.get("/network/outline.json").headers["etag"]
    assert client.get("/network/outline.json", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("year=2011", {("AZE", "RUS"): "arms", ("AZE", "TUR"): "agreement", ("MAR", "USA"): "agreement",
                       ("TUR", "USA"): "licensed_production"}),
        ("year=2011&layer=arms", {("AZE", "RUS"): "arms"}),
        ("year=2022&state=MAR", {("MAR", "USA"): "agreement"}),
        ("year=2005&layer=arms", {}),
    ],
)  # fmt: skip
def test_year_layers_and_state_are_in_the_address(
    filled: Ledger, client: TestClient, query: str, found: dict[tuple[str, str], str]
) -> None:
    assert pairs(client, query) == found
    table = client.get(f"/network/table?{query}").text
    assert ("No two states" in table) == (not found)


def test_evidence_has_datasets_and_their_credit(filled: Ledger, client: TestClient) -> None:
    told = client.get("/network/evidence/TUR/AZE?year=2022").text
    for said in ("TB2", "sipri-register", "Source: made", "/ties/ta03", "/states/AZE/TUR"):
        assert said in told
    assert "TB2" not in client.get("/network/evidence/AZE/TUR?year=2015").text
    assert "Nothing stands" in client.get("/network/evidence/AZE/USA?year=2015").text
    assert "3 states" in client.get("/network/state/AZE?year=2022&layer=arms").text


def test_an_empty_ledger_says_what_to_do(client: TestClient) -> None:
    for place in ("/network", "/map"):
        assert "No tie between two states is on record" in client.get(place).text
    assert pairs(client, "") == {}


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.add_init_script("document.addEventListener('drawn', (event) => { window.drawn = event.detail; });")
    page.goto(address)
    expect(page.locator("#network[data-ready]")).to_be_visible()
    return page


def until(page: Page, holds: str) -> None:
    """Wait until it holds: the policy of the page keeps Playwright from waiting by itself."""
    for _ in range(100):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(100)
    raise AssertionError(holds)


def place_of(page: Page, state: str) -> dict[str, float]:
    """Where a state is drawn, in pixels of the window."""
    found: dict[str, float] = page.evaluate(
        """(state) => { const at = drawn.renderer.getNodeDisplayData(state);
        const own = drawn.renderer.framedGraphToViewport(at);
        const rim = document.getElementById('network').getBoundingClientRect();
        return { x: rim.left + own.x, y: rim.top + own.y }; }""",
        state,
    )
    return found


def test_the_network_answers_to_the_pointer(filled: Ledger, site: str, browsing: BrowserContext) -> None:
    page = opened(browsing, f"{site}/network?year=2022")
    page.locator("#network").scroll_into_view_if_needed()
    at = place_of(page, "TUR")
    page.mouse.click(at["x"], at["y"])
    expect(page.locator("#panel h2")).to_have_text("Türkiye")
    page.wait_for_url("**state=TUR**")
    expect(page.locator("#summary")).to_contain_text("Türkiye: tied to 2")
    page.locator("#panel").get_by_role("link", name="Azerbaijan").click()
    expect(page.locator("#panel")).to_contain_text("TB2")
    sound(page)
    page.reload()
    expect(page.get_by_label("A state", exact=True)).to_have_value("TUR")


def test_the_network_answers_to_keys_and_controls(filled: Ledger, site: str, browsing: BrowserContext) -> None:
    page = opened(browsing, f"{site}/network?year=2022")
    page.get_by_label("arms deliveries").uncheck()
    page.wait_for_url("**layer=**")
    expect(page.locator("#table tbody tr")).to_have_count(4)
    page.get_by_label("Size of a state").select_option("betweenness")
    page.wait_for_url("**by=betweenness**")
    page.locator("#year").focus()
    page.keyboard.press("Home")
    expect(page.locator("#year-said")).to_have_text("2004")
    page.locator("#network").focus()
    page.keyboard.press("+")
    until(page, "drawn.renderer.getCamera().getState().ratio < 0.95")
    page.keyboard.press("Escape")
    until(page, "drawn.renderer.getCamera().getState().ratio === 1")
    page.keyboard.press(" ")
    until(page, "Number(document.getElementById('year').value) > 2006")
    page.keyboard.press(" ")
    expect(page.locator("#play")).to_have_attribute("aria-pressed", "false")


def test_without_webgl_the_table_is_there(filled: Ledger, site: str, chromium: Browser) -> None:
    with watched(chromium, 1280) as context:
        context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
        page = context.new_page()
        page.goto(f"{site}/network?year=2022")
        expect(page.get_by_role("heading", name="This browser draws no WebGL")).to_be_visible()
        expect(page.locator("#table tbody tr")).to_have_count(5)
        sound(page)
