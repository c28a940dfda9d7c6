"""The article and the passages beside the checkout, where they are there; skipped elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dragoman

from . import gates

SHARED = gates.ROOT.parent / "shared"
ARTICLE, CHECK = SHARED / "seed/article.ru.txt", SHARED / "seed/check.py"
PASSAGES, SCORE = SHARED / "eval/passages.jsonl", SHARED / "eval/score.py"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, words)], capture_output=True, text=True, check=False, cwd=gates.ROOT
    )


@pytest.mark.skipif(not (ARTICLE.exists() and CHECK.exists()), reason="no seed article beside the checkout")
def test_seed_article_is_read_the_whole_way_through(tmp_path: Path) -> None:
    coded = tmp_path / "seed.jsonl"
    coded.write_text(dragoman.code(dragoman.read(ARTICLE)).model_dump_json() + "\n", "utf8")
    checked = run(CHECK, coded)
    assert "required 33/33, forbidden 0, ungrounded 0" in checked.stdout, checked.stdout


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The figures of the Russian passages."""
    folder = tmp_path_factory.mktemp("eval")
    russian = [line for line in PASSAGES.read_text("utf8").splitlines() if json.loads(line)["lang"] == "ru"]
    passages, coded = folder / "passages.jsonl", folder / "coded.jsonl"
    passages.write_text("\n".join(russian) + "\n", "utf8")
    done = run("-m", "dragoman", "code", passages, "--format", "jsonl", "-o", coded)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(run(SCORE, passages, coded, "--json").stdout))


@pytest.mark.skipif(not (PASSAGES.exists() and SCORE.exists()), reason="no passages beside the checkout")
def test_russian_passages_are_scored_above_the_floors(scored: dict[str, Any]) -> None:
    assert scored["strict"]["f1"] >= 0.40
    assert scored["overlap"]["f1"] >= 0.60
    assert scored["grounded"] == 1.0
