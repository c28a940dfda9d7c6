"""The network is read once for each revision; what it answers is worked out once; pages wait for neither too long."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Connection

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger
from dragoman.ledger.opening import revision_of
from dragoman.network import Network, load
from dragoman.web import application, held
from dragoman.web.csvs import cell
from dragoman.web.held import MOST, Held, Snapshot, held_by

PAGE = {"Accept": "text/html"}


def revision(ledger: Ledger) -> int:
    with ledger.reading() as connection:
        return revision_of(connection)


def change(ledger: Ledger) -> int:
    """Write to the ledger, which has another revision then."""
    with ledger.writing():
        pass
    return revision(ledger)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """The network is read when this is set, and pages do not wait."""
    opened = Event()

    def slow(connection: Connection) -> Network:
        assert opened.wait(20)
        return load(connection)

    monkeypatch.setattr(held, "load", slow)
    monkeypatch.setattr(held, "SOON", 0.0)
    yield opened
    opened.set()


def test_an_answer_is_worked_out_once() -> None:
    snapshot, made = Snapshot(1, Network.of([])), []
    for _ in range(3):
        assert snapshot.once("q", lambda: made.append(1) or len(made)) == 1  # type: ignore[func-returns-value]


def test_who_asks_meanwhile_waits_for_the_answer() -> None:
    snapshot, made, ready = Snapshot(1, Network.of([])), [], Barrier(8)

    def ask() -> int:
        ready.wait(5)
        return snapshot.once("q", lambda: made.append(1) or len(made))  # type: ignore[func-returns-value]

    with ThreadPoolExecutor(8) as pool:
        assert [one.result() for one in [pool.submit(ask) for _ in range(8)]] == [1] * 8


def test_a_question_that_fails_can_be_asked_again() -> None:
    snapshot = Snapshot(1, Network.of([]))
    with pytest.raises(ZeroDivisionError):
        snapshot.once("q", lambda: 1 // 0)
    assert snapshot.once("q", lambda: 7) == 7


def test_the_answers_that_were_asked_for_least_lately_are_dropped() -> None:
    snapshot = Snapshot(1, Network.of([]))
    for number in range(MOST + 1):
        snapshot.once(number, lambda: "kept")
    assert snapshot.once(0, lambda: "again") == "again"
    assert snapshot.once(MOST, lambda: "again") == "kept"


def test_the_network_is_read_before_anybody_asks_and_once_for_each_revision(filled: Ledger) -> None:
    app = application(filled)
    assert held_by(app).begin().wait(20)
    first = held_by(app).at(revision(filled), 0.0)
    assert first is not None and len(first.network.columns) > 5
    assert held_by(app).at(revision(filled)) is first
    second = held_by(app).at(change(filled))
    assert second is not None and second is not first and second.revision == revision(filled)


def test_a_network_that_cannot_be_read_is_told_to_who_asks(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: Connection) -> Network:
        raise LedgerError("is damaged", source="ledger.db")

    monkeypatch.setattr(held, "load", fail)
    kept = Held(filled)
    with pytest.raises(LedgerError):
        kept.at(revision(filled))
    monkeypatch.setattr(held, "load", load)
    assert kept.at(revision(filled)) is not None


def test_before_there_is_a_network_a_page_says_that_it_is_being_read(
    filled: Ledger, client: TestClient, gate: Event
) -> None:
    page = client.get("/states/AZE", headers=PAGE)
    assert page.status_code == 202
    assert "The network is being read" in page.text and 'http-equiv="refresh"' in page.text
    gate.set()
    assert held_by(client.app).at(revision(filled)) is not None  # type: ignore[arg-type]
    assert client.get("/states/AZE", headers=PAGE).status_code == 200


def test_a_tie_has_something_to_show_without_it(filled: Ledger, client: TestClient, gate: Event) -> None:
    page = client.get("/ties/ta02", headers=PAGE)
    assert page.status_code == 200
    assert "Harop" in page.text and "is being read anew" in page.text and "Beside others" not in page.text
    gate.set()
    assert held_by(client.app).at(revision(filled)) is not None  # type: ignore[arg-type]
    assert "Beside others" in client.get("/ties/ta02", headers=PAGE).text


def test_while_it_is_read_anew_a_page_shows_the_one_before_and_says_so(
    filled: Ledger, client: TestClient, gate: Event
) -> None:
    gate.set()
    assert held_by(client.app).at(revision(filled)) is not None  # type: ignore[arg-type]
    assert "is being read anew" not in client.get("/states/AZE", headers=PAGE).text
    gate.clear()
    changed = change(filled)
    page = client.get("/states/AZE", headers=PAGE)
    assert page.status_code == 200 and "is being read anew" in page.text
    # What the network has not got may be in the next one.
    assert client.get("/states/XXA", headers=PAGE).status_code == 202
    gate.set()
    assert held_by(client.app).at(changed) is not None  # type: ignore[arg-type]
    assert "is being read anew" not in client.get("/states/AZE", headers=PAGE).text
    assert client.get("/states/XXA", headers=PAGE).status_code == 404


@pytest.mark.parametrize("path", ["/states/AZE.csv", "/api/v1/dossiers/AZE", "/network/outline.json", "/network/table"])
def test_files_programs_and_parts_of_pages_wait_for_the_newest(
    filled: Ledger, client: TestClient, gate: Event, path: str
) -> None:
    headers = PAGE if path != "/network/table" else {**PAGE, "HX-Request": "true"}
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(lambda: client.get(path, headers=headers))
        with pytest.raises(TimeoutError):
            asked.result(0.3)
        gate.set()
        assert asked.result(20).status_code == 200


@pytest.mark.parametrize(
    ("value", "told"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), (("a", "b"), "a|b"), (-1.5, -1.5), (None, None), ("a=1", "a=1")],
)
def test_a_spreadsheet_reads_no_formula(value: object, told: object) -> None:
    assert cell(value) == told
