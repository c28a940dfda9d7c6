"""The commands of the network on what comes with the project: figures, formats, width, names, mistakes."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.cli.conftest import Invoke

from dragoman.datasets import packaged
from dragoman.datasets.storing import store
from dragoman.ledger import opened
from dragoman.network import Brokers, Change, Dossier, Paths, Precedents, Recipients, Standing, Suppliers

AGREED = "t4f7f31f1"
"""The agreement of Azerbaijan and Morocco in the starter record."""
COMMANDS = {
    "paths": ("AZE", "USA", "--as-of", "2024-10-30"),
    "precedents": ("--via", "MAR", "--origin", "USA", "--for", "AZE", "--as-of", "2024-10-30"),
    "suppliers": ("AZE",),
    "brokers": ("--as-of", "2024-10-30", "--layer", "agreement", "--layer", "arms"),
    "change": (AGREED,),
    "dossier": ("AZE", "--as-of", "2024-10-30"),
}
ANSWERS = {
    "paths": Paths, "precedents": Precedents, "suppliers": Suppliers, "brokers": Brokers, "change": Change,
    "dossier": Dossier,
}  # fmt: skip


@pytest.fixture(scope="module")
def starter_ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with the starter record and its excerpts."""
    path = str(tmp_path_factory.mktemp("network") / "ledger.db")
    with opened(path, make=True) as ledger:
        for item in packaged():
            store(ledger, item.open(), lambda: None)
    return path


@pytest.fixture
def ask(invoke: Invoke, starter_ledger: str) -> Invoke:
    """A command of the network on that ledger."""
    return lambda *words, **more: invoke(*words, "--ledger", starter_ledger, **more)


@pytest.mark.parametrize("command", COMMANDS)
def test_text_fits_80_columns_and_ends_with_the_sources(command: str, ask: Invoke) -> None:
    done = ask(command, *COMMANDS[command])
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert [line for line in lines if cell_len(line) > 80] == []
    assert "SOURCES" in lines
    assert "Source: " in done.stdout.partition("\nSOURCES\n")[2]
    assert "…" not in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_json_is_the_whole_answer(command: str, ask: Invoke) -> None:
    done = ask(command, *COMMANDS[command], "--format", "json")
    answer = ANSWERS[command].model_validate_json(done.stdout)
    assert answer.scope.datasets


@pytest.mark.parametrize("command", COMMANDS)
def test_csv_has_a_row_for_each_line_and_tells_the_credits_beside_it(command: str, ask: Invoke) -> None:
    done = ask(command, *COMMANDS[command], "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert rows
    assert all(None not in row and None not in row.values() for row in rows)
    assert "Source: " in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_markdown_has_a_title_sections_and_whole_tables(command: str, ask: Invoke, tmp_path: Path) -> None:
    target = tmp_path / "answer.md"
    assert ask(command, *COMMANDS[command], "-o", target).exit_code == 0
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "\n## Sources\n" in text
    tables = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_actors_may_be_named_in_any_language(ask: Invoke) -> None:
    words = ("--as-of", "2024-10-30", "--format", "json")
    assert ask("paths", "Азербайджан", "United States", *words).stdout == ask("paths", "AZE", "usa", *words).stdout


def test_the_way_through_morocco_lacks_a_licence_and_production(ask: Invoke) -> None:
    done = ask("paths", "AZE", "USA", "--via", "Morocco", "--as-of", "2024-10-30")
    assert "THROUGH MOROCCO (MAR)" in done.stdout
    assert "a licence or transfer of technology: not on record" in done.stdout
    assert "the origin's consent to passing it on: not known" in done.stdout


def test_what_has_passed_stands_first(ask: Invoke) -> None:
    answer = Paths.model_validate_json(ask("paths", *COMMANDS["paths"], "--format", "json").stdout)
    assert {path.via[0] for path in answer.paths if path.standing is Standing.realised} == {"ITA", "ZAF"}
    assert answer.paths[0].standing is Standing.realised


def test_no_way_is_not_told_as_a_no(ask: Invoke) -> None:
    done = ask("paths", "AZE", "JPN", "--what", "intelligence")
    text = " ".join(done.stdout.split())
    assert "0 ways with a tie on every leg." in text
    assert "That none is on record does not say that there is none" in text
    assert "WHAT THE RECORD CANNOT TELL" in text


def test_suppliers_say_where_the_base_is_too_small(ask: Invoke) -> None:
    done = ask("suppliers", "AZE")
    assert re.search(r"^2010-2014 +2,144 +91 +7 +\.65", done.stdout, re.MULTILINE)
    assert "Russia (RUS) 80 %" in done.stdout
    assert "! Too few deliveries to conclude from:" in done.stdout
    assert "2020-2024 (12)" in done.stdout.replace("\n", " ")


def test_suppliers_of_a_state_that_an_excerpt_leaves_out_are_not_told(ask: Invoke) -> None:
    done = ask("suppliers", "KAZ")
    assert "No dataset in this ledger measures deliveries to that state." in done.stdout
    everybody = ask("suppliers", "--format", "json")
    assert Recipients.model_validate_json(everybody.stdout).dataset is None


def test_windows_and_years_can_be_chosen(ask: Invoke) -> None:
    done = ask("suppliers", "MAR", "--window", "10", "--since", "2005", "--until", "2024", "--format", "json")
    answer = Suppliers.model_validate_json(done.stdout)
    assert [str(window.years) for window in answer.windows] == ["2005-2014", "2015-2024"]


def test_the_same_seed_has_the_same_brokers(ask: Invoke) -> None:
    words = ("brokers", "--layer", "arms", "--as-of", "2024", "--draws", "20", "--seed", "3", "--format", "json")
    assert ask(*words).stdout == ask(*words).stdout


def test_brokers_over_time_and_between_two(ask: Invoke) -> None:
    done = ask("brokers", "AZE", "--layer", "agreement", "--since", "2015", "--as-of", "2024-10-30", "--format", "json")
    answer = Brokers.model_validate_json(done.stdout)
    assert [str(table.years) for table in answer.tables] == ["2015-2019", "2020-2024"]
    assert all([one.actor for one in table.brokers] == ["AZE"] for table in answer.tables)
    between = ask("brokers", "--between", "AZE", "USA", "--layer", "agreement", "--as-of", "2024-10-30")
    assert "Ranked by their share of the shortest ways between the two." in between.stdout


def test_change_tells_first_and_compares(ask: Invoke) -> None:
    done = ask("change", AGREED)
    text = " ".join(done.stdout.split())
    assert "The first tie of its layer (agreements) between these parties" in text
    assert "NEW REACH IN TWO STEPS" in text
    assert "the 10 before it" in text


def test_the_dossier_of_two_names_whose_gap_it_is(ask: Invoke) -> None:
    text = " ".join(ask("dossier", "Azerbaijan", "Morocco", "--as-of", "2024-10-30").stdout.split())
    assert "arms deliveries: none in sipri-register (1995-2024), sipri-deals (1956-2023), aiming at every case" in text
    assert "alignment: no dataset in this ledger records such ties" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("paths", "AZE", "Atlantis"), "no actor is called so"),
        (("paths", "AZE", "Azerbaijan"), "is named twice"),
        (("paths", "AZE", "USA", "--as-of", "yesterday"), "is no date"),
        (("paths", "AZE", "USA", "--max-legs", "4"), "less than or equal to 3"),
        (("paths", "AZE", "USA", "--via", "USA"), "others than the ends"),
        (("precedents",), "name at least one state"),
        (("suppliers", "AZE", "--since", "2020", "--until", "2010"), "lies after"),
        (("brokers", "--between", "AZE", "AZE"), "is named twice"),
        (("change", "ffffffff"), "no event or tie"),
        (("dossier", "AZE", "AZE"), "is named twice"),
    ],
)
def test_a_mistake_is_told_in_a_line(words: tuple[str, ...], said: str, ask: Invoke) -> None:
    done = ask(*words)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert not done.stdout


def test_without_a_ledger_the_line_says_what_to_do(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("suppliers", "AZE", "--ledger", tmp_path / "none.db")
    assert done.exit_code == 2
    assert "dragoman import" in done.stderr
