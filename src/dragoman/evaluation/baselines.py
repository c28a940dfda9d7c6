"""Ways to put reports together that merging has to beat."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from dragoman.events import Report, merge

Labels = dict[str, str]
"""Key of a report to the name of the set that it was put into."""


def merged(reports: Iterable[Report]) -> Labels:
    """By the rules of the events room."""
    return {key: event.id for event in merge(reports) for key in event.statements}


def alone(reports: Iterable[Report]) -> Labels:
    """Nothing with anything."""
    return {report.key: report.key for report in reports}


def same_week(reports: Iterable[Report]) -> Labels:
    """All of the same type and the same actors in the same ISO week, by the day that the text gives, else by that of
    publication.
    """
    return {report.key: f"{report.statement.type} {_actors(report)} {_week(report)}" for report in reports}


METHODS: dict[str, Callable[[Iterable[Report]], Labels]] = {
    "merged": merged,
    "nothing merged": alone,
    "same type, parties, week": same_week,
}


def _actors(report: Report) -> str:
    return " ".join(sorted(report.statement.actors()))


def _week(report: Report) -> str:
    time = report.statement.time
    told = (time.start if time else None) or report.published or ""
    try:
        year, week, _ = date.fromisoformat(told[:10]).isocalendar()
    except ValueError:
        return told
    return f"{year}-{week:02}"
