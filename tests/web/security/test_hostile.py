"""Hostile texts in headline, outlet, author, body, speaker, title and reviewer come out as texts on every page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from playwright.sync_api import Browser
from tests.web.conftest import served, watched

from dragoman.ledger import Ledger, opened
from dragoman.web import application

from .hostile import MARK, PAYLOAD, addresses, faults, fill

LEAST = ("/documents/", "/statements/", "/events/", "/audit")
"""Pages that show such texts and have to be among those that are looked at."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with opened(str(tmp_path_factory.mktemp("hostile") / "ledger.db"), make=True) as ledger:
        fill(ledger)
        yield ledger


def calls(app: FastAPI) -> list[tuple[str, str]]:
    """Method and address of every page, with its parameters as they are."""
    every = iter_route_contexts(app.routes)
    return [(method, route.path or "") for route in every for method in route.methods or ()]


@pytest.fixture(scope="module")
def pages(hostile: Ledger) -> dict[str, str]:
    """Every page that there is of this ledger, by its address."""
    app = application(hostile)
    client = TestClient(app, base_url="http://127.0.0.1", headers={"Accept": "text/html"})
    found = {}
    for address in dict.fromkeys(addresses(hostile, calls(app))):
        answer = client.get(address)
        assert answer.status_code < 500, address
        if "text/html" in answer.headers.get("content-type", ""):
            found[address] = answer.text
    return found


def test_what_was_brought_in_is_a_text_and_nothing_else(pages: dict[str, str]) -> None:
    assert {address: found for address, page in pages.items() if (found := faults(page))} == {}


def test_the_pages_show_what_was_brought_in(pages: dict[str, str]) -> None:
    """Else the test above would hold for pages that have none of it."""
    shown = [address for address, page in pages.items() if MARK in page]
    for least in LEAST:
        assert any(address.startswith(least) for address in shown), least
    assert all("49" not in page.partition("{7*7}")[2][:8] for page in pages.values())


def test_nothing_of_it_runs_in_a_browser(hostile: Ledger, pages: dict[str, str], chromium: Browser) -> None:
    every = [address for address, page in pages.items() if MARK in page and "?" not in address]
    with served(application(hostile)) as site, watched(chromium, 1280) as context:
        page = context.new_page()
        said: list[str] = []
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        for address in every:
            page.goto(site + address)
            assert page.locator(f"[{MARK}]").count() == 0, address
            assert page.locator("script:not([src])").count() == 0, address
        assert said == []
    assert PAYLOAD.count(MARK) == 6
