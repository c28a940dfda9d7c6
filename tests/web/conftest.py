"""The web app for the tests: in this process, or served on loopback and opened in Debian's Chromium."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.web.record import fill

from dragoman.ledger import Ledger, opened
from dragoman.web import application, held
from dragoman.web.security.visitors import local_name

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SWITCHES = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
"""Nothing is asked for beyond the page."""


PATIENCE = 20_000
"""Milliseconds that a page may take to be what is expected: a machine that is shared takes its time."""


@pytest.fixture(autouse=True)
def _nobody_known() -> None:
    """The name of the one user of this machine is asked for anew in each test."""
    local_name.cache_clear()


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages wait for the network, however busy the machine is: what they show meanwhile has tests of its own."""
    monkeypatch.setattr(held, "SOON", 60.0)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger in a file."""
    with opened(str(tmp_path / "ledger.db"), make=True) as made:
        yield made


@pytest.fixture
def client(ledger: Ledger) -> Iterator[TestClient]:
    """The app over `ledger`, asked in this process."""
    with TestClient(application(ledger), base_url="http://127.0.0.1") as made:
        yield made


@pytest.fixture
def editor(client: TestClient) -> TestClient:
    """The same, with the token that a page of ours carries: it may change something."""
    told = re.search(r'"X-CSRF-Token": "(\w+)"', client.get("/help").text)
    assert told is not None
    client.headers["X-CSRF-Token"] = told[1]
    return client


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """The ledger with a small record in it: `tests/web/record.py`."""
    fill(ledger)
    return ledger


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The app on loopback at a free port; gives its address."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        until = time.monotonic() + 20
        while not server.started:
            assert thread.is_alive(), "the server does not start"
            assert time.monotonic() < until, "the server does not start"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@pytest.fixture
def site(ledger: Ledger) -> Iterator[str]:
    """The address of the app over `ledger`, served on loopback."""
    with served(application(ledger)) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window. Skips where it is not installed, unless DRAGOMAN_REQUIRE_CHROMIUM is set."""
    from playwright.sync_api import expect, sync_playwright

    if CHROMIUM is None:
        if os.environ.get("DRAGOMAN_REQUIRE_CHROMIUM"):
            pytest.fail("Chromium is not installed: apt-get install chromium")
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield browser
        browser.close()


class Watched:
    """What a browser complains of: errors of the console, and requests that would leave this machine."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        context.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        context.on("weberror", lambda fault: self.complaints.append(str(fault.error)))
        context.on("request", lambda request: self._check(request.url))

    def _check(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
            self.complaints.append(f"asked for {url}")


@pytest.fixture(params=[1280, 390], ids=["1280px", "390px"])
def browsing(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[BrowserContext]:
    """A browser's window at each of two widths, in English; the test fails where it complains of anything."""
    with watched(chromium, request.param) as context:
        yield context


@contextmanager
def watched(chromium: Browser, width: int, language: str = "en-GB") -> Iterator[BrowserContext]:
    """A window of a width in pixels. Raises AssertionError at its end for whatever it complained of."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, locale=language)
    # Where many tests run side by side a page may take long; none is waited for that would come at once.
    context.set_default_navigation_timeout(120_000)
    watch = Watched(context)
    yield context
    context.close()
    assert not watch.complaints
