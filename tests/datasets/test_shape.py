"""The wrong file, the damaged file, the missing file: told in a line before anything is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets import open_dataset
from dragoman.datasets.shape import looks_like
from dragoman.errors import DatasetError
from dragoman.model import Tie

Fixture = Callable[[str], Path]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "the file is empty"),
        (b"PK\x03\x04 and no archive", "is an Excel workbook, not a table in text"),
        (b"%PDF-1.7", "is a PDF document"),
        (b"<!DOCTYPE html><p>404", "is a web page"),
        (b'{"a": 1}', "is a JSON file"),
        (b"RDX3\nX\n", "is an R data file"),
        (b"a,b\n1,2\n", "no line begins with `SIPRI AT Database ID`"),
        (b"SIPRI AT Database ID,Supplier;\n1,France;\n", "has no column `Recipient`, `Designation`"),
        (b"\x00" * 5000, "register|line"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(content)
    with pytest.raises(DatasetError, match=what) as caught:
        open_dataset("sipri-register", path)
    assert str(path) in caught.value.line or path.name in caught.value.line
    assert caught.value.advice


def test_a_missing_file_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot be read"):
        open_dataset("sipri-register", tmp_path / "none.csv")
    with pytest.raises(DatasetError, match="nothing of this dataset in the folder"):
        open_dataset("sipri-register", tmp_path)


def test_a_folder_with_the_file_does_as_well(tmp_path: Path, fixture: Fixture) -> None:
    (tmp_path / "register.csv").write_bytes(fixture("sipri-register.csv").read_bytes())
    assert sum(isinstance(item, Tie) for item in open_dataset("sipri-register", tmp_path)) == 401


def test_what_a_file_looks_like(fixture: Fixture) -> None:
    assert looks_like(fixture("sipri-register.csv")) == "sipri-register"
    assert looks_like(fixture("sipri-register.csv"), but="sipri-register") is None
