"""The models are the pinned ones, or nothing is coded."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from dragoman.errors import ModelError
from dragoman.languages.ru import models


@pytest.mark.parametrize("name", ["vectors", "morph", "syntax"])
def test_installed_model_is_the_pinned_one(name: str) -> None:
    pin = yaml.safe_load(models.PINS.read_text("utf8"))[name]
    assert models.pinned(models.folder() / pin["path"], pin["sha256"]).is_file()


def test_a_changed_model_is_an_error_with_advice(tmp_path: Path) -> None:
    changed = tmp_path / "model.tar"
    changed.write_bytes(b"something else")
    with pytest.raises(ModelError) as raised:
        models.pinned(changed, hashlib.sha256(b"the model").hexdigest())
    assert raised.value.source == str(changed)
    assert "requirements.lock" in raised.value.advice


def test_a_missing_model_is_an_error_with_advice(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as raised:
        models.pinned(tmp_path / "gone.tar", "0" * 64)
    assert "reinstall" in raised.value.advice


def test_a_wrong_pin_stops_loading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pins = yaml.safe_load(models.PINS.read_text("utf8"))
    pins["morph"]["sha256"] = "0" * 64
    broken = tmp_path / "models.yaml"
    broken.write_text(yaml.safe_dump(pins), "utf8")
    monkeypatch.setattr(models, "PINS", broken)
    with pytest.raises(ModelError, match="not the pinned model"):
        models.load()
