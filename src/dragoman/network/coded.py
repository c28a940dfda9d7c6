"""Texts of many rows as numbers into a short list of what they can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from dragoman.network.arrays import Ints

NONE = -1
"""The code of a row that has no text."""


@dataclass(slots=True, frozen=True)
class Coded:
    """A column of texts: `names[codes[row]]`, and NONE where the row has none."""

    codes: Ints
    names: tuple[str, ...]

    def at(self, row: int) -> str | None:
        """The text of a row."""
        code = int(self.codes[row])
        return None if code == NONE else self.names[code]

    def code(self, name: str) -> int:
        """The code of a text; NONE - 1, which no row has, where no row has the text."""
        return self.names.index(name) if name in self.names else NONE - 1

    def codes_of(self, names: Sequence[str]) -> Ints:
        """The codes of those of the texts that any row has."""
        return np.array([self.names.index(name) for name in names if name in self.names], np.int32)


class Coder:
    """Codes a column part by part; a text gets the next number when it first comes."""

    def __init__(self) -> None:
        self.numbers: defaultdict[str | None, int] = defaultdict(count().__next__)
        self.parts: list[Ints] = [np.zeros(0, np.int32)]

    def add(self, column: Sequence[str | None]) -> None:
        """The next part of the column, a look-up a text: making an array of pyarrow of it takes six times as long."""
        self.parts.append(np.fromiter(map(self.numbers.__getitem__, column), np.int32, len(column)))

    def coded(self, order: Ints) -> Coded:
        """The whole column, in the order of these places."""
        names = tuple(name for name in self.numbers if name is not None)
        places = {name: place for place, name in enumerate(names)}
        table = np.array([NONE if name is None else places[name] for name in self.numbers], np.int32)
        codes = np.concatenate(self.parts)[order]
        return Coded(table[codes] if len(table) else codes, names)


def as_listed(column: Coded, names: Sequence[str]) -> Ints:
    """The codes that the rows have in another list, which has to hold every text of the column."""
    places = {name: place for place, name in enumerate(names)}
    table = np.array([places[name] for name in column.names] + [NONE], np.int32)
    return table[column.codes]
