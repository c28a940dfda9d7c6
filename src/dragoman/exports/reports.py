"""An event as it is exported: with the reports that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model import Event


@dataclass(slots=True, frozen=True)
class Report:
    """One statement of an event: its words, and the document that they stand in. Dates as in `Document`."""

    statement: str
    document: str
    source: str
    evidence: str
    outlet: str | None = None
    published: str | None = None


@dataclass(slots=True, frozen=True)
class ReportedEvent:
    """An event with its reports, in order of publication; reports without a date come last."""

    event: Event
    reports: tuple[Report, ...]

    @classmethod
    def of(cls, event: Event, reports: Iterable[Report]) -> ReportedEvent:
        """The event with its reports put in order."""
        return cls(event, tuple(sorted(reports, key=lambda r: (r.published or "9999", r.statement))))

    @property
    def first(self) -> Report | None:
        """The earliest report."""
        return self.reports[0] if self.reports else None

    @property
    def span(self) -> tuple[str | None, str | None]:
        """When the first and the last report were published."""
        dates = [report.published for report in self.reports if report.published]
        return (dates[0], dates[-1]) if dates else (None, None)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents of the reports, each once."""
        return tuple(dict.fromkeys(report.document for report in self.reports))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of the reports, each once."""
        return tuple(dict.fromkeys(report.outlet for report in self.reports if report.outlet))
