"""Every page of the app, found by itself: in Chromium at two widths, light and dark, by axe and by the keyboard."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi.routing import APIRoute
from playwright.sync_api import BrowserContext

from dragoman.web import pages

GRAVE = ("serious", "critical")
PLACES = sorted(
    route.path
    for router in pages.routers()
    for route in router.routes
    if isinstance(route, APIRoute) and "GET" in route.methods and not {"{", "."} & set(route.path)
)
"""Pages that need nothing but their address, and are no files; those of an article or state have tests of their own."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_hard_to_read(site: str, browsing: BrowserContext, scheme: str) -> None:
    page = browsing.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for place in PLACES:
        answer = page.goto(site + place)
        assert answer is not None
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        assert answer.ok, place
        found = Axe().run(page).response["violations"]
        assert [(place, fault["id"], fault["nodes"][0]["html"]) for fault in found if fault["impact"] in GRAVE] == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{place} is too wide"


def test_keys_lead_to_pages(site: str, browsing: BrowserContext) -> None:
    page = browsing.new_page()
    page.goto(f"{site}/help?lang=ru")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    page.wait_for_url(f"{site}/help")
