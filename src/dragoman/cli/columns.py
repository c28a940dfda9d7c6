"""Tables and paragraphs of at most 80 columns, whatever letters their words have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

WIDTH = 80
GAP = "  "
LEAST = 24
"""Columns that the last cell of a row is given at least."""
CUT = " …"


def clean(text: str) -> str:
    """The text on one line, without the signs that move a cursor or are not seen."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def wrapped(text: str, width: int = WIDTH, *, first: str = "", rest: str = "") -> list[str]:
    """The words of a text in lines of `width` columns that begin with `first` or `rest`.

    A word that is longer than a line is broken.
    """
    lines: list[str] = []
    line, empty = first, True
    for word in _words(clean(text), width - max(cell_len(first), cell_len(rest))):
        added = word if empty else f" {word}"
        if not empty and cell_len(line) + cell_len(added) > width:
            lines.append(line)
            line, added = rest, word
        line, empty = line + added, False
    return [*lines, line]


def cut(text: str, tail: str, width: int, most: int, *, first: str = "", rest: str = "") -> list[str]:
    """As `wrapped`, with `tail` behind the text; of a text that takes more than `most` lines the end is left out."""
    kept = clean(text).split(" ")
    lines = wrapped(f"{text} {tail}", width, first=first, rest=rest)
    while len(lines) > most and kept:
        kept.pop()
        lines = wrapped(f"{' '.join(kept)}{CUT} {tail}", width, first=first, rest=rest)
    return lines


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, most: int = 0) -> Iterator[str]:
    """The lines of a table of as many columns as it has heads, the last of which is wrapped, line by line.

    A row may have one cell more: it stands behind the last one, whose end is left out where it takes over `most` lines.
    """
    cells = [[*map(clean, row[: len(heads) - 1])] for row in rows]
    widths = [max(cell_len(row[place]) for row in [heads, *cells]) for place in range(len(heads) - 1)]
    rest = " " * (sum(widths) + len(GAP) * len(widths))
    width = max(WIDTH, len(rest) + LEAST)
    yield _row(heads, widths) + heads[-1]
    for row, whole in zip(cells, rows, strict=True):
        first = _row(row, widths)
        for line in whole[len(heads) - 1].splitlines() or [""]:
            tail = "".join(whole[len(heads) :]) if first != rest else ""
            yield from cut(line, tail, width, most or len(line) + len(tail), first=first, rest=rest)
            first = rest


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=False))
    return "".join(f"{cell}{GAP}" for cell in padded)


def listed(items: Iterable[str], mark: str = "- ") -> Iterator[str]:
    """The lines of a list."""
    for item in items:
        yield from wrapped(item, first=mark, rest=" " * len(mark))


def _words(text: str, room: int) -> Iterator[str]:
    for word in text.split():
        left = word
        while cell_len(left) > room:
            end = len(left)
            while cell_len(left[:end]) > room:
                end -= 1
            yield left[:end]
            left = left[end:]
        yield left
