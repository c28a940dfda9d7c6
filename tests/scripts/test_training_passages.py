"""The passages of training/: annotated by the codebook, each once, none of them measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.coding.neural.shape import ROLES
from dragoman.evaluation import read_gold
from dragoman.model import Polarity, Status

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "training").rglob("*.jsonl"))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf8").splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_annotations_are_of_the_codebook_and_stand_in_the_text(path: Path) -> None:
    for row in rows(path):
        assert row["lang"] == path.parent.name
        for one in [*row["conclusions"], *row.get("events", ())]:
            assert set(one["roles"]) <= {*ROLES[one["type"]], "origin"}, row["text"]
            assert all(actor.replace("_", "").isupper() for actors in one["roles"].values() for actor in actors)
            assert one["cue"] in row["text"]
            assert Status(one["status"])
            assert one.get("polarity", "loss") == Polarity.loss.value


def test_no_passage_stands_twice_or_is_measured_on() -> None:
    texts = [row["text"] for path in FILES for row in rows(path)]
    assert len(texts) == len(set(texts))
    assert not set(texts) & {p.document.text for p in read_gold(ROOT / "evaluation")}


def test_a_third_of_the_passages_or_nearly_so_concludes_nothing() -> None:
    listed = [row for path in FILES for row in rows(path)]
    assert 0.25 < sum(not row["conclusions"] for row in listed) / len(listed) < 0.45
