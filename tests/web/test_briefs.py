"""The brief: written in the workshop, beside its text, in two languages, as files; no markup of an article's."""

from __future__ import annotations

import json
import re
import time

from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext, expect
from tests.web.filled import hostile, keep, talks

from dragoman.ledger import Ledger

PATIENCE = 180.0
HTMX = {"HX-Request": "true"}


def told(client: TestClient, address: str) -> str:
    """The brief, once it is written."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        part = client.get(address, headers=HTMX).text
        if "The brief is being written" not in part:
            return part
        assert 'hx-trigger="load delay' in part
        time.sleep(0.2)
    raise AssertionError("the brief is not written")


def test_a_brief_is_written_once_and_taken_along(client: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    here = f"/documents/{key}/brief"
    part = told(client, here)
    assert "<html" not in part
    for shown in ("Kazakhstan", "Mongolia", "armoured vehicles", f'href="/documents/{key}#s2"', "status-possible"):
        assert shown in part
    begun = time.monotonic()
    page = client.get(here).text
    assert time.monotonic() - begun < 2
    assert 'hx-trigger="load' not in page
    assert 'id="text"' in page
    russian = told(client, f"{here}?told=ru")
    assert "Казахстан" in russian
    assert client.get(f"{here}.md?told=ru").text.startswith("# ")
    assert client.get(f"{here}.html").text.startswith("<!doctype html>")
    assert client.get(f"{here}.pdf").content.startswith(b"%PDF-")
    made = json.loads(client.get(f"{here}.json").text)
    assert {"brief", "document", "statements", "findings"} <= set(made)
    assert f'filename="brief-{key}-en.pdf"' in client.get(f"{here}.pdf").headers["content-disposition"]


def test_a_brief_is_written_anew_when_a_statement_was_judged(editor: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    here = f"/documents/{key}/brief"
    assert "#s2" in told(editor, here)
    statement = re.findall(r'action="/statements/(\w+)/reject"', editor.get(f"/documents/{key}").text)[1]
    editor.post(f"/statements/{statement}/reject", data={"reason": "nobody says so"})
    assert "#s2" not in told(editor, here)


def test_what_there_is_no_brief_of(client: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    assert client.get("/documents/ffffffff/brief").status_code == 404
    assert client.get("/documents/ffffffff/brief.pdf").status_code == 404
    assert client.get(f"/documents/{key}/brief.docx").status_code == 422
    assert client.get(f"/documents/{key}/brief?told=xx").status_code == 422
    assert client.get(f"/documents/{key}/brief.svg").status_code == 404


def test_nothing_of_an_article_becomes_markup(client: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, hostile())
    told(client, f"/documents/{key}/brief")
    for ending in ("", ".html"):
        page = client.get(f"/documents/{key}/brief{ending}").text
        assert "alert(1)" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_a_brief_stands_beside_the_text(site: str, ledger: Ledger, browsing: BrowserContext) -> None:
    (key,) = keep(ledger, talks())
    page = browsing.new_page()
    page.goto(f"{site}/documents/{key}")
    page.get_by_role("button", name="Brief beside the text").click()
    expect(page.locator("#beside-brief h1")).to_be_visible(timeout=PATIENCE * 1000)
    page.locator("#beside-brief a.ref").first.hover()
    expect(page.locator("#text .part-trigger").first).to_be_visible()
    page.get_by_role("button", name="Statements beside the text").click()
    expect(page.locator("#s1")).to_be_visible()
    with page.expect_download() as taken:
        page.goto(f"{site}/documents/{key}/brief")
        page.get_by_role("link", name="PDF").click()
    assert taken.value.suggested_filename == f"brief-{key}-en.pdf"
    page.get_by_role("link", name="Русский", exact=True).last.click()
    expect(page.locator(".brief[lang=ru] h1")).to_be_visible(timeout=PATIENCE * 1000)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
