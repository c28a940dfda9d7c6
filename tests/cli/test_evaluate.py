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
    assert b"not those that the floors were measured on" in done.stderr


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
