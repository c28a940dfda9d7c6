"""The review: what waits in the order of its weight, judged with a key, told in the history, compared."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext
from tests.cli.filled import fill

from dragoman.ledger import Ledger
from dragoman.review.consequence import Weighed, most_consequential
from dragoman.review.waiting import Filter, waiting_statements
from dragoman.web.security.visitors import local_name


@pytest.fixture
def filled(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    monkeypatch.setenv("DRAGOMAN_REVIEWER", "Rana")
    fill(ledger.name)
    return ledger


def waiting(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return [one.key for one in most_consequential(connection, Filter(), 50)]


def test_where_nothing_waits_it_is_said_what_to_do(client: TestClient) -> None:
    assert "Nothing waits for review" in client.get("/review").text
    assert "Nobody has judged anything yet" in client.get("/review/history").text


def test_what_rests_on_a_statement_weighs() -> None:
    least = Weighed("a", confidence=0.9, ties=False, alone=False, claims=0)
    most = Weighed("b", confidence=0.5, ties=True, alone=True, claims=9)
    assert least.consequence == pytest.approx(0.1)
    assert most.consequence == pytest.approx(0.5 * (1 + 2 + 1 + 3))


def test_the_queue_has_what_waits_the_weightiest_first(filled: Ledger) -> None:
    with filled.reading() as connection:
        found = most_consequential(connection, Filter(), 50)
        assert {one.key for one in found} == set(waiting_statements(connection, Filter()))
    weights = [one.consequence for one in found]
    assert weights == sorted(weights, reverse=True)
    assert any(one.ties for one in found) and any(one.alone for one in found)


def test_statements_are_judged_one_after_the_other(editor: TestClient, filled: Ledger) -> None:
    first, second, third, *_ = waiting(filled)
    page = editor.get("/review").text
    assert f'action="/review/{first}"' in page
    done = editor.post(f"/review/{first}", data={"act": "accept", "reason": "the text says so"})
    assert "Accepted: the text says so." in done.text and f'action="/review/{second}"' in done.text
    refused = editor.post(f"/review/{second}", data={"act": "reject"})
    assert refused.status_code == 400 and "no reason is given" in refused.text
    assert editor.post(f"/review/{second}", data={"act": "reject", "reason": "no"}).status_code == 200
    corrected = editor.post(f"/review/{third}", data={"act": "correct", "status": "possible", "settings": " \n"})
    assert "Corrected" in corrected.text
    rows = list(csv.DictReader(io.StringIO(editor.get("/review/history.csv").text)))
    assert [(row["ruling"], row["reviewer"]) for row in rows[:3]] == [
        ("correct", "Rana"), ("reject", "Rana"), ("accept", "Rana"),
    ]  # fmt: skip
    undone = editor.post("/review/undo", data={"judgement": rows[1]["judgement"], "back": "/review/history"})
    assert undone.url.path == "/review/history" and "taken back" in undone.text
    assert second in waiting(filled)


def test_what_was_judged_meanwhile_is_shown_again(editor: TestClient, filled: Ledger) -> None:
    key, *_ = waiting(filled)
    stands = editor.get(f"/review?at={key}").text.partition('name="stands" value="')[2].partition('"')[0]
    editor.post(f"/review/{key}", data={"act": "accept"})
    late = editor.post(f"/review/{key}", data={"act": "accept", "stands": stands})
    assert late.status_code == 400 and "somebody judged it since" in late.text


@pytest.mark.parametrize(("act", "status"), [("merge", 400), ("praise", 422)])
def test_nothing_else_is_done_here(editor: TestClient, filled: Ledger, act: str, status: int) -> None:
    assert editor.post(f"/review/{waiting(filled)[0]}", data={"act": act}).status_code == status


def test_a_change_needs_the_token_of_a_page(client: TestClient, filled: Ledger) -> None:
    assert client.post(f"/review/{waiting(filled)[0]}", data={"act": "accept"}).status_code == 403


def test_agreement_is_told_once_two_have_judged_the_same(
    editor: TestClient, filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No statement has been judged by two reviewers yet" in editor.get("/review").text
    for reviewer, act in (("Rana", "accept"), ("Li", "reject")):
        monkeypatch.setenv("DRAGOMAN_REVIEWER", reviewer)
        local_name.cache_clear()
        editor.post(f"/review/{sorted(waiting(filled) or [''])[0]}", data={"act": act, "reason": "so"})
    key = editor.get("/review/history").text.partition("/review?at=")[2].partition('"')[0]
    monkeypatch.setenv("DRAGOMAN_REVIEWER", "Mira")
    local_name.cache_clear()
    editor.post(f"/review/{key}", data={"act": "accept"})
    assert "Cohen's kappa" in editor.get("/review").text
    (pair,) = csv.DictReader(io.StringIO(editor.get("/review/agreement.csv").text))
    assert (pair["a"], pair["b"], pair["statements"], pair["agree"]) == ("Li", "Mira", "1", "0")


@pytest.mark.usefixtures("filled")
def test_keys_judge(site: str, browsing: BrowserContext) -> None:
    page = browsing.new_page()
    page.goto(f"{site}/review")
    before = page.locator(".queue a").count()
    page.keyboard.press("a")
    page.wait_for_url("**done=**")
    assert page.locator(".queue a").count() == before - 1
    page.keyboard.press("u")
    page.wait_for_function(f"document.querySelectorAll('.queue a').length === {before}")
    page.keyboard.press("e")
    assert page.locator("textarea[name=settings]").is_visible()
