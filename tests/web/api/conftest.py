"""A ledger that has one of everything, and the API over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.cli.filled import fill

from dragoman.findings import testing
from dragoman.ledger import Ledger, findings, imports, opened
from dragoman.web import application


@dataclass(frozen=True)
class Api:
    """The API over a ledger; `keys` are those of its documents by outlet."""

    client: TestClient
    ledger: Ledger
    keys: dict[str, str]


def tested(ledger: Ledger) -> None:
    """Put every document to the record."""
    with ledger.reading() as connection:
        waiting = findings.waiting(connection, imports.state(connection))
    for _ in testing.tested(ledger, waiting):
        pass


@pytest.fixture
def api(tmp_path: Path) -> Iterator[Api]:
    address = str(tmp_path / "ledger.db")
    keys = fill(address)
    with opened(address) as ledger:
        tested(ledger)
        with TestClient(application(ledger), base_url="http://127.0.0.1/api/v1/") as client:
            client.headers["X-CSRF-Token"] = client.get("session").json()["token"]
            yield Api(client, ledger, keys)
