"""The map: arcs in a year and some layers, evidence on a click, what it says of disputed borders."""

from __future__ import annotations

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext, expect
from tests.web.looking import sound

from dragoman.ledger import Ledger
from dragoman.web.assets import STATIC
from dragoman.web.projection import WIDTH, project


@given(st.floats(-180, 180), st.floats(-60, 85))
def test_every_place_lies_in_the_drawing_and_north_is_up(longitude: float, latitude: float) -> None:
    x, y = project(longitude, latitude)
    assert -1e-6 <= x <= WIDTH + 1e-6
    assert project(longitude, latitude + 1)[1] < y


def test_the_shapes_come_with_their_licence() -> None:
    shapes = (STATIC / "map/world.svg").read_text("utf-8")
    assert all(f'id="{part}"' in shapes for part in ("land", "borders", "disputed"))
    assert "Permission to use" in (STATIC / "map/world.LICENSE").read_text("utf-8")


def test_the_map_is_drawn_without_a_script(filled: Ledger, client: TestClient) -> None:
    page = client.get("/map?year=2022").text
    assert page.count('class="arc"') == 5
    assert page.count('class="dot') == 6
    assert "Natural Earth" in page
    assert "Western Sahara" in page
    assert client.get("/map?year=2022&layer=agreement").text.count('class="arc"') == 3
    assert client.get("/map?year=2022&state=MAR").text.count('class="arc"') == 1
    assert client.get("/map.csv?year=2022").text.count("\n") == 6


def test_the_map_answers_to_the_pointer(filled: Ledger, site: str, browsing: BrowserContext) -> None:
    page = browsing.new_page()
    page.goto(f"{site}/map?year=2022")
    sound(page)
    page.locator("[data-state='AZE']").dispatch_event("click")
    expect(page.locator("#panel h2")).to_have_text("Azerbaijan")
    page.wait_for_url("**state=AZE**")
    expect(page.locator(".arc")).to_have_count(3)
    page.locator("[data-a='AZE'][data-b='TUR']").dispatch_event("click")
    expect(page.locator("#panel")).to_contain_text("TB2")
    page.get_by_role("button", name="Larger").click()
    assert page.locator(".world").get_attribute("viewBox") != "0 0 1000 440"
    page.locator("#year").focus()
    page.keyboard.press("Home")
    expect(page.locator(".arc")).to_have_count(0)
    sound(page)
