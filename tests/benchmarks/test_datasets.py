"""The table of datasets: every importer is in it, totals come from the ledger, and what is wrong is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.datasets import entries

FIXTURES = Path(__file__).resolve().parents[1] / "datasets/fixtures"
Load = Callable[[str], ModuleType]


@pytest.fixture
def script(benchmark: Load) -> ModuleType:
    return benchmark("datasets.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The excerpts of Azerbaijan and Morocco where the whole files would lie: the totals are the same."""
    for name, path in (
        ("sipri-register.csv", "sipri/trade_register_by_year_excerpt.csv"),
        ("dcad.csv", "dcad/DCAD-v1.0-main.csv"),
    ):
        (tmp_path / path).parent.mkdir()
        shutil.copy(FIXTURES / name, tmp_path / path)
    return tmp_path


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("latin-1")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="latin-1")


def test_every_importer_has_a_file_or_a_reason(script: ModuleType) -> None:
    listed = script.places()
    assert [place.dataset for place in listed] == list(entries())
    assert all(place.pattern or place.why for place in listed)


def test_totals_are_those_that_are_known(
    script: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str], ledger_url: str
) -> None:
    assert script.main([str(folder), "--ledger", ledger_url]) == 0
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= 80
    table = [line.split() for line in shown.splitlines() if len(line.split()) == 6]
    lines = {name: counts for name, *counts, _ in table}
    assert lines["dcad"] == ["52", "52", "0", "0"]
    assert lines["sipri-register"] == ["407", "401", "10", "1"]
    assert "mme: left out, troopdata/mme_v7.csv is not in" in shown
    assert "  the dataset does not know who supplied: unknown supplier(s) (6)" in shown
    assert [line.split()[-1] for line in shown.splitlines() if line.startswith(("TIV", "defence"))] == [
        "2,144", "1,447", "44", "8",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        ("dcad/DCAD-v1.0-main.csv", ",373,", ",370,", "44          43  DISAGREES"),
        ("dcad/DCAD-v1.0-main.csv", ",373,", ",9999,", "no state has this COW"),
        ("dcad/DCAD-v1.0-main.csv", "ccode1", "code1", "dcad: FAILED: "),
    ],
)
def test_what_is_wrong_ends_with_1(
    script: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str], path: str, old: str, new: str, says: str
) -> None:
    changed(folder / path, old, new)
    assert script.main([str(folder), "--only", "dcad"]) == 1
    assert says in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_told(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main([str(tmp_path / "none")]) == 2
    assert "no such folder" in capsys.readouterr().err
