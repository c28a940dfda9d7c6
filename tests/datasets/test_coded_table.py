"""Our own coding as a dataset: what `dragoman code` writes is read, and says the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.errors import DatasetError
from dragoman.model import Layer, Status

from .conftest import Read

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "examples/01_signing.page.txt"


def coded(path: Path, form: str) -> Path:
    done = CliRunner().invoke(app, ["code", str(ARTICLE), "--format", form, "-o", str(path)])
    assert done.exit_code == 0
    return path


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("coded")
    return {form: coded(folder / f"coded.{form}", form) for form in ("csv", "parquet")}


def test_both_formats_say_the_same(read: Read, tables: dict[str, Path]) -> None:
    first, second = (read("coded-table", path)[0] for path in tables.values())
    assert first == second
    assert first


def test_a_tie_keeps_the_words_and_the_source(read: Read, tables: dict[str, Path]) -> None:
    text = " ".join(ARTICLE.read_text("utf-8").split())
    for tie in read("coded-table", tables["csv"])[0]:
        assert " ".join(tie.details["evidence"].split()) in text
        assert tie.details["url"]
        assert tie.source != tie.target


def row(**cells: Any) -> str:
    from dragoman.schema import FLAT_COLUMNS

    same = {"statement_id": "s1", "kind": "event", "status": "happened", "published": "2024-03-05T10:00"}
    given = {**same, "evidence": "words", "document_source": "a.txt", **cells}
    return ",".join(FLAT_COLUMNS) + "\n" + ",".join(f'"{given.get(name, "")}"' for name in FLAT_COLUMNS) + "\n"


def test_a_meeting_of_three_is_three_ties(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "coded.csv"
    path.write_text(row(type="meeting", participants="TUR:party|KAZ:party|:party|ITA:party"), "utf-8")
    ties = read("coded-table", path)[0]
    assert {(tie.source, tie.target) for tie in ties} == {("ITA", "KAZ"), ("ITA", "TUR"), ("KAZ", "TUR")}
    assert {(tie.start, tie.end, tie.group, tie.directed) for tie in ties} == {
        ("2024-03-05", "2024-03-05", "s1", False)
    }


def test_a_third_actor_keeps_its_role(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "coded.csv"
    cells = {"participants": "BLR:supplier|SDN:recipient|TCD:intermediary", "source_actors": "BLR"}
    path.write_text(row(type="arms_transfer", mode="delivered", target_actors="SDN", **cells), "utf-8")
    (tie,) = read("coded-table", path)[0]
    assert (tie.layer, tie.status, tie.source, tie.target) == (Layer.arms, Status.happened, "BLR", "SDN")
    assert [(party.actor, party.role) for party in tie.others] == [("TCD", "intermediary")]


def test_a_type_that_is_none_is_told_by_row(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "coded.csv"
    path.write_text(row(type="picnic", participants="TUR:party|KAZ:party"), "utf-8")
    with pytest.raises(DatasetError, match=r"coded\.csv:2: `picnic`"):
        read("coded-table", path)
