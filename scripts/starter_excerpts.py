#!/usr/bin/env python3
"""Make the excerpts that come with the project from the whole files: `starter_excerpts.py FOLDER`.

FOLDER holds what `dragoman datasets NAME` says how to get, as NAME.csv: sipri-register, sipri-deals and
un-ideal-points. Of SIPRI's register only the rows of Azerbaijan and Morocco may come with the project; of the ideal
points all rows do, with the columns that the importer reads.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.datasets import entry
from dragoman.datasets.packaged import FOLDER
from dragoman.datasets.text import text_head, text_rows

STATES = {"Azerbaijan", "Morocco"}
Keep = Callable[[dict[str, str]], bool]


def of_the_two(row: dict[str, str]) -> bool:
    """Whether one of the two states supplies or receives."""
    return bool({row["Supplier"], row["Recipient"]} & STATES)


EXCERPTS: dict[str, Keep] = {"sipri-register": of_the_two, "sipri-deals": of_the_two}
POINTS = "un-ideal-points"


def lines(name: str, path: Path, keep: Keep) -> Iterator[str]:
    """The lines of the excerpt: what stands before the header, the header, and the rows to keep, as they are."""
    layout = next(iter(entry(name).layouts.values()))
    head = text_head(path, layout)
    text = path.read_bytes().decode(_encoding(path, layout.encodings)).splitlines(keepends=True)
    yield from text[: head.lines]
    before = head.lines
    for number, cells in text_rows(path, layout):
        if keep(dict(zip(head.columns, cells, strict=True))):
            yield from text[before:number]
        before = number


def points(path: Path) -> Iterator[str]:
    """The ideal points in the columns that are read, to four decimals."""
    columns = [*entry(POINTS).layouts["estimates"].columns]
    yield ",".join(columns)
    with path.open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            yield ",".join([*(row[name] for name in columns[:-1]), f"{float(row[columns[-1]]):.4f}"])


def _encoding(path: Path, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            path.read_bytes().decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise SystemExit(f"{path}: in none of {', '.join(encodings)}")


def main() -> None:
    """Write every excerpt whose whole file is there."""
    for name in (*EXCERPTS, POINTS):
        whole = Path(sys.argv[1]) / f"{name}.csv"
        if whole.exists():
            made = points(whole) if name == POINTS else lines(name, whole, EXCERPTS[name])
            text = "".join(line.rstrip("\r\n") + "\n" for line in made)
            (FOLDER / f"{name}.csv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
