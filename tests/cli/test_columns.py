"""Tables and paragraphs of 80 columns: no line is too long, no word is lost, whatever letters there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dragoman.cli.columns import clean, cut, listed, table, wrapped

TEXT = st.text(max_size=300) | st.text(alphabet="ab 北京Я é\n\t\x1b", max_size=300)


def letters(text: str) -> str:
    return "".join(text.split())


@given(TEXT, st.integers(20, 80))
def test_wrapped_lines_fit_and_keep_every_sign(text: str, width: int) -> None:
    lines = wrapped(text, width, first="- ", rest="  ")
    assert all(cell_len(line) <= width for line in lines)
    assert letters("".join(line[2:] for line in lines)) == letters(clean(text))


@given(TEXT, st.integers(1, 4))
def test_what_is_cut_keeps_its_tail(text: str, most: int) -> None:
    lines = cut(text, "[tail]", 40, most)
    assert len(lines) <= most and lines[-1].endswith("[tail]")
    assert all(cell_len(line) <= 40 for line in lines)
    whole = wrapped(f"{text} [tail]", 40)
    assert lines == whole if len(whole) <= most else "…" in "".join(lines)


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8), TEXT), max_size=5), st.integers(0, 3))
def test_a_table_fits_and_its_columns_stand_below_their_heads(rows: list[tuple[str, str, str]], most: int) -> None:
    lines = list(table(("id", "when", "what"), rows, most=most))
    assert all(cell_len(line) <= 80 for line in lines)
    assert lines[0].endswith("what") and len(lines) > len(rows)


def test_a_cell_of_several_lines_keeps_them_apart() -> None:
    assert list(table(("id", "what"), [("a", "head line\nwords below")])) == [
        "id  what",
        "a   head line",
        "    words below",
    ]


def test_no_cursor_is_moved() -> None:
    assert clean("a\x1b[31m b\r\nc\u202e") == "a[31m b c"
    assert list(listed(["one\ntwo"])) == ["- one two"]
