"""Figures at addresses: each in four forms, in the reader's language, new when the ledger is."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from dragoman.ledger import Ledger

FIGURES = {
    "/figures/suppliers/AZE": "recipient,first,last,supplier",
    "/figures/ego/AZE": "actor,year,partner,layers",
    "/figures/map/AZE": "actor,year,partner,layers",
    "/figures/timeline/AZE/TUR": "id,layer,source,target",
    "/figures/path/AZE/USA": "leg,source,target,need",
    "/figures/change/ta03": "party,layer,before,new",
}


@pytest.mark.parametrize(("address", "heads"), FIGURES.items())
def test_a_figure_has_four_forms(filled: Ledger, client: TestClient, address: str, heads: str) -> None:
    svg, png, spec, table = (client.get(f"{address}.{form}") for form in ("svg", "png", "json", "csv"))
    assert svg.text.startswith("<svg")
    assert png.content.startswith(b"\x89PNG")
    assert json.loads(spec.text)["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    assert table.text.startswith(heads)
    assert [one.status_code for one in (svg, png, spec, table)] == [200] * 4


def test_a_figure_speaks_the_language_of_its_reader(filled: Ledger, client: TestClient) -> None:
    told = client.get("/figures/ego/AZE.svg", headers={"Accept-Language": "ru"}).text
    assert "Азербайджан" in told


def test_a_browser_that_has_a_figure_is_told_so(filled: Ledger, client: TestClient) -> None:
    tag = client.get("/figures/timeline/AZE/TUR.svg").headers["etag"]
    again = client.get("/figures/timeline/AZE/TUR.svg", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/figures/suppliers/Atlantis.svg", 404), ("/figures/timeline/AZE.svg", 404),
        ("/figures/path/AZE/AZE.svg", 404),
        ("/figures/ego/AZE/TUR.svg", 404), ("/figures/ego/AZE.gif", 422), ("/figures/pie/AZE.svg", 422),
        ("/figures/path/FRA/RUS.svg", 404), ("/figures/change/none.svg", 404),
        ("/figures/ego/AZE.svg?as_of=soon", 422),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said(filled: Ledger, client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status
