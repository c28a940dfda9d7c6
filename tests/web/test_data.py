"""The page of datasets: what the ledger has, import by upload, any selection as a file."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.cli.filled import fill

from dragoman.ledger import Ledger
from dragoman.ledger.imports import imports

FIXTURE = Path(__file__).parents[1] / "datasets/fixtures/sipri-register.csv"


def ended(client: TestClient, number: int = 1) -> str:
    """What a work says at its end."""
    until = time.monotonic() + 120
    while "hx-get" in (page := client.get(f"/works/{number}", headers={"HX-Request": "true"}).text):
        assert time.monotonic() < until
        time.sleep(0.05)
    return page


def test_without_datasets_it_is_said_what_they_are_for(client: TestClient) -> None:
    page = client.get("/data").text
    assert "No dataset has been imported yet" in page and "Import the starter record" in page


def test_the_starter_record_is_imported_with_a_button(editor: TestClient, ledger: Ledger) -> None:
    assert editor.post("/data/import", data={"name": "starter"}, follow_redirects=False).status_code == 303
    assert "starter: imported, " in ended(editor)
    page = editor.get("/data").text
    assert "sipri-register" in page and "Copyright SIPRI" in page
    editor.post("/data/import", data={"name": "starter"})
    assert "nothing was written, the ledger has it already" in ended(editor, 2)


def test_an_uploaded_file_is_imported_and_named(editor: TestClient, ledger: Ledger) -> None:
    files = {"files": ("../../trade\nregister.csv", FIXTURE.read_bytes())}
    editor.post("/data/import", data={"name": "sipri-register"}, files=files)
    assert "sipri-register: imported" in ended(editor)
    with ledger.reading() as connection:
        held = imports(connection)["sipri-register"]
    assert held.ties and held.file.startswith("uploaded: trade") and "\n" not in held.file
    assert "/" not in held.file


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("sipri-register", b"a,b\n1,2\n", "sipri-register"),
        ("no-such-dataset", b"a,b\n", "no dataset of that name"),
        ("dcad", None, "no file was chosen"),
        ("atop", b"\x00\x01\x02PK", "atop"),
    ],
)
def test_a_wrong_file_is_refused_at_once(
    editor: TestClient, ledger: Ledger, name: str, content: bytes | None, said: str
) -> None:
    files = {"files": ("x.csv", content)} if content is not None else None
    refused = editor.post("/data/import", data={"name": name}, files=files)
    assert refused.status_code == 400 and said in refused.text
    with ledger.reading() as connection:
        assert imports(connection) == {}
    assert not list(Path("/tmp").glob("dragoman-upload-*/x.csv"))


def test_datasets_and_any_selection_are_taken_away(client: TestClient, ledger: Ledger) -> None:
    fill(ledger.name)
    rows = list(csv.DictReader(io.StringIO(client.get("/data.csv").text)))
    assert {row["dataset"] for row in rows} == {"coded", "drills"}
    ties = client.get(
        "/data/selection.file?form=csv&what=ties&actors=KAZ,Mongolia&since=2005&until=&layer=exercise&dataset=drills"
    )
    assert ties.headers["content-disposition"] == 'attachment; filename="ties.csv"'
    starts = [row["start"] for row in csv.DictReader(io.StringIO(ties.text))]
    assert len(starts) == 11 and min(starts) >= "2005"
    for form, begin in (("parquet", b"PAR1"), ("gexf", b"<?xml"), ("geojson", b"{"), ("csl", b"[")):
        answer = client.get(f"/data/selection.file?form={form}&what=events")
        assert answer.status_code == 200 and answer.content.startswith(begin), form
    assert "`verdict`" in client.get("/data/columns/claims.md").text


@pytest.mark.parametrize("query", ["actors=Nowhere", "since=soon", "since=2024&until=2010", "type=brunch"])
def test_what_cannot_be_exported_is_told(client: TestClient, query: str) -> None:
    assert client.get(f"/data/selection.file?{query}").status_code == 400
