"""What is known of a happening over time: each turn of its status, and the best that is known at the end.

The order is that of publication, then of certainty, then of the keys. What is known only rises (called for, possible,
planned, ongoing, happened), with two exceptions. A denial takes it down: what A claims and B denies is denied, as the
codebook has it. And a denial is lifted where a later report says that it happened or is under way and is said by whom
the denial came from, or in the outlets' own voice by two texts that are no copies of each other; a plan after a denial
lifts it only from the one who denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.events.report import Report
from dragoman.model import Status, Turn

RISING = (Status.called_for, Status.possible, Status.planned, Status.ongoing, Status.happened)
SURE = frozenset({Status.ongoing, Status.happened})
VOICES = 2
"""Texts in their own voice that it takes to lift a denial which the denier does not take back."""


@dataclass(slots=True)
class Known:
    """The state of knowledge while the reports are read in order."""

    status: Status | None = None
    deniers: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)

    def take(self, report: Report) -> None:
        """Read one more report."""
        said = report.statement.status
        if said is Status.denied:
            self.status = said
            self.deniers |= speakers(report)
            self.voices = set()
        elif self.status is Status.denied:
            if self._lifts(report):
                self.status, self.deniers = said, set()
        elif self.status is None or RISING.index(said) > RISING.index(self.status):
            self.status = said

    def _lifts(self, report: Report) -> bool:
        said = report.statement.status
        if speakers(report) & self.deniers:
            return said in SURE or said is Status.planned
        if said in SURE and not report.statement.attribution:
            self.voices.add(report.text_group)
        return len(self.voices) >= VOICES and said in SURE


def in_order(reports: Iterable[Report]) -> list[Report]:
    """By publication (undated first), then the less certain before the more certain and denials last, then by key."""
    return sorted(reports, key=lambda r: (r.published or "", _rank(r.statement.status), r.key))


def best_status(reports: Iterable[Report]) -> Status:
    """The best that is known after all of them; raises ValueError where there are none."""
    known = Known()
    for report in in_order(reports):
        known.take(report)
    if known.status is None:
        raise ValueError("an event has one report at least")
    return known.status


def history(reports: Iterable[Report]) -> tuple[Turn, ...]:
    """The turns: a row of reports that say the same, in order, each with the date of its first."""
    turns: list[tuple[Status, list[Report]]] = []
    for report in in_order(reports):
        if not turns or turns[-1][0] is not report.statement.status:
            turns.append((report.statement.status, []))
        turns[-1][1].append(report)
    return tuple(_turn(status, row) for status, row in turns)


def speakers(report: Report) -> set[str]:
    """For whom the speakers speak: actors where they are known."""
    return {said.actor for said in report.statement.attribution if said.actor}


def _turn(status: Status, row: Sequence[Report]) -> Turn:
    return Turn(date=row[0].published, status=status, statements=tuple(report.key for report in row))


def _rank(status: Status) -> int:
    return RISING.index(status) if status in RISING else len(RISING)
