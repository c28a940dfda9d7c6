"""The adapter to FactRuEval-2016: which meetings are between states, which of them are about defence, what is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

REAL = Path(__file__).resolve().parents[2].parent / "shared/gold/factrueval2016"
TEXT = (
    "Министр обороны Кении Пол Оттоло встретился в Аккре с министром обороны Ганы Кофи Менсой.\n\n"
    "Кофи Менса принял также певца Яна Ковача."
)
PEOPLE = {"Пол Оттоло": (1, 101), "Кофи Менса": (2, 102), "Яна Ковача": (3, 103)}
FACTS = """7-0 Meeting
Participant obj101 Оттоло Пол
Participant obj102 Менса Кофи

7-1 Occupation
Who obj101 Оттоло Пол
Job span1 министр обороны
Where obj201 Кения

7-2 Occupation
Who obj102 Менса Кофи
Job span2 министром обороны
Where obj202 минобороны Ганы | министерство

7-3 Occupation
Who obj103 Ковач Ян
Position span3 бывший посол
Where obj203 Сербия

7-4 Meeting
Participant obj102 Менса Кофи
Participant obj103 Ковач Ян
"""


@pytest.fixture
def factrueval(benchmark: Callable[[str], ModuleType]) -> ModuleType:
    return benchmark("factrueval.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A text of our own with the files that annotate it."""
    text = tmp_path / "devset/book_7.txt"
    text.parent.mkdir()
    text.write_text(TEXT, encoding="utf-8")
    starts = {**{name: TEXT.find(name) for name in PEOPLE}, "Кофи Менса": TEXT.find("Кофи Менс")}
    spans = [f"{span} name {starts[name]} {len(name)} 1 1  # 1 {name}" for name, (span, _) in PEOPLE.items()]
    spans.append(f"4 name {TEXT.rfind('Кофи')} 10 1 1  # 1 Кофи Менса")
    objects = ["11 Person 1 # Пол Оттоло", "12 Person 2 # Кофи Менсой", "13 Person 3 # Ян", "14 Person 4 # Кофи"]
    coref = ["101 11\nfirstname Пол", "102 12 14\nfirstname Кофи", "103 13\nfirstname Ян"]
    for suffix, content in (("spans", spans), ("objects", objects)):
        text.with_suffix(f".{suffix}").write_text("\n".join(content) + "\n", encoding="utf-8")
    text.with_suffix(".coref").write_text("\n\n".join(coref) + "\n", encoding="utf-8")
    text.with_suffix(".facts").write_text(FACTS, encoding="utf-8")
    return tmp_path


def test_meetings_between_states_only(factrueval: ModuleType, folder: Path) -> None:
    [meeting] = factrueval.meetings(folder / "devset/book_7.txt")
    assert meeting.states == {"KEN", "GHA"}
    assert meeting.in_scope


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("Кения", {"KEN"}),
        ("греческое Министерство обороны | Минобороны", {"GRC"}),
        ("Госдепартамент США", {"USA"}),
        ("ООН", {"UN"}),
        ("Аккра", set()),
        ("Нижний Новгород", set()),
    ],
)
def test_what_an_office_serves(factrueval: ModuleType, name: str, states: set[str]) -> None:
    assert factrueval.named(name) == states


def test_scope_is_a_word_of_defence_beside_two_participants(factrueval: ModuleType) -> None:
    text = "Ян и Кофи обсудили поставки оружия.\n\nЯн и Пол пели."
    assert factrueval.about_defence(text, [[0], [5]])
    assert not factrueval.about_defence(text, [[0, text.rfind("Ян")], [text.rfind("Пол")]])


@pytest.mark.parametrize(
    ("met", "others", "kind"),
    [
        ([{"KEN", "GHA", "TGO"}], [], "found"),
        ([{"KEN", "TGO"}], [], "wrong party"),
        ([{"KEN"}], [{"KEN", "GHA"}], "party not recovered"),
        ([{"TGO", "BEN"}], [{"KEN", "GHA"}], "other type"),
        ([], [], "not coded"),
    ],
)
def test_kinds_of_errors(factrueval: ModuleType, met: list[set[str]], others: list[set[str]], kind: str) -> None:
    meeting = factrueval.Meeting("book_7", frozenset({"KEN", "GHA"}), in_scope=True)
    coded = [factrueval.Met(frozenset(states), 0) for states in met]
    assert factrueval.kind(meeting, coded, [frozenset(o) for o in others]) == kind
    assert kind in factrueval.KINDS


def test_a_meeting_without_a_word_of_defence_is_no_miss(factrueval: ModuleType) -> None:
    meeting = factrueval.Meeting("book_7", frozenset({"KEN", "GHA"}), in_scope=False)
    assert factrueval.kind(meeting, [], []) == "out of scope"


def test_report(factrueval: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert factrueval.main([str(folder), "--errors", "5"]) == 0
    shown = capsys.readouterr().out
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert "in scope                                           1       1        1.00" in shown


def test_a_folder_without_texts_is_told_in_a_line(
    factrueval: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert factrueval.main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(not REAL.is_dir(), reason="the texts of FactRuEval-2016 are not beside the checkout")
def test_facts_of_the_real_set(factrueval: ModuleType) -> None:
    paths = factrueval.texts(REAL)
    assert len(paths) == 254
    assert sum(f.type == "Meeting" for path in paths for f in factrueval.facts(path)) == 56
