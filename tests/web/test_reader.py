"""The reader: evidence in the text, judgements in place, what is related; by keys, at both widths; hostile text."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext, Page, expect
from tests.web.filled import TALKS, hostile, keep, talks
from tests.web.security.people import desk

from dragoman.ledger import Ledger
from dragoman.ledger.recall import recall
from dragoman.ledger.records import DocumentRecord, EventRecord, Kept
from dragoman.model import Role, Ruling, Status
from dragoman.web.security import Door

HTMX = {"HX-Request": "true"}


def statements(ledger: Ledger, document: str) -> list[Kept]:
    with ledger.reading() as connection:
        record = recall(connection, document)
    assert isinstance(record, DocumentRecord)
    return list(record.statements)


def test_evidence_is_marked_by_type_and_status(client: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    page = client.get(f"/documents/{key}").text
    marked = re.findall(r'<mark class="evidence status-(\w+) (hue-\d+)( several)?"', page)
    assert {status for status, _, _ in marked} == {"happened", "possible", "planned"}
    assert len({hue for _, hue, _ in marked}) == 3
    text = re.search(r'<div id="text".*?</div>', page, re.DOTALL)
    assert text is not None
    shown = re.sub(r'<a class="ref.*?</a>', "", text[0])
    plain = [re.sub(r"<.*?>", "", part) for part in re.findall(r"<p>\n?(.*?)\n?</p>", shown, re.DOTALL)]
    assert plain == TALKS.split("\n\n")
    assert 'data-in="1.evidence 1.trigger"' in page
    assert "Kazakhstan may" in page
    assert "Mongolian ministry" in page


def test_a_text_from_right_to_left(client: TestClient, ledger: Ledger) -> None:
    coding = talks()
    arabic = coding.document.model_copy(update={"language": "ar", "text": "اجتمع وزيرا الدفاع في أستانا."})
    (key,) = keep(ledger, coding.model_copy(update={"document": arabic, "statements": ()}))
    page = client.get(f"/documents/{key}").text
    assert '<div id="text" class="text" dir="rtl" lang="ar">' in page
    assert "Nothing was coded" in page


def test_what_is_related_is_told(client: TestClient, ledger: Ledger) -> None:
    first = talks()
    other = first.document.model_copy(
        update={"source": "https://b.example/1", "outlet": "b.example", "headline": "Talks in Astana"}
    )
    key, _ = keep(ledger, first, first.model_copy(update={"document": other}))
    page = client.get(f"/documents/{key}?lang=ru").text
    assert "Talks in Astana" in page
    assert "почти дословный повтор" in page
    event = re.search(r'href="(/events/\w+)"', page)
    assert event is not None
    shown = client.get(event[1]).text
    for told in ("Reports", "Talks in Astana", "Why they are one event", "How sure it was, and when"):
        assert told in shown


def test_accept_reject_and_undo_change_the_statement_in_place(editor: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    own = statements(ledger, key)[1]
    card = editor.post(f"/statements/{own.key}/accept", headers=HTMX).text
    assert "accepted" in card
    assert 'id="text"' in card
    assert "<html" not in card
    assert statements(ledger, key)[1].ruling is Ruling.accept
    refused = editor.post(f"/statements/{own.key}/reject", headers=HTMX)
    assert (refused.status_code, "no reason is given" in refused.text) == (400, True)
    gone = editor.post(f"/statements/{own.key}/reject", data={"reason": "a joke"}, headers=HTMX).text
    assert "status-possible" not in gone.partition('id="text"')[2]
    assert "a joke" in gone
    editor.post(f"/statements/{own.key}/undo", headers=HTMX)
    assert statements(ledger, key)[1].ruling is Ruling.accept


def test_without_a_script_a_judgement_leads_back_to_the_article(editor: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    own = statements(ledger, key)[0]
    answer = editor.post(f"/statements/{own.key}/accept", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/documents/{key}#statement-{own.key}")


def test_a_correction_is_kept_with_its_reason(editor: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    own = statements(ledger, key)[1]
    form = editor.get(f"/statements/{own.key}/correct", headers=HTMX).text
    assert 'name="evidence"' in form
    assert "<html" not in form
    sent = {
        "type": "arms_transfer", "status": "planned", "actor": ["UZB", "MNG"], "role": ["supplier", "recipient"],
        "words": ["Kazakhstan may", "to Mongolia"], "speaker": ["Mongolian ministry"], "speaker_actor": ["MNG"],
        "evidence": own.statement.evidence.text, "reason": "wrong state",
    }  # fmt: skip
    assert "corrected" in editor.post(f"/statements/{own.key}/correct", data=sent, headers=HTMX).text
    now = statements(ledger, key)[1]
    assert (now.statement.status, now.statement.actors("supplier")) == (Status.planned, ("UZB",))
    page = editor.get(f"/statements/{own.key}").text
    for told in ("What reviewers said", "wrong state", '<del dir="auto">possible</del>'):
        assert told in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"actor": ["QQQ", "MNG"]}, "no actor has the code"),
        ({"evidence": "words that are nowhere"}, "does not have the words"),
        ({"status": "sure"}, "status"),
        ({}, "changes nothing"),
        ({"status": "planned", "reason": " "}, "no reason"),
    ],
)
def test_a_correction_that_cannot_be_comes_back_with_what_is_wrong(
    editor: TestClient, ledger: Ledger, changed: dict[str, object], said: str
) -> None:
    (key,) = keep(ledger, talks())
    own = statements(ledger, key)[1]
    sent = {
        "type": "arms_transfer", "status": "possible", "actor": ["KAZ", "MNG"], "role": ["supplier", "recipient"],
        "words": ["Kazakhstan may", "to Mongolia"], "speaker": ["Mongolian ministry"], "speaker_actor": ["MNG"],
        "evidence": own.statement.evidence.text, "reason": "wrong",
    } | changed  # fmt: skip
    answer = editor.post(f"/statements/{own.key}/correct", data=sent, headers=HTMX)
    assert said in answer.text
    assert answer.headers["HX-Retarget"] == "this"
    assert statements(ledger, key)[1].ruling is None


def test_another_type_has_other_roles(editor: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    own = statements(ledger, key)[1]
    form = editor.post(f"/statements/{own.key}/form", data={"type": "visit", "words": ["x"]}, headers=HTMX).text
    assert 'value="visitor"' in form
    assert 'value="visit" selected' in form


def test_who_may_only_read_is_offered_no_judgement(ledger: Ledger) -> None:
    (key,) = keep(ledger, talks())
    own = statements(ledger, key)[0]
    team = desk(ledger, Door())
    shown = {role: team.client(role).get(f"/documents/{key}").text for role in (Role.reader, Role.reviewer)}
    assert "Mongolian ministry" in shown[Role.reader]
    assert ["/accept" in page for page in shown.values()] == [False, True]
    reader = team.client(Role.reader)
    assert "/add" not in reader.get("/").text
    for place in ("/add", f"/statements/{own.key}/correct"):
        assert reader.get(place).status_code == 403
    assert reader.get(f"/statements/{own.key}").status_code == 200


@pytest.mark.parametrize("place", ["/documents/ffffffff", "/statements/ffffffff", "/events/ffffffff"])
def test_what_is_not_in_the_ledger_is_told(client: TestClient, place: str) -> None:
    assert client.get(place).status_code == 404


def test_nothing_of_an_article_becomes_markup(client: TestClient, ledger: Ledger) -> None:
    (key,) = keep(ledger, hostile())
    own = statements(ledger, key)[0]
    with ledger.reading() as connection:
        record = recall(connection, key)
        assert isinstance(record, DocumentRecord)
        event = recall(connection, record.events[0].id)
    assert isinstance(event, EventRecord)
    places = (f"/documents/{key}", f"/statements/{own.key}", f"/statements/{own.key}/correct", f"/events/{event.key}")
    for place in places:
        page = client.get(place).text
        assert "alert(1)" in page
        assert "<script>alert" not in page
        assert "<img" not in page
        assert 'href="https://news.example/"' not in page


def test_a_statement_is_read_judged_and_corrected_by_keys(site: str, ledger: Ledger, browsing: BrowserContext) -> None:
    (key,) = keep(ledger, talks())
    page = browsing.new_page()
    page.goto(f"{site}/documents/{key}")
    page.keyboard.press("j")
    expect(page.locator("#s1")).to_have_class(re.compile("chosen"))
    assert shown(page) == TALKS.split("\n\n")[0]
    expect(page.locator("#text .part-trigger")).to_have_text("met")
    assert page.locator("#text [data-role]").evaluate_all("all => all.map(one => one.dataset.role)") == [
        "party",
        "party",
    ]
    page.keyboard.press("a")
    expect(page.locator("#s1 .ruling")).to_contain_text("accepted")
    expect(page.locator("#s1")).to_have_class(re.compile("chosen"))
    page.keyboard.press("j")
    expect(page.locator("#s2")).to_have_class(re.compile("chosen"))
    page.keyboard.press("e")
    form = page.locator("#s2 form.correction")
    expect(form).to_be_visible()
    form.get_by_label("Status").select_option("planned")
    form.get_by_label("Why").fill("the text says that it will")
    form.get_by_role("button", name="Keep the correction").click()
    expect(page.locator("#s2 .ruling")).to_contain_text("corrected")
    expect(page.locator("#text mark.status-possible")).to_have_count(0)
    page.locator("#s2").focus()
    page.keyboard.press("x")
    page.keyboard.type("nobody says so")
    page.keyboard.press("Enter")
    expect(page.locator("#s2 .ruling")).to_contain_text("rejected")
    page.locator("#s2").get_by_role("button", name="Undo").click()
    expect(page.locator("#s2 .ruling")).to_contain_text("corrected")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_form_says_what_is_wrong_and_knows_the_roles_of_a_type(
    site: str, ledger: Ledger, browsing: BrowserContext
) -> None:
    (key,) = keep(ledger, talks())
    page = browsing.new_page()
    page.goto(f"{site}/documents/{key}#s2")
    page.locator("#s2").get_by_role("link", name="Correct").click()
    form = page.locator("#s2 form.correction")
    form.locator("[name=actor]").first.fill("QQQ")
    form.get_by_label("Why").fill("another state")
    form.get_by_role("button", name="Keep the correction").click()
    expect(form.get_by_role("alert")).to_contain_text("no actor has the code")
    expect(form.get_by_label("Why")).to_have_value("another state")
    form.get_by_label("Type").select_option("visit")
    expect(form.locator("[name=role]").last.locator("option[value=visitor]")).to_have_count(1)
    expect(form.get_by_label("Why")).to_have_value("another state")
    form.get_by_role("link", name="Leave it").click()
    expect(page.locator("#s2 form.correction")).to_have_count(0)
    expect(page.locator("#s2 h3")).to_contain_text("arms transfer")


def test_a_statement_is_judged_on_its_own_page(site: str, ledger: Ledger, browsing: BrowserContext) -> None:
    (key,) = keep(ledger, talks())
    own = statements(ledger, key)[1]
    page = browsing.new_page()
    page.goto(f"{site}/language/ru?back=/statements/{own.key}")
    page.get_by_role("button", name="Принять").click()
    expect(page.locator(".ruling")).to_contain_text("принято")
    page.get_by_role("button", name="Отменить").click()
    expect(page.locator(".ruling")).to_have_count(0)
    assert statements(ledger, key)[1].ruling is None


def shown(page: Page) -> str:
    return "".join(page.locator("#text .part-evidence").all_text_contents())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_an_article_are_readable(site: str, ledger: Ledger, browsing: BrowserContext, scheme: str) -> None:
    (key,) = keep(ledger, talks())
    own = statements(ledger, key)[0]
    with ledger.reading() as connection:
        record = recall(connection, key)
    assert isinstance(record, DocumentRecord)
    page = browsing.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for place in (
        f"/documents/{key}",
        f"/statements/{own.key}",
        f"/statements/{own.key}/correct",
        f"/events/{record.events[0].id}",
    ):
        page.goto(site + place)
        found = Axe().run(page).response["violations"]
        grave = [
            (place, one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")
        ]
        assert grave == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), place
