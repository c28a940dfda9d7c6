"""The record of an event as text."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cli.columns import listed, wrapped
from dragoman.cli.happened import when
from dragoman.cli.shown import parts
from dragoman.cli.shown.parts import Short, actor, section
from dragoman.cli.shown.statement import evidence, said_by
from dragoman.exports.words import event_words
from dragoman.ledger.records import EventRecord, Report
from dragoman.model import Event, Link


def event_lines(record: EventRecord, short: Short) -> Iterator[str]:
    """What happens, how it became known, in which words, and why these reports are of one happening."""
    event = record.event
    yield from wrapped(event_words(event))
    yield f"event {record.key}"
    yield from parts.fields(
        {
            "status": parts.status(event.status),
            "who": "; ".join(map(parts.party, event.parties)),
            "when": _when(event),
            "where": actor(event.place) if event.place else "",
            "title": event.instrument or "",
        }
    )
    yield from section("HOW IT BECAME KNOWN", _history(event, short))
    yield from section("REPORTS", (line for report in record.reports for line in _report(report, short)))
    yield from section("WHY THEY ARE OF ONE HAPPENING", listed(_why(link, short) for link in event.why))
    yield from section("TIES", parts.ties(record.ties, short))
    yield from section("REVIEWED", parts.judgements(record.judgements, short))
    yield from section("OTHER EVENTS OF THE SAME DYAD", parts.events(record.others, short))
    yield from section("RELATED DOCUMENTS", parts.documents(record.related, short))


def _when(event: Event) -> str:
    words = f" «{event.time.text}»" if event.time and event.time.text else ""
    return f"{when(event)}{words}"


def _history(event: Event, short: Short) -> Iterator[str]:
    for turn in event.history:
        date = f"{(turn.date or 'no date')[:10]:<12}"
        told = f"{parts.status(turn.status)}, by {', '.join(map(short, turn.statements))}"
        yield from wrapped(told, first=date, rest=" " * len(date))


def _report(report: Report, short: Short) -> Iterator[str]:
    indent = " " * 8
    kept, document = report.kept, report.document
    ruled = parts.ruled(kept)
    date = (document.published or "no date")[:10]
    head = f"{date}, {parts.status(kept.statement.status)}{f', {ruled}' if ruled else ''}"
    where = document.outlet or document.source
    yield from wrapped(
        f"{head}; {where}, {short(document.key)}; said by {said_by(kept.statement)}",
        first=f"{short(kept.key):<8}",
        rest=indent,
    )
    yield from evidence(kept, indent)


def _why(link: Link, short: Short) -> str:
    reasons = " ".join(link.reasons)
    by = f"; joined by {link.reviewer}" if link.reviewer else ""
    return f"{short(link.a)} and {short(link.b)} ({link.score:.2f}): {reasons}{by}"
