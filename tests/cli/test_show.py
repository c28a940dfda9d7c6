"""`dragoman show`: all about a document, a statement, an event, a tie, a dataset, as text and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from rich.cells import cell_len
from sqlalchemy import insert, select

from dragoman.ledger import opened
from dragoman.ledger.tables import documents

from .filled import DENIED, MET, RECORD, fill

if TYPE_CHECKING:
    from conftest import Invoke

Record = dict[str, Any]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, str]]:
    """A filled ledger and the keys of its documents."""
    if request.param == "sqlite":
        address = str(tmp_path_factory.mktemp("show") / "ledger.db")
    else:
        import psycopg

        server = request.getfixturevalue("postgresql")
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute("CREATE DATABASE show")
        address = f"{server}/show"
    return address, fill(address)


@pytest.fixture
def text(invoke: Invoke, ledger: tuple[str, dict[str, str]]) -> Callable[[str], str]:
    """What `show` prints, 80 columns wide at most."""

    def call(key: str) -> str:
        done = invoke("show", key, "--ledger", ledger[0])
        assert done.exit_code == 0, done.stderr
        assert max(map(cell_len, done.stdout.splitlines())) <= 80, done.stdout
        return str(done.stdout)

    return call


@pytest.fixture
def record(invoke: Invoke, ledger: tuple[str, dict[str, str]]) -> Callable[[str], Record]:
    """What `show` gives to a program."""

    def call(key: str) -> Record:
        found: Record = json.loads(invoke("show", key, "--ledger", ledger[0], "--format", "json").stdout)
        return found

    return call


@pytest.fixture
def meeting(record: Callable[[str], Record], ledger: tuple[str, dict[str, str]]) -> Record:
    """The record of the event that three documents report."""
    (event,) = record(ledger[1]["steppe"])["events"]
    return record(event["id"])


def lines(shown: str, title: str) -> list[str]:
    """The lines under a title."""
    return shown.partition(f"\n{title}\n")[2].partition("\n\n")[0].splitlines()


def test_an_event_has_its_reports_its_history_and_why_they_are_one(
    meeting: Record, text: Callable[[str], str], ledger: tuple[str, dict[str, str]]
) -> None:
    assert meeting["noun"] == "event"
    assert [turn["status"] for turn in meeting["event"]["history"]] == ["planned", "happened"]
    assert [report["document"]["outlet"] for report in meeting["reports"]] == [
        "plan.example", "steppe.example", "echo.example",
    ]  # fmt: skip
    assert len(meeting["event"]["why"]) == 2 and all(link["reasons"] for link in meeting["event"]["why"])
    assert [tie["layer"] for tie in meeting["ties"]] == ["diplomacy"]
    assert [event["type"] for event in meeting["others"]] == ["arms_transfer"]
    assert {one["relation"]: one["document"]["key"] for one in meeting["related"]} == {
        "same dyad": ledger[1]["denials"]
    }
    shown = text(meeting["key"][:8])
    assert shown.startswith(f"meeting, in person (Kazakhstan, Mongolia)\nevent {meeting['key']}\n")
    assert lines(shown, "HOW IT BECAME KNOWN")[0].startswith("2024-05-08  planned, by ")
    assert len(lines(shown, "WHY THEY ARE OF ONE HAPPENING")) >= 2
    assert "corrected" in " ".join(lines(shown, "REPORTS"))
    assert "said by «the ministry» (KAZ)" in " ".join(" ".join(lines(shown, "REPORTS")).split())
    assert "Rana: corrected" in " ".join(lines(shown, "REVIEWED"))
    assert "Mongolia, says Ulaanbaatar (denials.example)" in " ".join(
        " ".join(lines(shown, "RELATED DOCUMENTS")).split()
    )


def test_a_document_has_its_versions_what_it_says_and_what_is_related(
    record: Callable[[str], Record], text: Callable[[str], str], ledger: tuple[str, dict[str, str]]
) -> None:
    keys = ledger[1]
    told = record(keys["steppe"])
    assert told["document"]["text"] == MET and told["current"]
    assert [(one["version"], one["latest"]) for one in told["sightings"]] == [(2, keys["steppe"])]
    assert [(one["coder"], one["statements"]) for one in told["readings"]] == [("rules/en@test", 1)]
    assert {one["document"]["key"]: one["relation"] for one in told["related"]} == {
        keys["echo"]: "near-duplicate",
        keys["plan"]: "same event",
        keys["denials"]: "same dyad",
    }
    old = record(keys["old steppe"])
    assert not old["current"] and not old["events"]
    assert [(one["version"], one["latest"]) for one in old["sightings"]] == [(1, keys["steppe"])]
    shown = text("https://steppe.example/1")
    assert shown.startswith(f"Ministers meet\ndocument {keys['steppe']}\n")
    assert "held" in shown or "met" in " ".join(lines(shown, "WHAT IT SAYS"))
    assert lines(shown, "FOUND AT")[0].startswith("- https://steppe.example/1, version 2, ")
    assert "replaced there by" in " ".join(lines(text(keys["old steppe"]), "FOUND AT"))
    assert "an older one" in text(keys["old steppe"])


def test_a_statement_has_its_words_and_what_the_coder_had_said(
    record: Callable[[str], Record], text: Callable[[str], str], ledger: tuple[str, dict[str, str]]
) -> None:
    (kept,) = record(ledger[1]["echo"])["statements"]
    told = record(kept["key"])
    assert (told["kept"]["ruling"], told["kept"]["statement"]["place"]) == ("correct", "KAZ")
    assert told["kept"]["coded"]["place"] is None
    assert [(one["reviewer"], one["ruling"]) for one in told["judgements"]] == [("Rana", "correct")]
    shown = text(kept["key"])
    assert "  reviewed  corrected\n" in shown
    assert 'place: "KAZ"' in shown
    assert lines(shown, "AS THE CODER HAD IT")
    said = record(ledger[1]["denials"])["statements"][0]
    assert f"«{DENIED}» [0-{len(DENIED)}]" in " ".join(lines(text(said["key"]), "EVIDENCE")).replace("\n", " ")


def test_a_tie_has_its_dataset_and_the_ties_that_are_one_with_it(
    invoke: Invoke, record: Callable[[str], Record], text: Callable[[str], str], ledger: tuple[str, dict[str, str]]
) -> None:
    found = json.loads(invoke("ties", "KAZ", "UZB", "--format", "json", "--ledger", ledger[0]).stdout)["ties"][0]
    told = record(found["id"][:9])
    assert told["dataset"]["credit"] == RECORD.credit
    assert [tie["target"] for tie in told["group"]] == ["MNG"]
    shown = text(found["id"])
    assert lines(shown, "ONE THING WITH") == ["  KAZ - MNG"]
    assert RECORD.credit in shown and f"- {RECORD.gaps[0]}" in " ".join(shown.split())
    assert "  how much  1200 persons\n" in shown.replace("   ", "  ").replace("how much   ", "how much  ")
    assert lines(shown, "DETAILS") == ["  source  the record"]


def test_a_coded_tie_leads_to_its_event(
    meeting: Record, record: Callable[[str], Record], text: Callable[[str], str]
) -> None:
    (tie,) = meeting["ties"]
    told = record(tie["id"])
    assert told["event"]["id"] == meeting["key"] and len(told["others"]) == 5
    assert "CREDIT AND TERMS" not in text(tie["id"])


def test_a_dataset_has_what_was_imported(record: Callable[[str], Record], text: Callable[[str], str]) -> None:
    told = record("drills")
    assert (told["held"]["ties"], told["held"]["rows"], told["layers"]) == (63, 64, {"exercise": 63})
    shown = text("dril")
    assert shown.startswith("A record of exercises\ndataset drills\n")
    assert lines(shown, "ROWS SKIPPED") == ["- 3: no date"]
    assert lines(shown, "WHAT IT CANNOT TELL") == [f"- {RECORD.gaps[0]}"]


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_each_is_a_row_of_its_table(
    invoke: Invoke, meeting: Record, ledger: tuple[str, dict[str, str]], tmp_path: Path, suffix: str
) -> None:
    things = {
        "event_id": meeting["key"],
        "tie_id": meeting["ties"][0]["id"],
        "document": ledger[1]["lake"],
        "dataset": "drills",
    }
    path = tmp_path / f"one.{suffix}"
    for column, key in things.items():
        assert invoke("show", key, "--ledger", ledger[0], "-o", path).exit_code == 0
        frame = pd.read_parquet(path) if suffix == "parquet" else pd.read_csv(path, dtype="str")
        assert list(frame[column]) == [key]
        assert path.with_name(f"{path.name}.codebook.md").read_text(encoding="utf-8").startswith(f"# {path.name}\n")
    statement = meeting["reports"][0]["kept"]["key"]
    assert invoke("show", statement, "--ledger", ledger[0], "-o", path).exit_code == 0
    frame = pd.read_parquet(path) if suffix == "parquet" else pd.read_csv(path, dtype="str")
    assert list(frame["status"]) == ["planned"]


def test_a_beginning_of_several_keys_is_told_with_them(invoke: Invoke, ledger: tuple[str, dict[str, str]]) -> None:
    key = ledger[1]["lake"]
    twin = key[:9] + "".join("0" if sign != "0" else "1" for sign in key[9:])
    with opened(ledger[0]) as kept, kept.writing() as connection:
        row = connection.execute(select(documents).where(documents.c.key == key)).mappings().one()
        connection.execute(insert(documents), {**row, "key": twin, "number": 99, "current": False})
    done = invoke("show", key[:9], "--ledger", ledger[0])
    assert done.exit_code == 2
    assert f"{key[:9]}: begins more than one key" in done.stderr
    assert f"document {key}" in done.stderr and f"document {twin}" in done.stderr
    assert done.stderr.count("\n") == 1
    assert invoke("show", key[:10], "--ledger", ledger[0]).exit_code == 0
