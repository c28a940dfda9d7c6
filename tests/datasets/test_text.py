"""Tables in text as people save them: encodings, marks, lines before the header, packed, cut off."""

from __future__ import annotations

import gzip
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.datasets import Layout
from dragoman.datasets.text import distinct, text_head, text_rows
from dragoman.errors import DatasetError

TABLE = "State,Note\nAZE,Bakı\nMAR,\n"
LAYOUT = Layout(columns={"State": "a state", "Note": "a note"})


def saved(folder: Path, content: bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path, encoding: str) -> None:
    path = saved(tmp_path, TABLE.encode(encoding))
    assert text_head(path, LAYOUT).columns == ("State", "Note")
    assert list(text_rows(path, LAYOUT)) == [(2, ["AZE", "Bakı"]), (3, ["MAR", ""])]


def test_the_first_encoding_that_fits_the_whole_file_is_taken(tmp_path: Path) -> None:
    layout = LAYOUT.model_copy(update={"encodings": ("utf-8", "latin-1")})
    path = saved(tmp_path, ("State,Note\n" + "AZE,x\n" * 5000 + "CIV,Côte\n").encode("latin-1"))
    assert list(text_rows(path, layout))[-1] == (5002, ["CIV", "Côte"])


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_wrong_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    path = saved(tmp_path, "State,Note\nCIV,Côte\n".encode(encoding))
    with pytest.raises(DatasetError, match=r"table\.csv: .*(UTF-16|utf-8)"):
        list(text_rows(path, LAYOUT))


@pytest.mark.parametrize("packed", ["gz", "zip"])
def test_a_packed_table_is_read_as_it_is(tmp_path: Path, packed: str) -> None:
    path = tmp_path / f"table.csv.{packed}"
    if packed == "gz":
        path.write_bytes(gzip.compress(TABLE.encode()))
    else:
        with ZipFile(path, "w") as archive:
            archive.writestr("table.csv", TABLE)
    assert [cells[0] for _, cells in text_rows(path, LAYOUT)] == ["AZE", "MAR"]


def test_a_packed_table_that_is_cut_off_is_told(tmp_path: Path) -> None:
    whole = gzip.compress(b"State,Note\n" + b"".join(b"%d,x\n" % n for n in range(9999)))
    path = saved(tmp_path, whole[: len(whole) // 2], "table.csv.gz")
    with pytest.raises(DatasetError, match="damaged or cut off"):
        list(text_rows(path, LAYOUT))


def test_an_archive_of_two_files_is_not_guessed_at(tmp_path: Path) -> None:
    path = tmp_path / "both.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.csv", TABLE)
        archive.writestr("b.csv", TABLE)
    with pytest.raises(DatasetError, match="2 files"):
        text_head(path, LAYOUT)


def test_lines_before_the_header_are_kept_apart_and_line_numbers_count_them(tmp_path: Path) -> None:
    layout = LAYOUT.model_copy(update={"header": "State", "ends": ";"})
    path = saved(tmp_path, b"A title;\nData generated: 12 Feb 2026;\nState,Note;\r\nAZE,x;\r\n")
    assert text_head(path, layout).preamble == ("A title;".removesuffix(";"), "Data generated: 12 Feb 2026")
    assert list(text_rows(path, layout)) == [(4, ["AZE", "x"])]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"State,Note\nAZE,x\nMAR\n", r"table\.csv:3: 1 cells, not 2"),
        (b"State,Note\nAZE,x,y\n", r"table\.csv:2: 3 cells, not 2"),
        (b'State,Note\nAZE,"no end\nMAR,x\n', r"table\.csv:\d: no row of a table"),
        (b"State,Note\n" + b"x" * 3_000_000, r"table\.csv:2: the line has no end"),
    ],
)
def test_a_row_that_is_none_is_named(tmp_path: Path, content: bytes, what: str) -> None:
    with pytest.raises(DatasetError, match=what):
        list(text_rows(saved(tmp_path, content), LAYOUT))


def test_a_row_broken_by_a_line_end_goes_on_where_the_layout_says_so(tmp_path: Path) -> None:
    layout = Layout(columns={"A": "a", "B": "b", "C": "c"}, continued=True)
    path = saved(tmp_path, b"A,B,C\n1,two\nlines,3\n4,5,6\n")
    assert [cells for _, cells in text_rows(path, layout)] == [["1", "two lines", "3"], ["4", "5", "6"]]


def test_a_nameless_column_belongs_to_the_one_left_of_it() -> None:
    assert distinct(["Ordered", " ", "Delivered", "", "Note", "Note"]) == (
        "Ordered", "Ordered ?", "Delivered", "Delivered ?", "Note", "Note 2",
    )  # fmt: skip
    assert distinct(["Ordered", " .1", "Unnamed: 2"]) == ("Ordered", "Ordered ?", "Ordered ? ?")
    assert distinct(["State", "1948", "1949"]) == ("State", "1948", "1949")


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=4), min_size=1))
def test_no_two_columns_have_the_same_name(names: list[str]) -> None:
    found = distinct(names)
    assert len(found) == len(names)


@given(st.binary(max_size=400))
def test_whatever_the_bytes_are_they_are_rows_or_a_told_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = saved(tmp_path_factory.mktemp("any"), content)
    try:
        assert all(len(cells) for _, cells in text_rows(path, LAYOUT))
    except DatasetError as error:
        assert "\n" not in error.line
