"""Every table of a page can be taken away as CSV, from a link on that page."""

from __future__ import annotations

import csv
import io
import re

import pytest
from fastapi.testclient import TestClient

from dragoman.ledger import Ledger

LINK = re.compile(r'href="(/[^"]*\.csv(?:\?[^"]*)?)"')
PAGES = (
    "/states", "/states/AZE", "/states/AZE/TUR", "/change/EVENT", "/change/ta03", "/events/EVENT", "/ties/ta02",
    "/ties/ta07", "/paths?from=USA&to=AZE", "/network", "/network?year=2016&layer=arms&layer=agreement",
    "/map?year=2016", "/network/state/AZE?year=2016&layer=arms&layer=agreement",
    "/claims", "/review", "/data",
)  # fmt: skip


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def event(client: TestClient) -> str:
    return client.get("/states/MAR.csv?table=events").text.splitlines()[1].split(",")[0]


@pytest.mark.parametrize("place", PAGES)
def test_tables_have_links_and_these_give_rows(filled: Ledger, client: TestClient, place: str) -> None:
    page = client.get(place.replace("EVENT", event(client))).text
    links = {address.replace("&amp;", "&") for address in LINK.findall(page)}
    assert len(links) >= page.count("<table")
    for address in links:
        answer = client.get(address)
        assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/csv"), address
        assert answer.text.splitlines()[0].count(",") > 1


def test_what_the_tables_of_a_change_hold(filled: Ledger, client: TestClient) -> None:
    key = event(client)
    standing = rows(client.get(f"/change/{key}.csv?table=standing").text)
    assert {row["measure"] for row in standing} <= {"betweenness", "constraint", "hhi"} and standing
    assert {row["party"] for row in standing} <= {"AZE", "MAR"}
    earlier = rows(client.get(f"/change/{key}.csv?table=comparable").text)
    assert all(row["date"] < "2024-05-13" for row in earlier)
    assert client.get(f"/change/{key}.csv?table=other").status_code == 422


def test_the_ties_of_an_event_and_those_through_whom_things_passed(filled: Ledger, client: TestClient) -> None:
    key = event(client)
    (tie,) = rows(client.get(f"/events/{key}.csv").text)
    assert (tie["event"], tie["dataset"], {tie["source"], tie["target"]}) == (key, "coded", {"AZE", "MAR"})
    through = rows(client.get("/paths/through.csv?from=USA&to=AZE").text)
    assert "ISR" in {row["intermediary"] for row in through}
    assert rows(client.get("/paths/through.csv?from=USA&to=AZE&what=intelligence").text) == []


def test_those_around_a_state_are_taken_with_the_layers_of_the_view(filled: Ledger, client: TestClient) -> None:
    page = client.get("/network/state/AZE?year=2016&layer=arms&layer=agreement").text
    (address,) = [one.replace("&amp;", "&") for one in LINK.findall(page) if one.startswith("/network.csv")]
    found = rows(client.get(address).text)
    assert found and all("AZE" in (row["a"], row["b"]) for row in found)


def test_known_datasets(client: TestClient) -> None:
    names = [row["name"] for row in rows(client.get("/data/known.csv").text)]
    assert "sipri-register" in names and len(names) > 10
