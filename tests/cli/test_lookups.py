"""`dragoman ties`, `events`, `search` on either database: what is found, how it is shown, what is told of nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from rich.cells import cell_len

from .filled import RECORD, fill

if TYPE_CHECKING:
    from conftest import Invoke

COMMANDS = (("ties", "KAZ"), ("events",), ("search", "ministers"))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, str]]:
    """A filled ledger and the keys of its documents; nothing here writes to it."""
    if request.param == "sqlite":
        address = str(tmp_path_factory.mktemp("lookups") / "ledger.db")
    else:
        import psycopg

        server = request.getfixturevalue("postgresql")
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute("CREATE DATABASE lookups")
        address = f"{server}/lookups"
    return address, fill(address)


@pytest.fixture
def ask(invoke: Invoke, ledger: tuple[str, dict[str, str]]) -> Any:
    """The output of a command on the ledger, which has to succeed and to fit 80 columns where it is text."""

    def call(*words: str | Path) -> str:
        done = invoke(*words, "--ledger", ledger[0])
        assert done.exit_code == 0, done.stderr
        if not {"--format", "-o"} & set(map(str, words)):
            assert max(map(cell_len, done.stdout.splitlines())) <= 80, done.stdout
        return str(done.stdout)

    return call


def test_ties_of_two_are_a_table_with_their_sources(ask: Any) -> None:
    shown = ask("ties", "Казахстан", "Mongolia", "--layer", "exercise", "--limit", "3")
    head = "Ties of Kazakhstan (KAZ) with Mongolia (MNG), exercise: 3 of 62, the latest\nfirst\n\n"
    assert shown.startswith(head)
    assert "2009-06-01 -  KAZ - MNG  exercise: Exercise «Большая степь» of the" in shown
    assert "… [drills]" in shown
    assert "59 more: --limit 62 shows them" in shown
    assert f"- drills, 1980-2010. {RECORD.credit}" in shown


def test_ties_have_direction_status_and_what_documents_say(ask: Any) -> None:
    shown = ask("ties", "Mongolia", "--dataset", "coded")
    assert "KAZ > MNG  denied: arms transfer" in shown
    assert "KAZ - MNG  meeting, in person" in shown
    assert "- coded, what was coded from the documents of this ledger" in shown


def test_a_shown_key_shows_the_thing(ask: Any) -> None:
    for words in COMMANDS:
        lines = ask(*words).splitlines()
        keys = [line.split()[0] for line in lines[3:] if line[:1].isalnum() and len(line.split()[0]) < 10]
        assert keys
        last = next(line for line in lines if line.startswith("All about one")).split()[-1]
        assert last == keys[0]
        assert ask("show", last)


def test_text_has_fifty_and_the_other_formats_have_all(ask: Any) -> None:
    assert ask("ties", "KAZ").count("[drills]") <= 50
    assert "KAZ" in ask("ties", "KAZ") and "of 65, the latest first" in ask("ties", "KAZ")
    assert json.loads(ask("ties", "KAZ", "--format", "json"))["found"] == 65
    assert len(json.loads(ask("ties", "KAZ", "--format", "json"))["ties"]) == 65
    assert len(json.loads(ask("ties", "KAZ", "--format", "json", "--limit", "2"))["ties"]) == 2
    assert len(list(csv.DictReader(io.StringIO(ask("ties", "KAZ", "--format", "csv"))))) == 65


def test_json_says_what_was_asked_and_gives_the_credit(ask: Any) -> None:
    told = json.loads(ask("ties", "KAZ", "UZB", "--since", "1999", "--format", "json"))
    assert told["asked"]["actors"] == ["KAZ", "UZB"] and told["asked"]["since"] == "1999"
    assert [tie["record"] for tie in told["ties"]] == ["drill-third"]
    assert [dataset["credit"] for dataset in told["datasets"]] == [RECORD.credit]
    none = json.loads(ask("ties", "KAZ", "USA", "--format", "json"))
    assert (none["found"], none["ties"], none["datasets"]) == (0, [], [])
    assert {one["dataset"]: one["last_year"] for one in none["asked_of"]}["drills"] == 2010
    assert "arms" in none["unheard"] and "sipri-register" in none["elsewhere"]


@pytest.mark.parametrize("words", COMMANDS)
def test_tables_are_those_of_export_with_their_codebook(ask: Any, words: tuple[str, ...], tmp_path: Path) -> None:
    table, parquet = tmp_path / "found.csv", tmp_path / "found.parquet"
    ask(*words, "-o", table)
    ask(*words, "-o", parquet)
    frame = pd.read_parquet(parquet)
    assert list(frame.columns) == list(pd.read_csv(table, dtype="str").columns)
    assert len(frame) == len(pd.read_csv(table, dtype="str")) > 0
    codebook = json.loads((tmp_path / "found.csv.codebook.json").read_text(encoding="utf-8"))
    assert [field["name"] for field in codebook["schema"]["fields"]] == list(frame.columns)
    shown = pd.read_csv(io.StringIO(ask(*words, "--format", "csv")), dtype="str")
    assert shown.equals(pd.read_csv(table, dtype="str"))


def test_silence_names_who_was_asked_and_where_the_record_ends(ask: Any) -> None:
    shown = ask("ties", "KAZ", "UZB", "--layer", "exercise", "--since", "2015")
    assert "No ties of Kazakhstan (KAZ) with Uzbekistan (UZB), exercise, since 2015" in shown
    assert "Without the limits there are 1: dragoman ties KAZ UZB\n" in shown
    assert "- drills, 1980-2010: the record of exercise ends in 2010" in shown
    assert RECORD.gaps[0] not in " ".join(shown.split())
    shown = ask("ties", "KAZ", "UZB", "--layer", "exercise", "--since", "2005")
    assert "- drills, 1980-2010\n" in shown and RECORD.gaps[0] in " ".join(shown.split())
    shown = ask("ties", "KAZ", "MNG", "--layer", "arms", "--until", "1970")
    assert "No dataset in this ledger tells of that time and these actors in: arms." in " ".join(shown.split())
    assert "sipri-register" in shown
    assert "drills, 1980-2010: the record of exercise begins" not in shown


def test_events_are_at_the_best_status_that_is_known(ask: Any) -> None:
    shown = ask("events", "Mongolia")
    assert shown.startswith("Events of Mongolia (MNG): 3, the latest first\n")
    told = " ".join(shown.split())
    assert "2024-06 denied arms transfer (Kazakhstan, Mongolia)" in told
    assert "2024-05-13 happened meeting, in person (Kazakhstan, Mongolia) in Kazakhstan [3 reports]" in told
    assert "(In brackets: no report says when" in shown
    assert "arms transfer" not in ask("events", "KAZ", "MNG", "--type", "meeting")
    told = json.loads(ask("events", "KAZ", "MNG", "--status", "happened", "--format", "json"))
    (event,) = told["events"]
    assert [turn["status"] for turn in event["history"]] == ["planned", "happened"]
    assert sorted(report["outlet"] for report in event["reports"]) == ["echo.example", "plan.example", "steppe.example"]


def test_no_events_is_told_with_what_was_read(ask: Any, invoke: Invoke, tmp_path: Path) -> None:
    shown = " ".join(ask("events", "KAZ", "--since", "2030").split())
    assert "No events of Kazakhstan (KAZ), since 2030 are on record." in shown
    assert "Without the limits: 2." in shown
    assert "this ledger has 5 documents, published from 2024 to 2024-06-01." in shown
    assert "dragoman ties KAZ" in shown
    assert invoke("import", "starter", "--ledger", tmp_path / "starter.db").exit_code == 0
    assert "This ledger has no documents" in invoke("events", "--ledger", tmp_path / "starter.db").stdout
    assert "This ledger has no documents" in invoke("search", "tea", "--ledger", tmp_path / "starter.db").stdout


def test_search_shows_the_words_that_were_looked_for(ask: Any, ledger: tuple[str, dict[str, str]]) -> None:
    shown = ask("search", "meeting", "minister")
    assert shown.startswith("Documents with «meeting minister»: 3, the latest first\n")
    assert "Ministers meet (steppe.example)" in shown
    told = json.loads(ask("search", "радаром", "--format", "json"))
    assert [one["key"] for one in told["documents"]] == [ledger[1]["lake"]]
    assert told["documents"][0]["excerpt"] == "Министры обороны Монголии и Китая договорились о поставках радаров."
    assert "text" not in told["documents"][0]


def test_what_a_page_says_moves_no_cursor(ask: Any) -> None:
    shown = ask("search", "drones")
    assert "\x1b" not in shown and "No drones [31mfor[0m Mongolia, says Ulaanbaatar" in " ".join(shown.split())


def test_nothing_found_by_words_is_told(ask: Any) -> None:
    shown = " ".join(ask("search", "министр", "unicorn").split())
    assert "No document with «министр unicorn»." in shown
    assert "This ledger has 5 documents in en, ru, published from 2024 to 2024-06-01." in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ties", "Kazakstan"], "'Kazakstan': no actor is called so; is it KAZ (Kazakhstan)?"),
        (["ties", "KAZ", "Brussels"], "may be several actors"),
        (["ties", "KAZ", "Kazakhstan"], "twice"),
        (["ties", "KAZ", "--dataset", "dril"], "dril: the ledger has no such dataset; it has coded, drills"),
        (["ties", "KAZ", "--since", "last year"], "2010-05"),
        (["ties", "KAZ", "--since", "2010-13"], "2010-05"),
        (["ties", "KAZ", "--since", "2012", "--until", "2011-12"], "2012 lies after 2011-12"),
        (["ties", "KAZ", "--type", "wedding"], "'wedding'"),
        (["ties", "KAZ", "--limit", "0"], "--limit"),
        (["ties", "KAZ", "--format", "parquet"], "-o"),
        (["events", "KAZ", "MNG", "CHN"], "no more than two actors"),
        (["search", "?!"], "WORDS"),
        (["search", *map(str, range(101))], "WORDS"),
        (["show", "none"], "none: no document, statement, event, tie or dataset of that name"),
    ],
)
def test_mistakes_are_told(invoke: Invoke, ledger: tuple[str, dict[str, str]], words: list[str], said: str) -> None:
    done = invoke(*words, "--ledger", ledger[0])
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
    assert not done.stdout


def test_no_ledger(invoke: Invoke, tmp_path: Path) -> None:
    for words in (*COMMANDS, ("show", "abcd")):
        done = invoke(*words, "--ledger", tmp_path / "none.db", "-o", tmp_path / "x.json")
        assert done.exit_code == 2 and "no ledger there" in done.stderr
    assert not list(tmp_path.iterdir())


def test_what_is_not_written_leaves_the_file_as_it_was(
    invoke: Invoke, ledger: tuple[str, dict[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "kept.csv"
    path.write_text("mine", encoding="utf-8")
    assert invoke("ties", "Nowhere", "--ledger", ledger[0], "-o", path).exit_code == 2
    assert path.read_text(encoding="utf-8") == "mine"
