"""A ledger that is there and empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from .made import Kept


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)
