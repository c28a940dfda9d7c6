"""A page of another site, open in the same browser: it changes, reads and frames nothing. In Chromium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser
from sqlalchemy import func, select
from tests.web.conftest import served

from dragoman.ledger import Ledger
from dragoman.ledger.tables import audit, documents
from dragoman.web import application
from dragoman.web.security import Door

PAGE = """<!doctype html><title>a page of another site</title>
<form id="plain" method="post" action="{app}/add/paste" target="answer">
  <input name="text" value="The ministers of Kazakhstan and Mongolia met in Astana."><input name="csrf" value="">
</form>
<iframe name="answer"></iframe><iframe id="framed" src="{app}/help"></iframe>
<script>
const said = [];
async function tried(name, work) {{
  try {{ said.push(name + ": " + await work()); }} catch (fault) {{ said.push(name + ": blocked"); }}
}}
async function all() {{
  const app = "{app}", given = {{ credentials: "include" }};
  await tried("read", async () => (await fetch(app + "/api/v1/session", given)).text());
  await tried("judge", async () => (await fetch(app + "/api/v1/judgements", {{ ...given, method: "POST",
    headers: {{ "Content-Type": "application/json" }}, body: '{{"ruling": "accept", "statement": "a"}}' }})).status);
  await tried("paste", async () => (await fetch(app + "/add/paste", {{ ...given, method: "POST", mode: "no-cors",
    body: new URLSearchParams({{ text: "A text of another site." }}) }})).status);
  document.getElementById("plain").submit();
  return said;
}}
</script>"""


class Elsewhere(BaseHTTPRequestHandler):
    """Another site on this machine: the same name, another port."""

    def __init__(self, app: str, *given: object) -> None:
        self.app = app
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.format(app=self.app).encode())

    def log_message(self, format: str, *args: object) -> None:
        """The test's output stays clean."""


@contextmanager
def elsewhere(app: str) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Elsewhere, app)) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f":{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_another_site_can_do_nothing(ledger: Ledger, chromium: Browser, host: str) -> None:
    """From another port of the same name, which the browser takes for the same site, and from another name."""
    with served(application(ledger, Door())) as site, elsewhere(site) as port:
        context = chromium.new_context()
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(f"{site}/help")
        answers: list[tuple[str, int]] = []
        page.on("response", lambda got: answers.append((got.request.method, got.status)))
        page.goto(f"http://{host}{port}")
        assert page.evaluate("all()") == ["read: blocked", "judge: blocked", "paste: blocked"]
        page.wait_for_function("document.getElementsByName('answer')[0].contentDocument === null")
        framed = next(frame for frame in page.frames if "/help" in frame.url or frame.url.startswith("chrome-error"))
        assert framed.locator("h1", has_text="Help").count() == 0
        context.close()
        assert {status for method, status in answers if method == "POST"} == {403}
    with ledger.reading() as connection:
        assert connection.execute(select(func.count()).select_from(documents)).scalar() == 0
        outcomes = connection.execute(select(audit.c.outcome).distinct()).scalars().all()
    assert outcomes == ["refused"]
