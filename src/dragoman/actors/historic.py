"""States that are no more, and numbers that went on through a change of the state behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.actors.states import State, states
from dragoman.actors.tables import ADVICE, Row, rows
from dragoman.errors import CodebookError

NAME = "historic.tsv"
COLUMNS = ("code", "names", "cow", "gw", "from", "to", "successor")


@dataclass(slots=True, frozen=True)
class HistoricState:
    """A state that is no more, or an earlier name and number of one that is (West Germany is DEU).

    `code` is of ISO 3166-3 where it lists the state, otherwise from the range that ISO leaves to its users (X..).
    `first` and `last` are ISO dates, or years, in which the state existed, both inclusive.
    """

    code: str
    names: tuple[str, ...]
    cow: int | None
    gw: int | None
    first: str
    last: str
    successors: tuple[str, ...]

    def existed(self, on: str) -> bool:
        """Whether it was there at a date, or at some time of a year (or of a month) that is given."""
        return self.first[: len(on)] <= on[: len(self.first)] and on[: len(self.last)] <= self.last[: len(on)]


@cache
def historic() -> tuple[HistoricState, ...]:
    """All of them. Raises CodebookError for a successor that is no state, or years in the wrong order."""
    found = tuple(_historic(row) for row in rows(NAME, *COLUMNS))
    known = {state.code for state in found} | set(states())
    for line, state in enumerate(found, 2):
        unknown = set(state.successors) - known
        if unknown or state.first > state.last:
            what = f"no state {min(unknown)}" if unknown else f"ends ({state.last}) before it begins"
            raise CodebookError(what, source=f"{NAME}:{line}", advice=ADVICE)
    return found


@cache
def former_states() -> dict[str, State]:
    """Those with a code of their own, by that code; their name is in English alone and `iso2` is empty."""
    return {
        state.code: State(state.code, "", {"en": state.names[0]}, state.cow, state.gw)
        for state in historic()
        if state.code not in states()
    }


def _historic(row: Row) -> HistoricState:
    return HistoricState(
        code=row["code"],
        names=row.several("names"),
        cow=_number(row, "cow"),
        gw=_number(row, "gw"),
        first=row["from"],
        last=row["to"],
        successors=row.several("successor"),
    )


def _number(row: Row, column: str) -> int | None:
    text = row[column]
    if text and not text.isdigit():
        raise CodebookError(f"`{text}` is no number", source=row.where, advice=ADVICE)
    return int(text) if text else None
