"""The page of a tie: what the dataset says, whose it is, what else the two have."""

from __future__ import annotations

from fastapi.testclient import TestClient
from sqlalchemy import select

from dragoman.ledger import Ledger
from dragoman.ledger.tables import ties


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
