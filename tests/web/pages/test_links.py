"""Every link of the pages of the record leads somewhere: a claim is never more than two clicks from its evidence."""

from __future__ import annotations

import re
from html import unescape

from fastapi.testclient import TestClient

from dragoman.ledger import Ledger

PLACES = (
    "/states", "/states/AZE", "/states/MAR", "/states/AZE/TUR", "/states/AZE/MAR", "/states/BRA", "/ties/ta02",
    "/change/ta03", "/paths?from=USA&to=AZE", "/network?year=2022", "/network/table?year=2022",
    "/network/evidence/AZE/TUR?year=2022", "/network/state/AZE?year=2022", "/map?year=2022",
)  # fmt: skip
LINK = re.compile(r'(?:href|hx-get|action)="(/[^"]*)"')


def test_no_link_leads_nowhere(filled: Ledger, client: TestClient) -> None:
    found = {link for place in PLACES for link in map(unescape, LINK.findall(client.get(place).text))}
    links = sorted({link.partition("#")[0] for link in found if not link.endswith(".png")})
    assert len(links) > 60
    assert [link for link in links if client.get(link).status_code >= 400] == []
