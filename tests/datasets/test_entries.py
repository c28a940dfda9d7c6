"""The entries of the datasets: complete, true to the model, and wrong ones are told by file and line."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from dragoman.datasets import entries, entry
from dragoman.datasets.entries import load_entry
from dragoman.errors import CodebookError, DatasetError
from dragoman.model import Layer


@pytest.mark.parametrize("name", entries())
def test_an_entry_tells_what_a_user_must_know(name: str) -> None:
    known = entry(name)
    assert known.first_year <= known.last_year
    assert known.gaps
    assert all(gap.endswith(".") for gap in known.gaps)
    assert known.credit and known.terms and known.address
    assert set(known.layers) <= set(Layer)
    assert known.layers or known.measures
    assert known.layouts
    assert callable(import_module(f"dragoman.datasets.{known.importer}").read)
    assert known.dataset().name == name


def test_a_dataset_that_is_none_is_told_with_those_that_are() -> None:
    with pytest.raises(DatasetError, match=r"no dataset `sipry`; it is one of: .*sipri-register"):
        entry("sipry")


def test_an_entry_that_breaks_the_rules_is_told_by_line(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("name: some\ntitle: Some\nfirst_year: long ago\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"some\.yaml:\d"):
        load_entry(path)
