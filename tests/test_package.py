"""`import dragoman`: the three verbs of the package, and what they hand from one to the next."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import dragoman
from dragoman.model import Coding, Document

TEXT = "Министры обороны Грузии и Румынии провели переговоры в Тбилиси.\n"


def test_read_code_brief(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    document = dragoman.read(tmp_path / "a.txt")
    assert isinstance(document, Document)
    coding = dragoman.code(document)
    assert isinstance(coding, Coding)
    assert {"GEO", "ROU"} <= {actor for s in coding.statements for actor in s.actors()}
    assert dragoman.brief(document) == dragoman.brief(coding)
    assert dragoman.brief(coding, "ru") != dragoman.brief(coding, "en")


def test_version_is_that_of_the_installed_package() -> None:
    assert version("dragoman") == dragoman.__version__
