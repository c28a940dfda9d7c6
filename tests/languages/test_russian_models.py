"""The models are the pinned ones, or nothing is coded."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dragoman.errors import ModelError
from dragoman.languages.ru import models
from dragoman.pins import pinned


@pytest.mark.parametrize("name", ["vectors", "morph", "syntax"])
def test_installed_model_is_the_pinned_one(name: str) -> None:
    pin = yaml.safe_load(models.PINS.read_text("utf8"))[name]
    assert pinned(models.folder() / pin["path"], pin["sha256"], missing="").is_file()


def test_a_wrong_pin_stops_loading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pins = yaml.safe_load(models.PINS.read_text("utf8"))
    pins["morph"]["sha256"] = "0" * 64
    broken = tmp_path / "models.yaml"
    broken.write_text(yaml.safe_dump(pins), "utf8")
    monkeypatch.setattr(models, "PINS", broken)
    with pytest.raises(ModelError, match="not the pinned model"):
        models.load()
