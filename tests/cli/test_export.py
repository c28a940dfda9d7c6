"""`dragoman export`: from a ledger to files that other programs read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pytest

from dragoman.datasets import starter_ties
from dragoman.ledger import opened, ties
from dragoman.ledger.adding import Arrival, add
from dragoman.model import (
    Coding,
    Cues,
    Dataset,
    Document,
    Evidence,
    Kind,
    Measure,
    Participant,
    Statement,
    Status,
    Time,
)

if TYPE_CHECKING:
    from conftest import Invoke

SIGNED = "Kazakhstan and Mongolia signed a military cooperation agreement in Astana."
DENIED = "Mongolia denied that it had bought drones from Kazakhstan."
RECORD = Dataset(
    name="record",
    title="A record of our own",
    version="1",
    terms="CC0",
    credit="Compiled for a test.",
    first_year=1950,
    last_year=2025,
)


def statement(key: str, text: str, type: str, roles: dict[str, str], **changes: Any) -> Statement:
    fields: dict[str, Any] = {
        "id": key,
        "kind": Kind.event,
        "type": type,
        "status": Status.happened,
        "participants": [
            Participant(actor=actor, role=role, surface=actor, span=(0, 5)) for actor, role in roles.items()
        ],
        "time": Time(text="2024-05-13", start="2024-05-13", end="2024-05-13"),
        "evidence": Evidence(start=0, end=len(text), text=text),
        "cues": Cues(trigger=(0, 1)),
        "confidence": 0.8,
        "coder": "rules/en@test",
        "rule": "test",
    }
    return Statement.model_validate(fields | changes)


def coding(key: str, text: str, statement: Statement, published: str) -> Coding:
    document = Document(
        id=key, source=f"https://example.org/{key}", text=text, outlet=key, language="en", published=published
    )
    return Coding(document=document, statements=(statement,))


@pytest.fixture
def ledger(ledger_url: str) -> str:
    """A ledger with two events, the ties of the starter record, and a measure; on either database."""
    agreement = {"KAZ": "party", "MNG": "party"}
    codings = [
        coding(
            "Steppe", SIGNED, statement("s", SIGNED, "agreement", agreement, mode="signed", place="KAZ"), "2024-05-14"
        ),
        coding("Echo", f"{SIGNED} More.", statement("s", SIGNED, "agreement", agreement, mode="signed"), "2024-05-15"),
        coding(
            "Denials",
            DENIED,
            statement("d", DENIED, "arms_transfer", {"KAZ": "supplier", "MNG": "recipient"}, status=Status.denied),
            "2024-06-01",
        ),
    ]
    with opened(ledger_url, make=True) as kept, kept.writing() as connection:
        for one in codings:
            add(connection, Arrival(one, one.document.source, "rules/en@test"))
        some = [tie.model_copy(update={"dataset": "record"}) for tie in starter_ties()]
        spent = Measure(dataset="record", name="spending", actor="KAZ", year=2020, value=1.5, unit="USD million")
        ties.replace(connection, RECORD, [*some, spent], file="record.tsv", sha256="0")
    return ledger_url


def lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def test_events_are_a_table_with_its_codebook(invoke: Invoke, ledger: str, tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    result = invoke("export", "--ledger", ledger, "-o", path)
    assert (result.exit_code, result.output) == (0, "")
    frame = pd.read_csv(path, dtype="str")
    assert sorted(zip(frame["type"], frame["status"], frame["reports"], strict=True)) == [
        ("agreement", "happened", "2"),
        ("arms_transfer", "denied", "1"),
    ]
    signed = frame[frame["type"] == "agreement"].iloc[0]
    assert (signed["outlets"], signed["first_report"], signed["last_report"]) == ("2", "2024-05-14", "2024-05-15")
    assert signed["evidence"] == SIGNED
    assert (tmp_path / "events.csv.codebook.md").read_text().startswith("# events.csv\n\n2 rows")
    fields = json.loads((tmp_path / "events.csv.codebook.json").read_text())["schema"]["fields"]
    assert [field["name"] for field in fields] == list(frame.columns)


def test_ties_carry_the_credit_of_their_datasets(invoke: Invoke, ledger: str, tmp_path: Path) -> None:
    path = tmp_path / "ties.parquet"
    invoke("export", "--ledger", ledger, "--what", "ties", "--dataset", "record", "-o", path)
    frame = pd.read_parquet(path)
    assert len(frame) == len(list(starter_ties()))
    told = json.loads((tmp_path / "ties.parquet.codebook.json").read_text())
    assert [source["credit"] for source in told["sources"]] == [RECORD.credit]


def test_actors_choose(invoke: Invoke, ledger: str, tmp_path: Path) -> None:
    def ends(*actors: str) -> set[frozenset[str]]:
        path = tmp_path / "ties.parquet"
        assert invoke("export", *actors, "--what", "ties", "--ledger", ledger, "-o", path).exit_code == 0
        frame = pd.read_parquet(path)
        return {frozenset(pair) for pair in zip(frame["source"], frame["target"], strict=True)}

    assert all("AZE" in pair for pair in ends("aze"))
    assert ends("Азербайджан") == ends("aze")
    assert len(ends("AZE")) > 3
    assert ends("AZE", "TUR") == {frozenset({"AZE", "TUR"})}
    assert {frozenset({"AZE", "TUR"}), frozenset({"AZE", "ISR"})} <= ends("AZE", "TUR", "ISR")
    assert all(pair <= {"AZE", "TUR", "ISR"} for pair in ends("AZE", "TUR", "ISR"))


def test_events_of_several_actors_are_those_between_them(invoke: Invoke, ledger: str) -> None:
    def count(*words: str) -> int:
        return len(invoke("export", *words, "--format", "csv", "--ledger", ledger).stdout.splitlines()) - 1

    assert count("KAZ") == 2
    assert count("KAZ", "MNG") == 2
    assert count("KAZ", "TUR") == 0
    assert count("--type", "agreement") == 1
    assert count("--status", "denied") == 1
    assert count("--until", "2023") == 0
    assert count("--since", "2024-05", "--until", "2024-05") == 2
    assert count("--what", "statements", "MNG") == 3
    assert count("--what", "statements", "--since", "2024-05-15") == 2
    assert count("--what", "measures", "KAZ", "--since", "2020", "--until", "2020") == 1
    assert count("--what", "measures", "KAZ", "--since", "2021") == 0
    assert count("--what", "documents") == 3
    assert count("--what", "documents", "--status", "denied") == 1
    assert count("--what", "documents", "TUR") == 0
    assert count("--what", "documents", "--until", "2024-05-14") == 1
    assert count("--what", "datasets") == 2
    assert count("--what", "datasets", "--dataset", "record") == 1


@pytest.mark.parametrize("suffix", ["gexf", "graphml"])
def test_a_graph_of_ties(invoke: Invoke, ledger: str, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"ties.{suffix}"
    assert invoke("export", "AZE", "--layer", "arms", "--ledger", ledger, "-o", path).exit_code == 0
    graph = nx.read_gexf(path) if suffix == "gexf" else nx.read_graphml(path)
    assert "AZE" in graph
    assert {arc["layer"] for _, _, arc in graph.edges(data=True)} == {"arms"}
    assert {arc["status"] for _, _, arc in graph.edges(data=True)} <= {"happened", "ongoing"}
    assert RECORD.credit in path.read_text(encoding="utf-8")


def test_what_was_denied_is_drawn_only_when_asked_for(invoke: Invoke, ledger: str) -> None:
    def names(*words: str) -> list[str]:
        result = invoke("export", "--what", "events", "--format", "geojson", *words, "--ledger", ledger)
        return [feature["properties"]["name"] for feature in json.loads(result.stdout)["features"]]

    assert names() == ["agreement, signed (Kazakhstan, Mongolia)"]
    assert names("--status", "denied") == ["denied: arms transfer (Kazakhstan, Mongolia)"]


def test_entities_hang_together(invoke: Invoke, ledger: str, tmp_path: Path) -> None:
    path = tmp_path / "kaz.ftm.jsonl"
    assert invoke("export", "KAZ", "--ledger", ledger, "-o", path).exit_code == 0
    entities = {entity["id"]: entity for entity in lines(path.read_text(encoding="utf-8"))}
    (event,) = (entity for entity in entities.values() if entity["schema"] == "Event")
    assert {entities[key]["schema"] for key in event["properties"]["proof"]} == {"Article"}
    pointed = {"involved", "proof", "subject", "object", "member", "organization"}
    for entity in entities.values():
        for name in pointed & set(entity["properties"]):
            assert set(entity["properties"][name]) <= set(entities)


def test_sources(invoke: Invoke, ledger: str) -> None:
    result = invoke("export", "--format", "csl", "--ledger", ledger)
    items = json.loads(result.stdout)
    assert sorted(item["type"] for item in items) == ["article-newspaper"] * 3 + ["dataset"]


def test_nothing_found_is_told_and_is_a_valid_file(invoke: Invoke, ledger: str, tmp_path: Path) -> None:
    for suffix in ("csv", "parquet", "gexf", "graphml", "ftm.jsonl", "geojson", "csl.json"):
        path = tmp_path / f"none.{suffix}"
        result = invoke("export", "ZWE", "--type", "clash", "--ledger", ledger, "-o", path)
        assert result.exit_code == 0
        assert "no rows" in result.stderr
        assert path.exists()
    assert pd.read_parquet(tmp_path / "none.parquet").empty
    assert len(nx.read_gexf(tmp_path / "none.gexf")) == 0
    assert json.loads((tmp_path / "none.csl.json").read_text()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "x.txt"], ".ftm.jsonl"),
        ([], "--format"),
        (["--format", "parquet"], "-o"),
        (["--what", "events", "-o", "x.gexf"], "gexf holds ties"),
        (["Azerbaidjan", "-o", "x.csv"], "'Azerbaidjan': no actor is called so; is it AZE (Azerbaijan)?"),
        (["--type", "wedding", "-o", "x.csv"], "'wedding'"),
        (["--since", "last year", "-o", "x.csv"], "2010-05"),
    ],
)
def test_mistakes_are_told(
    invoke: Invoke, ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = invoke("export", *words, "--ledger", ledger)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert not list(tmp_path.glob("x.*"))


def test_no_ledger(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("export", "--ledger", tmp_path / "none.db", "-o", tmp_path / "x.csv")
    assert result.exit_code == 2
    assert "no ledger there" in result.stderr
    assert not (tmp_path / "x.csv").exists()
