"""What merging goes by is data with a reason each, all of it used, and wrong data is refused by file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.errors import CodebookError
from dragoman.events import blocks, tables
from dragoman.events.tables import FOLDER, alike, families, thresholds, weights, window, windows

from .made import report

ROOM = Path(blocks.__code__.co_filename).parent
SOURCE = "\n".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
READERS = [windows, alike, weights, thresholds]


@pytest.mark.parametrize("name", ["weights", "thresholds", "windows"])
def test_every_figure_has_a_reason(name: str) -> None:
    entries = tables.read_located(FOLDER / f"{name}.yaml").content
    assert isinstance(entries, dict)
    for key, entry in entries.items():
        assert len(entry["why"].split()) >= 3, key


def test_every_weight_and_threshold_is_used() -> None:
    used = set(re.findall(r'"([a-z_]+)"', SOURCE))
    assert set(weights()) <= used
    assert set(thresholds()) <= used


def test_a_mode_may_have_its_own_window() -> None:
    assert window(report("basing", mode="access").statement).before < window(report("basing").statement).before


def test_types_that_may_be_one_are_of_one_family() -> None:
    assert families()["meeting"] == families()["negotiation"] != families()["visit"]
    assert families()["aid"] == families()["arms_transfer"]


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        ("windows", "meeting: {before: 3, ahead: 30, slack: 1, why: x y z}\n", "no window for"),
        ("windows", "meeting: {before: -3, ahead: 30, slack: 1, why: x}\n", "greater than or equal to 0"),
        ("weights", "base: {weight: much, why: x}\n", "valid number"),
        ("weights", "base: {weight: 1.0}\n", "Field required"),
    ],
)
def test_wrong_data_is_refused(
    name: str, written: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{name}.yaml").write_text(written, encoding="utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    reader = getattr(tables, name)
    reader.cache_clear()
    try:
        with pytest.raises(CodebookError, match=told) as raised:
            reader()
        assert f"{name}.yaml:1" in raised.value.line
    finally:
        reader.cache_clear()


def test_an_unknown_mode_or_matter_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = (FOLDER / "alike.yaml").read_text("utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    for old, new in (("[proposed, signed]", "[proposed, sealed]"), ("[basing, transit, logistics]", "[basing, trade]")):
        (tmp_path / "alike.yaml").write_text(good.replace(old, new), encoding="utf-8")
        alike.cache_clear()
        with pytest.raises(CodebookError, match=r"sealed|trade"):
            alike()
    alike.cache_clear()
