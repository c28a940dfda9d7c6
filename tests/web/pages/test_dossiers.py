"""The dossier of one and of two: what is on record, what is not, as tables, by the record of a day."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext, expect
from tests.web.looking import sound
from tests.web.record import HOSTILE, MADE, fill

from dragoman.ledger import Ledger


def table(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_a_state_is_told_by_layer_with_its_partners(filled: Ledger, client: TestClient) -> None:
    page = client.get("/states/AZE").text
    for said in (
        "Azerbaijan",
        "arms deliveries",
        "Türkiye",
        "Source: made",
        "sipri-register",
        "/figures/suppliers/AZE.svg",
        "2010–2021",
    ):
        assert said in page
    rows = table(client, "/states/AZE.csv?table=ties")
    assert {row["partner"] for row in rows if row["layer"] == "arms"} == {"RUS", "ISR", "TUR"}
    assert next(row["partner"] for row in table(client, "/states/AZE.csv?table=partners")) == "TUR"


def test_a_tie_that_was_read_is_an_event_of_the_dossier(filled: Ledger, client: TestClient) -> None:
    (event,) = table(client, "/states/MAR.csv?table=events")
    assert (event["type"], event["parties"], event["date"]) == ("agreement", "AZE|MAR", "2024-05-13")
    page = client.get("/states/MAR").text
    assert f"/events/{event['event']}" in page
    assert f"/change/{event['event']}" in page


def test_the_day_is_in_the_address(filled: Ledger, client: TestClient) -> None:
    then = table(client, "/states/AZE.csv?table=ties&as_of=2011")
    assert {(row["partner"], row["layer"]) for row in then} == {("RUS", "arms"), ("TUR", "agreement")}
    assert client.get("/states/AZE?as_of=2011").status_code == 200
    assert client.get("/states/AZE?as_of=yesterday").status_code == 422


def test_two_are_told_with_each_other_alone(filled: Ledger, client: TestClient) -> None:
    page = client.get("/states/AZE/TUR").text
    assert "Mustafa Kemal" in page
    assert "T-90" not in page
    assert "/figures/timeline/AZE/TUR.svg" in page
    assert {row["layer"] for row in table(client, "/states/AZE/TUR.csv")} == {"arms", "agreement", "exercise"}


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/states/Turkey", "/states/TUR"), ("/states/TUR/AZE", "/states/AZE/TUR"),
        ("/states/go?of=AZE&to=Турция", "/states/AZE/TUR"), ("/states/go?of=&to=Morocco", "/states/MAR"),
    ],
)  # fmt: skip
def test_names_lead_to_the_one_address(filled: Ledger, client: TestClient, address: str, leads: str) -> None:
    answer = client.get(address, follow_redirects=True)
    assert (answer.status_code, answer.url.path) == (200, leads)


@pytest.mark.parametrize("address", ["/states/Atlantis", "/states/AZE/Azerbaijan", f"/states/{HOSTILE[:8]}"])
def test_nobody_has_no_page(filled: Ledger, client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_who_has_no_tie_is_told_what_could_show_one(filled: Ledger, client: TestClient) -> None:
    page = client.get("/states/BRA").text
    assert "No tie is on record" in page
    assert "No tie between the two is on record" in client.get("/states/BRA/NOR").text


def test_what_others_wrote_stays_text(filled: Ledger, client: TestClient) -> None:
    for address in ("/states/AZE", "/states/MAR", "/states/AZE/TUR", "/ties/ta06", "/states/AZE/MAR"):
        page = client.get(address).text
        assert "alert" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_a_dossier_is_new_when_the_ledger_is(filled: Ledger, client: TestClient) -> None:
    assert len(table(client, "/states/FRA.csv")) == 1
    fill(filled, MADE[:-1])
    assert table(client, "/states/FRA.csv") == []


def test_dossiers_in_a_browser(filled: Ledger, site: str, browsing: BrowserContext) -> None:
    page = browsing.new_page()
    for place in ("/states/AZE", "/states/AZE/TUR?lang=ru", "/ties/ta02", "/states/BRA"):
        page.goto(site + place)
        for figure in page.locator(".figure").all():
            figure.scroll_into_view_if_needed()
        sound(page)
    page.goto(f"{site}/states/AZE")
    figure = page.locator("[data-figure='/figures/suppliers/AZE']")
    figure.scroll_into_view_if_needed()
    expect(figure.locator("canvas")).to_be_visible(timeout=30_000)
    with page.expect_download() as loading:
        figure.get_by_role("link", name="CSV").click()
    assert "Israel" not in loading.value.path().read_text("utf-8")
    assert "ISR" in loading.value.path().read_text("utf-8")
