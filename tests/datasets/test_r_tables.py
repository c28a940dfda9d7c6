"""Tables in R files: the cells that `rdata` itself finds, dates as dates, and a file read once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdata

from dragoman.datasets import r_parsing, r_tables
from dragoman.datasets.cells import as_text
from dragoman.datasets.r_tables import r_table
from dragoman.errors import DatasetError

pd = pytest.importorskip("pandas")
NAMES = ["France", None, "Côte d'Ivoire", "France"]


def text(values: list[str | None]) -> Any:
    return pd.array(values, dtype=pd.StringDtype("python"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table of every sort of column, and a thing that is no table."""
    frame = pd.DataFrame(
        {
            "name": text(NAMES),
            "vote": pd.Categorical(["yes", "no", None, "yes"]),
            "count": pd.array([1, None, 3, 4], dtype="Int32"),
            "share": [0.5, float("nan"), 2.0, -1.25],
            "held": [True, False, True, False],
        }
    )
    found = tmp_path / "t.rda"
    rdata.write_rda(found, {"table": frame, "number": pd.array([1.5]).to_numpy()})
    return found


def rows(path: Path, part: str | None = None, batch: int = 3) -> list[list[str]]:
    return [list(cells) for columns in r_table(path, part).batches(batch) for cells in zip(*columns, strict=True)]


def test_every_sort_of_column_becomes_text(path: Path) -> None:
    assert r_table(path, "table").columns == ("name", "vote", "count", "share", "held")
    assert rows(path) == [
        ["France", "yes", "1", "0.5", "True"],
        ["", "no", "", "", "False"],
        ["Côte d'Ivoire", "", "3", "2", "True"],
        ["France", "yes", "4", "-1.25", "False"],
    ]


def test_a_table_that_is_not_there_is_told_with_what_is(path: Path) -> None:
    with pytest.raises(DatasetError, match="no table `number`, but table, number"):
        r_table(path, "number")


def test_the_short_cut_finds_what_the_parser_finds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = rows(path)
    monkeypatch.setattr(r_parsing, "_quick", lambda: None)
    r_tables._tables.cache_clear()
    assert rows(path) == quick


def test_a_file_is_read_again_once_it_has_changed(path: Path) -> None:
    before = rows(path)
    rdata.write_rda(path, {"table": pd.DataFrame({"name": text(["Chad"])})})
    assert rows(path) == [["Chad"]] != before


@pytest.mark.parametrize("name", ["unga/un_roll_calls.rda", "unga/un_roll_call_issues.rda"])
def test_real_files_have_the_cells_that_rdata_finds(real: Callable[[str], Path], name: str) -> None:
    path = real(name)
    with pytest.warns(UserWarning):
        frame = next(iter(rdata.conversion.convert(rdata.parser.parse_file(path)).values()))
    found = next(r_table(path, None).batches(10**9))
    for column, cells in zip(frame.columns, found, strict=True):
        if column != "date":
            assert cells == [as_text(value) for value in frame[column].tolist()], column


def test_dates_of_r_are_dates(real: Callable[[str], Path]) -> None:
    found = r_table(real("unga/un_roll_calls.rda"), None)
    dates = next(found.batches(10**9))[found.columns.index("date")]
    assert (dates[0], max(dates)) == ("1946-01-01", "2020-01-14")
