"""Places that datasets list beside states, and the state that answers for each: territories, colonies, old names."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dragoman.actors import former_states, states
from dragoman.actors.lookups import name_key
from dragoman.errors import CodebookError

NAME = "places.tsv"
COLUMNS = ["names", "code", "from", "to", "why"]
ADVICE = "correct the file (docs/datasets.md says how)"
ALWAYS = ("0001", "9999")


class Place(NamedTuple):
    """Whose a place was from one day to another, both inclusive; no code where it is no state's."""

    code: str | None
    first: str
    last: str
    why: str

    def then(self, on: str) -> bool:
        """Whether it was so at a date, or at some time of a year (or of a month) that is given."""
        return self.first[: len(on)] <= on and on[: len(self.last)] <= self.last[: len(on)]


def place(name: str, on: str) -> Place | None:
    """The place of this name at an ISO date, cut as known; None where the list has none.

    In the year of a change a place is whose it was when the year began.
    """
    return next((held for held in places().get(name_key(name), ()) if held.then(on)), None)


@cache
def places() -> dict[str, tuple[Place, ...]]:
    """Every place by the key of its name, in the order of time. Raises CodebookError with file and line."""
    found: dict[str, list[Place]] = {}
    with (files("dragoman.datasets") / "data" / NAME).open(encoding="utf-8") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for cells in reader:
            where = f"{NAME}:{reader.line_num}"
            if reader.line_num == 1:
                _must(cells == COLUMNS, f"the columns are not {', '.join(COLUMNS)}", where)
                continue
            _must(len(cells) == len(COLUMNS), f"{len(cells)} fields, not {len(COLUMNS)}", where)
            names, code, first, last, why = cells
            _must(not code or code in states() or code in former_states(), f"no state {code}", where)
            _must(bool(why), "it does not say why", where)
            held = Place(code or None, first or ALWAYS[0], last or ALWAYS[1], why)
            for key in dict.fromkeys(map(name_key, names.split("|"))):
                found.setdefault(key, []).append(held)
    return {name: tuple(sorted(held, key=lambda item: item.first)) for name, held in found.items()}


def _must(holds: bool, what: str, where: str) -> None:
    if not holds:
        raise CodebookError(what, source=where, advice=ADVICE)
