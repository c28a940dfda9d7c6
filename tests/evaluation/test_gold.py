"""Annotated passages are read whole or not at all, and an error names file and line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dragoman.errors import GoldError, SourceError
from dragoman.evaluation import read_gold
from dragoman.model import Kind

if TYPE_CHECKING:
    from conftest import Write

ROW: dict[str, Any] = {"id": "a", "lang": "ru", "text": "Кения купила у Перу катера.", "events": []}
BOUGHT: dict[str, Any] = {
    "type": "arms_transfer",
    "status": "happened",
    "actors": [{"role": "supplier", "actor": "PER"}],
}


def test_a_folder_is_all_its_files(write: Write, tmp_path: Path) -> None:
    write(ROW, name="ru/one.jsonl")
    write({**ROW, "id": "b"}, name="two.jsonl")
    assert [p.id for p in read_gold(tmp_path)] == ["a", "b"]


def test_a_row_is_scored_for_the_kinds_it_is_annotated_for(write: Write) -> None:
    (both,) = read_gold(write({**ROW, "inferences": []}))
    assert set(both.annotated) == {Kind.event, Kind.inference}
    (events,) = read_gold(write(ROW))
    assert set(events.annotated) == {Kind.event}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"id": "a", "text": "x"}, "no `events` and no `inferences`"),
        ({**ROW, "events": [{**BOUGHT, "type": "sale"}]}, "unknown type 'sale'"),
        ({**ROW, "events": [{**BOUGHT, "status": "sure"}]}, "status"),
        ({**ROW, "events": [{"type": "visit", "status": "planned"}]}, "actors"),
        ({**ROW, "events": 5}, "not iterable"),
        ({"id": "a", "events": []}, "'text' is missing"),
        ('{"id": "a", "te', "JSON"),
        ("[1, 2]", "object"),
    ],
)
def test_a_broken_row_is_told_with_its_line(write: Write, row: object, told: str) -> None:
    path = write({**ROW, "id": "good"}, row)
    with pytest.raises(GoldError) as caught:
        list(read_gold(path))
    assert told in caught.value.line
    assert caught.value.line.startswith(f"{path}:2: ")


def test_an_id_stands_once(write: Write, tmp_path: Path) -> None:
    write(ROW, name="one.jsonl")
    write(ROW, name="two.jsonl")
    with pytest.raises(GoldError, match="the id 'a' stands in"):
        list(read_gold(tmp_path))


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no \.jsonl file"):
        list(read_gold(tmp_path))
    with pytest.raises(SourceError):
        list(read_gold(tmp_path / "missing.jsonl"))
