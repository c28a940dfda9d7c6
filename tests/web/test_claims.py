"""The page of claims: every argument with its verdict, who hedges, filters in the address, tables and the figure."""

from __future__ import annotations

import csv
import io
import time

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import BrowserContext
from tests.findings.made import dataset, fact, said, tie

from dragoman.findings import testing
from dragoman.ledger import Ledger, adding
from dragoman.ledger.adding import Arrival
from dragoman.ledger.ties import replace
from dragoman.model import Coding, Document, Kind, Layer, Statement, Status


def put(ledger: Ledger, outlet: str, published: str, *found: Statement) -> str:
    text = f"What {outlet} said on {published}: nothing & <b>much</b>."
    told = Document(id=published, source=outlet, text=text, language="en", published=published, outlet=outlet)
    with ledger.writing() as connection:
        return adding.add(connection, Arrival(Coding(document=told, statements=found), None, "rules/en@test")).key


@pytest.fixture
def filled(ledger: Ledger) -> list[str]:
    """Three articles of two outlets, put to a record of alliances."""
    with ledger.writing() as connection:
        allied = tie("atop", Layer.alliance, "KAZ", "MNG", "2015", directed=False)
        replace(connection, dataset("atop", 1815, 2018), [allied], file="atop.csv", sha256="1")
    partners = fact("partnership", "KAZ:party", "MNG:party", kind=Kind.tie)
    keys = [
        put(ledger, "a.example", "2024-05-14", partners, said("capability", "KAZ:beneficiary")),
        put(ledger, "a.example", "2024-05-15", said("capability", "MNG:beneficiary", status=Status.happened)),
        put(ledger, "b <i>example", "2024-05-16", said("influence", "KAZ:beneficiary", status=Status.happened)),
    ]
    list(testing.tested(ledger, keys))
    return keys


def test_where_there_are_none_it_is_said_what_to_do(client: TestClient) -> None:
    page = client.get("/claims").text
    assert "No claim has been put to the record yet" in page and 'href="/data"' in page


@pytest.mark.usefixtures("filled")
def test_arguments_stand_with_how_they_are_put_and_what_the_record_says(client: TestClient) -> None:
    page = client.get("/claims").text
    assert "3 claims" in page and "Kazakhstan may gain in military capability." in page
    assert "b &lt;i&gt;example" in page and "<i>example" not in page
    assert "cooperate on defence" not in page
    given = client.get("/claims?what=given").text
    assert "Kazakhstan and Mongolia cooperate on defence." in given and "1 claim" in given
    assert "Ties on record" in given and "/ties/" in given


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("state=KAZ", 2), ("state=kaz&how=hedged", 1), ("how=asserted", 2), ("outlet=a.example", 2),
        ("type=influence", 1), ("verdict=supported", 0), ("voice=quoted", 0), ("what=all", 4),
    ],
)  # fmt: skip
def test_filters_stand_in_the_address(client: TestClient, query: str, number: int) -> None:
    page = client.get(f"/claims?{query}").text
    assert page.count('<p class="sentence">') == number
    assert ("No such claim" in page) == (number == 0)
    assert len(list(csv.DictReader(io.StringIO(client.get(f"/claims.csv?{query}").text)))) == number


@pytest.mark.usefixtures("filled")
def test_a_filter_changes_the_list_alone_and_the_address(client: TestClient) -> None:
    part = client.get("/claims?how=hedged&state=&type=", headers={"HX-Request": "true"})
    assert "<html" not in part.text and "1 claim" in part.text
    assert part.headers["HX-Push-Url"] == "/claims?how=hedged"


@pytest.mark.usefixtures("filled")
def test_outlets_and_states_are_counted_in_tables_to_take_away(client: TestClient) -> None:
    outlets = list(csv.DictReader(io.StringIO(client.get("/claims/outlets.csv").text)))
    assert [(row["outlet"], row["hedged"], row["asserted"]) for row in outlets] == [
        ("a.example", "1", "1"), ("b <i>example", "0", "1"),
    ]  # fmt: skip
    states = {row["actor"]: row["claims"] for row in csv.DictReader(io.StringIO(client.get("/claims/states.csv").text))}
    assert states == {"KAZ": "2", "MNG": "1"}


@pytest.mark.usefixtures("filled")
def test_the_figure_comes_in_every_form(client: TestClient) -> None:
    assert client.get("/claims/hedging.svg?lang=ru").text.startswith("<svg")
    assert client.get("/claims/hedging.png").content.startswith(b"\x89PNG")
    assert client.get("/claims/hedging.csv").text == client.get("/claims/outlets.csv").text
    assert client.get("/claims/hedging.svg?verdict=contradicted").status_code == 200


def test_what_waits_is_put_to_the_record_from_the_page(editor: TestClient, ledger: Ledger) -> None:
    put(ledger, "a.example", "2024-05-14", said("capability", "KAZ:beneficiary"))
    assert "No claim has been put" in editor.get("/claims").text
    begun = editor.post("/claims/test", follow_redirects=False)
    assert (begun.status_code, begun.headers["location"]) == (303, "/claims")
    until = time.monotonic() + 120
    while "1 claim was put to the record" not in editor.get("/works/1").text:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert "1 claim<" in editor.get("/claims").text.replace("\n", "")
    assert editor.get("/works/7").status_code == 404


@pytest.mark.usefixtures("filled")
def test_a_reader_steps_through_claims_in_russian(site: str, browsing: BrowserContext) -> None:
    page = browsing.new_page()
    page.goto(f"{site}/claims?lang=ru")
    assert page.locator("h1").inner_text() == "Утверждения"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".claims li.chosen").count() == 1
    page.locator(".claims summary").first.click()
    page.locator("select[name=how]").select_option("hedged")
    page.wait_for_url("**how=hedged**")
    assert page.locator(".claims > li").count() == 1
