"""`dragoman evaluate`: the figures as a user sees them, floors, and mistakes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from dragoman.evaluation import digest

if TYPE_CHECKING:
    from conftest import Invoke, Program

SALE = {
    "id": "sale", "lang": "ru", "text": "Греция поставит Иордании десять танков.",
    "events": [{
        "type": "arms_transfer", "status": "planned", "attribution": None, "evidence": [0, 39],
        "actors": [{"role": "supplier", "actor": "GRC"}, {"role": "recipient", "actor": "JOR"}],
    }],
    "inferences": [],
}  # fmt: skip
QUIET = {"id": "quiet", "lang": "ru", "text": "Завтра обещают дождь.", "events": [], "inferences": []}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (SALE, QUIET))
    (folder / "ru.jsonl").write_text(rows, encoding="utf-8")
    return folder


def pin(folder: Path, **floors: float) -> None:
    entry = {"sha256": digest(folder), "reason": "test", "floors": {k.replace("_", "."): v for k, v in floors.items()}}
    (folder / "floors.yaml").write_text(yaml.safe_dump({"evaluation": entry}), encoding="utf-8")


def test_figures_fit_a_terminal(invoke: Invoke, gold: Path) -> None:
    told = invoke("evaluate", gold, "--by", "type", "--confusion", "--errors", 3)
    assert told.exit_code == 0
    assert "Events and ties: 2 passages, 1 annotated, 1 coded" in told.stdout
    assert "arms_transfer" in told.stdout
    assert max(map(len, told.stdout.splitlines())) <= 80


@pytest.mark.parametrize("by", ["lang", "type", "status", "split"])
def test_json_has_every_group(invoke: Invoke, gold: Path, by: str) -> None:
    made = json.loads(invoke("evaluate", gold, "--by", by, "--format", "json").stdout)
    assert made["event"]["all"]["strict"] == 1.0
    assert made["event"]["all"]["quiet"] == 1.0
    assert made["inference"]["all"]["coded"] == 0
    assert made["event"][by]


def test_errors_show_the_text_with_gold_and_coding(invoke: Invoke, tmp_path: Path) -> None:
    wrong = {**SALE, "events": [{**SALE["events"][0], "status": "denied"}]}  # type: ignore[index]
    (tmp_path / "one.jsonl").write_text(json.dumps(wrong), encoding="utf-8")
    told = invoke("evaluate", tmp_path / "one.jsonl", "--errors", 5).stdout
    assert "! gold  arms_transfer denied GRC:source JOR:target" in told
    assert "! coded arms_transfer planned GRC:source JOR:target" in told


def test_floors_that_hold_are_told(program: Program, gold: Path) -> None:
    pin(gold, ru_event_strict=0.9)
    done = program("evaluate", gold)
    assert done.returncode == 0
    assert b"all 1 floors hold" in done.stderr


def test_a_floor_that_does_not_hold_ends_with_1(program: Program, gold: Path) -> None:
    pin(gold, ru_event_strict=0.9, ru_inference_strict=0.5)
    done = program("evaluate", gold)
    assert done.returncode == 1
    assert b"ru.inference.strict is 0.000, below its floor 0.500" in done.stderr


def test_a_changed_set_is_told(program: Program, gold: Path) -> None:
    pin(gold, ru_event_strict=0.9)
    with (gold / "ru.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({**QUIET, "id": "more"}) + "\n")
    done = program("evaluate", gold)
    assert done.returncode == 1
    assert b"not that which the floors were measured on" in done.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "nothing in it"),
        (b'{"id": "a", "text": "x"}\n', "not an annotated passage"),
        (b"\xff\xfe\x00\x01" * 50, "bad.jsonl"),
        (b'{"id": "a", "text": "x", "events": [{"type": "sale"}]}\n', "status"),
    ],
)
def test_bad_gold_is_one_line_and_exit_code_2(program: Program, tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "bad.jsonl").write_bytes(content)
    done = program("evaluate", "bad.jsonl")
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_missing_gold(program: Program) -> None:
    done = program("evaluate", "nowhere.jsonl")
    assert done.returncode == 2
    assert b"nowhere.jsonl" in done.stderr


STORY = """
- story: {name}
  kinds: [plain]
  note: one meeting, told twice
  reports:
    - id: a
      lang: en
      date: 2025-03-04
      outlet: Sahel Sun
      text: The defence ministers of Chad and Niger met in Niamey on Monday.
      says:
        - happening: met
          type: meeting
          status: happened
          actors: [TCD party, NER party]
          time: 2025-03-03
          evidence: The defence ministers of Chad and Niger met in Niamey on Monday
    - id: b
      lang: ru
      date: 2025-03-05
      outlet: Сахель
      text: Министры обороны Нигера и Чада встретились 3 марта в Ниамее.
      says:
        - happening: {second}
          type: meeting
          status: happened
          actors: [NER party, TCD party]
          time: 2025-03-03
          evidence: Министры обороны Нигера и Чада встретились 3 марта в Ниамее
"""


def stories(folder: Path, *, name: str = "niamey", second: str = "met") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "meetings.yaml").write_text(STORY.format(name=name, second=second), encoding="utf-8")
    return folder


def test_figures_of_stories_fit_a_terminal(invoke: Invoke, tmp_path: Path) -> None:
    told = invoke("evaluate", stories(tmp_path / "gold"), "--by", "kind", "--errors", 3)
    assert told.exit_code == 0
    assert "Merging: 1 stories, 2 reports, 2 statements of 1 happenings" in told.stdout
    assert "same type, parties, week" in told.stdout
    assert "Near-duplicates: 0 of 0 pairs found" in told.stdout
    assert max(map(len, told.stdout.splitlines())) <= 80


@pytest.mark.parametrize("by", ["kind", "lang", "split", "status", "type"])
def test_json_of_stories_has_every_layer_and_baseline(invoke: Invoke, tmp_path: Path, by: str) -> None:
    made = json.loads(invoke("evaluate", stories(tmp_path / "gold"), "--by", by, "--format", "json").stdout)
    assert made["annotated"]["merged"]["f1"] == 1.0
    assert made["annotated"]["nothing merged"]["recall"] == 0.5
    assert made["coded"]["merged"]["f1"] == made["coded and annotated"]["merged"]["f1"] == 1.0
    assert made["annotated"][by] and made["coded"]["split"]
    assert made["copies"] == {"gold": 0, "found": 0, "right": 0}


@pytest.mark.parametrize(("name", "shown"), [("niamey", True), ("dakar", False)])
def test_errors_of_stories_are_shown_with_reasons_unless_they_are_unread(
    invoke: Invoke, tmp_path: Path, name: str, shown: bool
) -> None:
    told = invoke("evaluate", stories(tmp_path / "gold", name=name, second="another"), "--errors", 5).stdout
    assert ("put together, of two happenings" in told) is shown
    assert ("+ Both name Chad and Niger." in told) is shown


def test_floors_of_stories(program: Program, tmp_path: Path) -> None:
    folder = stories(tmp_path / "gold")
    for floor, code in ((0.9, 0), (1.1, 1)):
        entry = {"sha256": digest(folder), "reason": "test", "floors": {"annotated.f1": floor}}
        (folder / "floors.yaml").write_text(yaml.safe_dump({"clusters": entry}), encoding="utf-8")
        assert program("evaluate", folder).returncode == code
    stories(folder, second="another")
    assert b"not that which the floors were measured on" in program("evaluate", folder).stderr


@pytest.mark.parametrize(
    ("options", "told"), [(["--confusion"], "it goes with passages"), (["--by", "kind"], "it goes with stories")]
)
def test_options_that_do_not_go_with_the_gold(
    invoke: Invoke, gold: Path, tmp_path: Path, options: list[str], told: str
) -> None:
    done = invoke("evaluate", stories(tmp_path / "stories") if "--confusion" in options else gold, *options)
    assert done.exit_code == 2
    assert told in " ".join(done.output.split()) or told.split()[-1] in done.output


def test_a_broken_story_is_one_line_and_exit_code_2(program: Program, tmp_path: Path) -> None:
    folder = stories(tmp_path / "gold")
    broken = (folder / "meetings.yaml").read_text("utf-8").replace("type: meeting", "type: party")
    (folder / "meetings.yaml").write_text(broken, encoding="utf-8")
    done = program("evaluate", folder)
    assert done.returncode == 2
    assert "meetings.yaml:12: 0.reports.0.says.0: unknown type 'party'" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
