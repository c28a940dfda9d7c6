"""Adding: pasted, uploaded, fetched; each item ends as added, known, a new version or failed with what to do."""

from __future__ import annotations

import html
import re
import time

from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext, expect
from sqlalchemy import func, select
from tests.web.filled import HOSTILE

from dragoman.ledger import Ledger
from dragoman.ledger.tables import documents, statements

TEXT = (
    "Ministers of Norway and Sweden met in Oslo\n\nOslo, 14 May 2024\n\n"
    "The defence ministers of Norway and Sweden met in Oslo on Monday. They signed an agreement on joint exercises. "
    "Norway may buy Swedish radars, the Norwegian ministry said."
)
AT = "https://news.example/oslo"
PATIENCE = 180.0


def ended(editor: TestClient, count: int) -> str:
    """The list of what was given, once all of it has ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        part = editor.get("/add", headers={"HX-Request": "true"}).text
        if f"{count} of {count} ended" in part:
            return html.unescape(part)
        time.sleep(0.2)
    raise AssertionError(f"not ended: {part}")


def test_articles_are_added_known_replaced_or_refused(editor: TestClient, ledger: Ledger) -> None:
    given = editor.post("/add/paste", data={"text": TEXT, "at": AT}, follow_redirects=False)
    assert (given.status_code, given.headers["location"]) == (303, "/add")
    part = ended(editor, 1)
    assert "added" in part
    assert re.search(r'href="/documents/\w{16}"', part)
    editor.post("/add/paste", data={"text": TEXT, "at": f"{AT}#comments"})
    editor.post("/add/paste", data={"text": TEXT.replace("radars", "boats"), "at": AT})
    files = [
        ("files", ("копия.txt", TEXT.encode("cp1251", "replace"), "text/plain")),
        ("files", ("../../pages.zip", b"PK\x03\x04 an archive", "application/zip")),
        ("files", ("rows.jsonl", b'{"id": "1", "text": "Ministers met."}', "application/json")),
        ("files", (f"{HOSTILE}.txt", b" \n", "text/plain")),
    ]
    editor.post("/add/upload", files=files)
    editor.post("/add/address", data={"addresses": "http://127.0.0.1:9/private\nfile:///etc/passwd\n/etc/passwd"})
    part = ended(editor, 10)
    for told in ("known already", "new version", "ZIP archive", "rows, one document a line", "empty"):
        assert told in part
    assert part.count("not added") == 6
    assert "not a public address; save the page and upload it" in part
    assert "root:" not in part
    with ledger.reading() as connection:
        assert connection.execute(select(func.count()).select_from(documents)).scalar_one() == 2
        assert connection.execute(select(func.count()).select_from(statements)).scalar_one() > 2
    raw = editor.get("/add").text
    assert "<script>alert" not in raw
    assert "pages.zip" in raw
    assert "../" not in raw
    still = editor.get("/add?seen=what+it+was", headers={"HX-Request": "true"})
    assert "ended" in still.text
    editor.post("/add/clear")
    assert "not added" not in editor.get("/add").text


def test_a_list_that_is_as_it_was_is_not_sent_again(editor: TestClient) -> None:
    htmx = {"HX-Request": "true"}
    part = editor.post("/add/paste", data={"text": TEXT}, headers=htmx).text
    found = re.search(r'hx-get="(/add\?seen=\w+)"', part)
    assert found is not None
    until = time.monotonic() + PATIENCE
    answers = [editor.get(found[1], headers=htmx)]
    while answers[-1].status_code == 204 and time.monotonic() < until:
        time.sleep(0.05)
        answers.append(editor.get(found[1], headers=htmx))
    assert answers[0].status_code == 204 or len(answers) == 1
    assert "being" in answers[-1].text or "ended" in answers[-1].text


def test_what_is_too_much_or_no_address_is_refused(editor: TestClient) -> None:
    many = [("files", (f"{n}.txt", b"x", "text/plain")) for n in range(51)]
    for answer in (
        editor.post("/add/address", data={"addresses": "https://a.example\n" * 51}),
        editor.post("/add/upload", files=many),
        editor.post("/add/paste", data={"text": "x", "at": "javascript:alert(1)"}),
    ):
        assert 400 <= answer.status_code < 500
    assert "not added" not in editor.get("/add").text


def test_an_article_is_pasted_and_read_in_the_browser(site: str, browsing: BrowserContext) -> None:
    page = browsing.new_page()
    page.goto(f"{site}/")
    page.get_by_role("link", name="Add articles").first.click()
    page.get_by_label("The text, or the page").fill(TEXT)
    page.get_by_role("button", name="Read and add").click()
    expect(page.locator("#arrivals")).to_contain_text("0 of 1 ended")
    expect(page.get_by_label("The text, or the page")).to_have_value("")
    page.goto(f"{site}/help")
    page.goto(f"{site}/add")
    expect(page.locator("#arrivals")).to_contain_text("1 of 1 ended", timeout=PATIENCE * 1000)
    page.get_by_role("link", name="Ministers of Norway and Sweden met in Oslo").click()
    expect(page.locator("#text mark.evidence").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
