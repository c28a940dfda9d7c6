"""A copy of the codebook that a test may break."""

import shutil
from pathlib import Path

import pytest

from dragoman.schema.load import FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The codebook's YAML files, in a folder of the test's own."""
    copy = tmp_path / "schema"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy
