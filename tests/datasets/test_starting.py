"""The starter record as a ledger: made once in the cache, and without a cache in a folder that goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from dragoman.datasets import starting
from dragoman.datasets.starting import starter_ledger
from dragoman.ledger.tables import ties


def count() -> int:
    with starter_ledger() as ledger, ledger.reading() as connection:
        return connection.execute(select(func.count()).select_from(ties)).scalar_one()


def test_it_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = count()
    (made,) = (tmp_path / "dragoman").glob("starter-*.db")
    when = made.stat().st_mtime_ns
    assert count() == first > 1000
    assert made.stat().st_mtime_ns == when
    assert [path.name for path in (tmp_path / "dragoman").iterdir() if path.is_dir()] == []


def test_another_making_of_the_ledger_is_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    before = starting._digest()
    monkeypatch.setattr(starting, "HEAD", "9999")
    assert starting._digest() != before


def test_a_cache_that_cannot_be_written_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert count() > 1000
