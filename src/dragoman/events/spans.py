"""When a report's happening may have been: the days that it gives, else those that its date of publication allows.

Days are ordinals of the proleptic Gregorian calendar (`date.toordinal`); intervals are closed.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.events.report import REMEMBERED, Report
from dragoman.events.tables import window
from dragoman.model import Status, Time

LONGEST = 366
"""Days: a longer stretch does not date a happening, so that the publication does."""
BACKWARD = frozenset({Status.happened, Status.ongoing, Status.denied, Status.possible})
FORWARD = frozenset({Status.planned, Status.possible, Status.called_for, Status.denied})


@dataclass(frozen=True, slots=True)
class Span:
    """From day to day; `dated` where the text gives it, `exact` where to the day."""

    first: int
    last: int
    dated: bool
    exact: bool = False

    def gap(self, other: Span) -> int:
        """The days between two spans; 0 where they touch or overlap."""
        return max(0, other.first - self.last, self.first - other.last)


@lru_cache(maxsize=REMEMBERED)
def span(report: Report) -> Span | None:
    """The days in which the reported happening may lie; None where neither text nor page gives a date."""
    return said(report.statement.time) or from_publication(report)


def margin(report: Report) -> int:
    """Days by which two reports of one happening may differ: a slack, or as long as such a happening goes on."""
    found = window(report.statement)
    return max(found.slack, found.lasts)


def reach(report: Report) -> Span | None:
    """The span, widened by the margin of the type where the text dates it: reports whose reaches do not overlap are
    linked only as one deal.
    """
    found = span(report)
    if found is None or not found.dated:
        return found
    wider = margin(report)
    return Span(found.first - wider, found.last + wider, found.dated, found.exact)


def said(time: Time | None) -> Span | None:
    """The days that a text gives; None where it gives none, or a stretch too long to date anything."""
    if time is None or not (time.start or time.end):
        return None
    first = period(time.start or time.end or "")
    last = period(time.end or time.start or "")
    if first is None or last is None or not 0 <= last[1] - first[0] <= LONGEST:
        return None
    exact = time.start is not None and last[1] - first[0] <= 1
    return Span(first[0], last[1], True, exact)


def from_publication(report: Report) -> Span | None:
    """The days that the type's window allows around the date of publication, as the status looks back or ahead."""
    published = period(report.published or "")
    if published is None:
        return None
    allowed, status = window(report.statement), report.statement.status
    before = allowed.before if status in BACKWARD or (allowed.decided and status is Status.planned) else 0
    ahead = allowed.ahead if status in FORWARD else margin(report) if status is Status.ongoing else 0
    return Span(published[0] - before, published[1] + ahead, False)


@lru_cache(maxsize=REMEMBERED)
def period(text: str) -> tuple[int, int] | None:
    """First and last day of an ISO date of any precision (`2024`, `2024-03`, `2024-03-05T14:00`)."""
    parts = text[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        year, month, day = (*numbers, 0, 0)[:3]
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except (ValueError, TypeError):
        return None
    return first.toordinal(), last.toordinal()
