"""The page of a tie: what the dataset says, whose it is, what else the two have."""

from __future__ import annotations

from fastapi.testclient import TestClient
from sqlalchemy import select
from tests.network.made import tie
from tests.web.record import MADE, REGISTER, fill

from dragoman.ledger import Ledger
from dragoman.ledger.tables import ties
from dragoman.model import Layer, Tie
from dragoman.web.pages.ties import COLUMNS


def test_a_tie_is_told_with_dataset_and_terms(filled: Ledger, client: TestClient) -> None:
    page = client.get("/ties/ta02").text
    for said in (
        "Harop",
        "Israel",
        "Azerbaijan",
        "Source: sipri-register",
        "free",
        "United States",
        "/change/ta02",
        "It has gaps",
    ):
        assert said in page
    assert "/ties/ta07" in page


def test_a_tie_that_was_read_leads_to_its_event(filled: Ledger, client: TestClient) -> None:
    rows = client.get("/states/MAR.csv?table=events").text
    event = rows.splitlines()[1].split(",")[0]
    with filled.reading() as connection:
        key = connection.execute(select(ties.c.id).where(ties.c.event == event)).scalar_one()
    assert f"/events/{event}" in client.get(f"/ties/{key}").text


def test_the_beginning_of_a_key_is_enough(filled: Ledger, client: TestClient) -> None:
    assert client.get("/ties/ta02.csv").text.splitlines()[1].startswith("ta02,sipri-register")
    assert client.get("/ties/nothing").status_code == 404


def test_a_tie_is_told_beside_what_others_have(ledger: Ledger, client: TestClient) -> None:
    fill(ledger, [*MADE, arms("RUS", 2014, "te01"), arms("ITA", 2015, "te02")])
    page = client.get("/ties/ta02").text
    assert "arms deliveries that began in 2012–2016" in page
    section = page.partition("To Azerbaijan")[2].partition("</table>")[0]
    places = [row.partition("</tr>")[0] for row in section.split("<tr")[2:]]
    assert ["Russia" in places[0], "Israel" in places[1], "Italy" in places[2]] == [True] * 3
    assert [" %" in row for row in places] == [True] * 3 + [False]
    assert [row.startswith(' class="own"') for row in places] == [False, True, False, False]
    lines = client.get("/ties/ta02.beside.csv").text.splitlines()
    assert lines[0] == ",".join(COLUMNS)
    assert lines[1] == "AZE,target,2012,2016,1,RUS,1,30.0,TIV,0.5"
    assert len(lines) == 5


def test_a_dataset_that_does_not_aim_at_every_case_has_no_shares(filled: Ledger, client: TestClient) -> None:
    page = client.get("/ties/ta07").text
    assert "Azerbaijan with others" in page and "does not aim at every case" in page and "Share" not in page


def test_a_tie_without_a_date_is_told_without_others(filled: Ledger, client: TestClient) -> None:
    page = client.get("/ties/ta10").text
    assert "Beside others" not in page
    assert client.get("/ties/ta10.beside.csv").text.splitlines() == [",".join(COLUMNS)]


def arms(source: str, year: int, name: str) -> Tie:
    weight = 30.0 if source == "RUS" else 10.0
    return tie(Layer.arms, source, "AZE", str(year), str(year), name=name, dataset=REGISTER, weight=weight)
