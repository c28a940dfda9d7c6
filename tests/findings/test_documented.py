"""The page on findings names every limit with its value, every type of argument and every verdict."""

from __future__ import annotations

from pathlib import Path

from dragoman.findings.asked import argued
from dragoman.findings.thresholds import thresholds
from dragoman.model import Verdict

PAGE = (Path(__file__).resolve().parents[2] / "docs/method/findings.md").read_text(encoding="utf-8")


def test_thresholds() -> None:
    for name, threshold in thresholds().items():
        assert f"| `{name}` | {threshold.value:g} {threshold.unit} |" in PAGE
        assert threshold.why


def test_types_and_verdicts() -> None:
    assert [name for name in argued() if name not in PAGE] == []
    assert [verdict for verdict in Verdict if verdict.value.replace("_", " ") not in PAGE] == []
