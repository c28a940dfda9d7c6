"""docs/method/coding.md: every type and status is spoken of, and one command writes its figures."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from dragoman.evaluation import digest
from dragoman.model import Status
from dragoman.schema import codebook

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/method/coding.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"<!-- figures (\w+) -->\n(.*?)<!-- /figures -->", re.DOTALL)
PROSE = BLOCK.sub("", PAGE)
GOLD = {
    "id": "own-1",
    "lang": "ru",
    "date": "2024-05-13",
    "text": "Министр обороны Кении посетил Гану.",
    "events": [
        {
            "type": "visit",
            "status": "planned",
            "actors": [{"role": "visitor", "actor": "KEN"}, {"role": "host", "actor": "GHA"}],
        }
    ],
    "inferences": [],
}


@pytest.fixture(scope="module")
def figures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("method_figures", ROOT / "scripts/method_figures.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["method_figures"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold set of one passage, with a status that the text does not bear out."""
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD, ensure_ascii=False) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", [*codebook().types, *(status.value for status in Status)])
def test_every_type_and_status_is_spoken_of(name: str) -> None:
    assert f"`{name}`" in PROSE


def test_page_says_what_it_was_measured_on() -> None:
    blocks = dict(BLOCK.findall(PAGE))
    assert set(blocks) == {"set", "whole", "types", "statuses", "confidence", "errors"}
    assert re.search(r"Measured on \d+ .* passages; SHA-256 of the set: `[0-9a-f]{16}…`", blocks["set"])
    assert all(text.strip() for text in blocks.values())


def test_families_of_errors_are_whole() -> None:
    entries = yaml.safe_load((ROOT / "docs/method/errors.yaml").read_text(encoding="utf-8"))
    for entry in entries:
        assert set(entry) == {"family", "why", "language", "text", "reader"}
        named = re.findall(r"(?:^|; )(\w+) (\w+),", entry["reader"])
        assert named
        assert all(type_ in codebook().types and status in set(Status) for type_, status in named)
    assert {entry["language"] for entry in entries} == {"ru", "en"}


def test_blocks_are_filled_from_the_passages(figures: ModuleType, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = gold / "page.md"
    page.write_text("".join(f"<!-- figures {name} -->\n<!-- /figures -->\n" for name in figures.BLOCKS))
    monkeypatch.setattr(figures, "PAGE", page)
    assert figures.main([str(gold)]) == 0
    written = page.read_text(encoding="utf-8")
    assert f"Measured on 1 Russian passages; SHA-256 of the set: `{digest(gold)[:16]}…`." in written
    assert "| Russian, events and ties | 1 | 1 | 1 | 1.00 | 1.00 | 1.00 | .00 |" in written
    assert "| `visit` | 1 | 1 | 0 | 0 | 0 | - |" in written
    assert "| `planned` | 0 | 0 | 0 | 0 | 0 | 1 |" in written
    assert "| events and ties, .85 and over | 1 | 1.00 | .00 |" in written
    assert "| inferences, under .75 | 0 | - | - |" in written
    assert "Of 1 statements that are annotated as planned, possible, called for or denied, 1 were coded" in written


def test_without_passages_the_page_stays(
    figures: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert figures.main([str(tmp_path)]) == 0
    assert "stay as they are" in capsys.readouterr().err
    (tmp_path / "gold.jsonl").write_text("[]\n", encoding="utf-8")
    assert figures.main([str(tmp_path)]) == 2
