"""The adapter to the PLOVER gold standard: what a record says, what a statement is in PLOVER, when they agree."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.model import Cues, Evidence, Kind, Participant, Statement, Status

REAL = Path(__file__).resolve().parents[2].parent / "shared/gold/plover_gsr"
VISIT = "Kenya's defence minister visited Ghana on Monday."


@pytest.fixture
def plover(benchmark: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark("peers/plover.py")


def row(event: str, sources: list[str], targets: list[str], **more: Any) -> dict[str, Any]:
    """A record as the file has it."""
    sides = {
        side: [{"actorText": code, "code": code} for code in codes]
        for side, codes in (("source", sources), ("target", targets))
        if codes
    }
    made = {"id": f"PLOVER-GSR01-{event}-9001", "event": event, "context": "military", "text": VISIT}
    return {**made, **sides, **more}


def statement(type_: str, status: Status, roles: dict[str, str], mode: str | None = None) -> Statement:
    """A statement with these actors: actor to role."""
    return Statement(
        id="1",
        kind=Kind.event,
        type=type_,
        mode=mode,
        status=status,
        participants=tuple(Participant(actor=a, role=r, surface=a, span=(0, 1)) for a, r in roles.items()),
        evidence=Evidence(start=0, end=1, text="K"),
        cues=Cues(trigger=(0, 1)),
        confidence=1.0,
        coder="test",
        rule="test",
    )


def test_scope_is_class_context_and_two_states(plover: ModuleType) -> None:
    covered = plover.covered()
    assert plover.record(row("FIGHT", ["KEN"], ["GHA"])).in_scope(covered)
    assert plover.record(row("AID", ["IGO"], ["GHA"], context="refugee, military")).in_scope(covered)
    assert not plover.record(row("AID", ["KEN"], ["GHA"], context="economic")).in_scope(covered)
    assert not plover.record(row("FIGHT", ["KEN"], ["KEN"])).in_scope(covered)
    assert not plover.record(row("PROTEST", ["KEN"], ["GHA"])).in_scope(covered)


def test_several_sources_without_a_target_are_parties(plover: ModuleType) -> None:
    gold = plover.record(row("CONSULT", ["KEN", "GHA"], [])).coded
    assert (gold.source, gold.target, gold.directed) == (frozenset(["KEN"]), frozenset(["GHA"]), False)


def test_slips_and_stray_words_of_the_file(plover: ModuleType) -> None:
    gold = plover.record(row("AID", ["JAP"], [], target="diplomatic")).coded
    assert (gold.source, gold.target) == (frozenset(["JPN"]), frozenset())


@pytest.mark.parametrize(
    ("type_", "status", "mode", "event"),
    [
        ("clash", Status.happened, None, "ASSAULT"),
        ("clash", Status.possible, None, "THREATEN"),
        ("military_aid", Status.happened, None, "AID"),
        ("military_aid", Status.planned, None, "AGREE"),
        ("exercise", Status.ongoing, None, "COOPERATE"),
        ("agreement", Status.happened, "signed", "SUPPORT"),
        ("basing", Status.happened, "withdrawn", "RETREAT"),
        ("basing", Status.denied, None, "REJECT"),
        ("basing", Status.called_for, None, "DEMAND"),
    ],
)
def test_class_follows_type_mode_and_status(
    plover: ModuleType, type_: str, status: Status, mode: str | None, event: str
) -> None:
    assert plover.coded(statement(type_, status, {"KEN": "party"}, mode)).event == event


def test_organisations_are_one_body(plover: ModuleType) -> None:
    made = plover.coded(statement("military_aid", Status.happened, {"NATO": "donor", "KEN": "recipient"}))
    assert (made.source, made.target, made.directed) == (frozenset(["IGO"]), frozenset(["KEN"]), True)


def test_order_counts_only_where_both_have_one(plover: ModuleType) -> None:
    directed = plover.record(row("AID", ["KEN"], ["GHA"])).coded
    parties = plover.record(row("CONSULT", ["KEN", "GHA"], [])).coded
    forth = plover.coded(statement("visit", Status.happened, {"KEN": "visitor", "GHA": "host"}))
    back = plover.coded(statement("visit", Status.happened, {"GHA": "visitor", "KEN": "host"}))
    met = plover.coded(statement("meeting", Status.happened, {"GHA": "party", "KEN": "party"}))
    half = plover.coded(statement("meeting", Status.happened, {"GHA": "party"}))
    assert plover.agree(directed, forth) == (True, True)
    assert plover.agree(directed, back) == (False, False)
    assert plover.agree(directed, met) == (True, True)
    assert plover.agree(parties, back) == (True, True)
    assert plover.agree(directed, half) == (False, True)


def test_table_fits_a_terminal(plover: ModuleType) -> None:
    gold = plover.record(row("CONSULT", ["KEN"], ["GHA"]))
    missed = plover.record(row("FIGHT", ["KEN"], ["GHA"]))
    found = plover.coded(statement("visit", Status.happened, {"KEN": "visitor", "GHA": "host"}))
    rows = [plover.Outcome(gold, found, 1), plover.Outcome(missed, None, 0)]
    shown = plover.report(rows, 2)
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "(a) of the coded           1   1.00   1.00    1.00    1.00    1.00" in shown
    assert "(b) of all covered         2   0.50   0.50    0.50    0.50    0.50" in shown
    assert "not met" in shown
    assert "coded nothing" in plover.errors(rows, 5)


def test_a_folder_without_records_is_told_in_a_line(
    plover: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert plover.main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    (tmp_path / plover.FILE).write_text("[1]", encoding="utf-8")
    assert plover.main([str(tmp_path)]) == 2


def test_records_are_coded(plover: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [row("DOCUMENT", [], []), row("CONSULT", ["KEN"], ["GHA"])]
    (tmp_path / plover.FILE).write_text(json.dumps(rows), encoding="utf-8")
    assert plover.main([str(tmp_path), "--errors", "3"]) == 0
    assert "all                        1      1      1       1       1       1" in capsys.readouterr().out


@pytest.mark.skipif(not REAL.is_dir(), reason="the gold standard records are not beside the checkout")
def test_records_of_the_real_set(plover: ModuleType) -> None:
    records = plover.read(REAL)
    assert len(records) == 322
    assert sum(r.in_scope(plover.covered()) for r in records) == 42
