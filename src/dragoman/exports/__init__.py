"""What the ledger holds as files of other tools: tables, graphs, entities, maps, bibliographies."""

from dragoman.exports.reports import Report, ReportedEvent

__all__ = ["Report", "ReportedEvent"]
