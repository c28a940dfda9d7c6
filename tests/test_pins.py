"""A file of a model is the pinned one, or an error that says what to do."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dragoman.errors import ModelError
from dragoman.pins import pinned


def test_the_pinned_file_is_handed_on(tmp_path: Path) -> None:
    path = tmp_path / "model.tar"
    path.write_bytes(b"the model")
    assert pinned(path, hashlib.sha256(b"the model").hexdigest(), missing="reinstall it") == path


def test_a_changed_file_is_an_error_with_advice(tmp_path: Path) -> None:
    changed = tmp_path / "model.tar"
    changed.write_bytes(b"something else")
    with pytest.raises(ModelError) as raised:
        pinned(changed, hashlib.sha256(b"the model").hexdigest(), missing="reinstall it")
    assert raised.value.source == str(changed)
    assert "requirements.lock" in raised.value.advice


def test_a_missing_file_is_an_error_with_advice(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as raised:
        pinned(tmp_path / "gone.tar", "0" * 64, missing="reinstall it")
    assert raised.value.advice == "reinstall it"
