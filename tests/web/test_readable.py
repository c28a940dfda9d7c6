"""Claims, review and data with something on them: axe finds no grave fault, and nothing is wider than the window."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext
from tests.cli.filled import fill

from dragoman.findings import testing
from dragoman.ledger import Ledger, findings, imports

from .test_every_page import GRAVE

PLACES = ("/claims?what=all", "/claims?verdict=supported", "/review", "/review/history", "/data")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_with_something_on_them_are_easy_to_read(
    ledger: Ledger, site: str, browsing: BrowserContext, scheme: str
) -> None:
    fill(ledger.name)
    with ledger.reading() as connection:
        waiting = findings.waiting(connection, imports.state(connection))
    list(testing.tested(ledger, waiting))
    page = browsing.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for place in PLACES:
        answer = page.goto(site + place)
        assert answer is not None and answer.ok, place
        for summary in page.locator("summary").all():
            summary.click()
        found = Axe().run(page).response["violations"]
        assert [(place, fault["id"], fault["nodes"][0]["html"]) for fault in found if fault["impact"] in GRAVE] == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{place} is too wide"
