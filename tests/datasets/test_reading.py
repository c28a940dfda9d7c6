"""What every import does alike: ids that stay, rows counted, mistakes named by row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets import open_dataset
from dragoman.datasets.reading import TWICE, tie_id
from dragoman.errors import DatasetError
from dragoman.model import Tie

Fixture = Callable[[str], Path]


@pytest.fixture
def register(tmp_path: Path, fixture: Fixture) -> Callable[..., Path]:
    """The excerpt of the register with a text replaced by another, or more lines at the end."""

    def changed(old: str = "", new: str = "", more: str = "") -> Path:
        text = fixture("sipri-register.csv").read_text("ascii")
        assert old in text
        path = tmp_path / "register.csv"
        path.write_text((text.replace(old, new, 1) if old else text) + more, encoding="ascii")
        return path

    return changed


def test_ids_are_the_same_in_every_import(fixture: Fixture) -> None:
    path = fixture("sipri-register.csv")
    first, second = (list(open_dataset("sipri-register", path)) for _ in range(2))
    assert first == second
    ties = [tie for tie in first if isinstance(tie, Tie)]
    assert len({tie.id for tie in ties}) == len(ties) > 400


def test_an_id_follows_from_what_makes_the_tie_and_nothing_else() -> None:
    one = tie_id("d", "r", "AZE", "MAR", "arms", "2010")
    assert one == tie_id("d", "r", "AZE", "MAR", "arms", "2010")
    others = [("e", "r"), ("d", "s")]
    assert one not in {tie_id(*pair, "AZE", "MAR", "arms", "2010") for pair in others}
    assert tie_id("d", "r", "AZE", "MAR", "arms", None) != one
    assert len(one) == 17


def test_ties_are_as_the_model_wants_them(fixture: Fixture) -> None:
    for tie in open_dataset("sipri-register", fixture("sipri-register.csv")):
        assert type(tie).model_validate(tie.model_dump()) == tie


def test_a_figure_that_is_none_is_told_by_file_and_row(register: Callable[..., Path]) -> None:
    path = register(more="1,France,Morocco,X,y,Aircraft,2013,No,2,Yes,2018,No,New,1,1,much,No;\r\n")
    with pytest.raises(DatasetError, match=r"register\.csv:420: `much` under `TIV delivery values` is no figure"):
        list(open_dataset("sipri-register", path))


def test_a_cell_that_must_not_be_empty_is_told(register: Callable[..., Path]) -> None:
    path = register(more="1,,Morocco,X,y,Aircraft,2013,No,2,Yes,2018,No,New,1,1,1,No;\r\n")
    with pytest.raises(DatasetError, match=r"register\.csv:420: nothing stands under `Supplier`"):
        list(open_dataset("sipri-register", path))


def test_the_same_row_twice_is_one_tie_and_counted(register: Callable[..., Path]) -> None:
    row = "1,France,Morocco,X,y,Aircraft,2013,No,2,Yes,2018,No,New,1,1,{},No;\r\n"
    reading = open_dataset("sipri-register", register(more=row.format(1) * 2))
    assert sum(isinstance(item, Tie) for item in reading) == 402
    assert reading.tally.skipped[TWICE] == 1
    with pytest.raises(DatasetError, match="the record 1/2018 says something else than before"):
        list(open_dataset("sipri-register", register(more=row.format(1) + row.format(2))))


def test_a_file_cut_off_in_a_row_is_told(register: Callable[..., Path]) -> None:
    path = register()
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(DatasetError, match=r"register\.csv:419: \d+ cells, not 17"):
        list(open_dataset("sipri-register", path))
