"""The English model is the pinned one, or nothing is coded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dragoman.errors import ModelError
from dragoman.languages.en import models


@pytest.mark.parametrize("name", list(models.pins()))
def test_installed_model_is_the_pinned_one(name: str) -> None:
    assert models.file(name).is_file()


def test_a_wrong_pin_is_an_error_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "pins", lambda: {"tagger/model": "0" * 64})
    with pytest.raises(ModelError) as raised:
        models.load()
    assert "requirements.lock" in raised.value.advice


def test_a_missing_model_is_an_error_with_advice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(models, "folder", lambda: tmp_path)
    with pytest.raises(ModelError) as raised:
        models.load()
    assert "reinstall" in raised.value.advice


def test_every_file_is_pinned_once() -> None:
    assert len(yaml.safe_load(models.PINS.read_text("utf8"))) == len(models.pins())


def test_russian_and_the_lists_of_english_load_without_spacy() -> None:
    program = (
        "import sys; from dragoman.languages import pack; pack('ru').keys('\u0442\u0430\u043d\u043a'); "
        "pack('en').keys('tanks'); pack('en').split('A tank.'); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
