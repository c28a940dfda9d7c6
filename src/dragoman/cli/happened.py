"""How events are shown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from dragoman.cli.columns import table, wrapped
from dragoman.cli.lookup import counted, more_lines
from dragoman.cli.tied import limits, who

if TYPE_CHECKING:
    from dragoman.exports.reports import ReportedEvent
    from dragoman.ledger.selection import Selection
    from dragoman.model import Event

LINES = 3
"""Lines that the words of an event may take in a list."""


def found_lines(asked: Selection, events: Sequence[Event], total: int, short: Mapping[str, str]) -> Iterator[str]:
    """A table of events, and how many more there are."""
    yield from wrapped(f"Events{_of(asked)}{limits(asked)}: {counted(len(events), total)}, the latest first")
    yield ""
    rows = [(short[e.id], when(e), e.status.value.replace("_", " "), words(e), _reports(e)) for e in events]
    yield from table(("id", "when", "status", "what"), rows, most=LINES)
    yield ""
    yield from more_lines(len(events), total)
    yield from wrapped(f"All about one, with its evidence: dragoman show {short[events[0].id]}")
    if any(when(event).startswith("(") for event in events):
        yield from wrapped("(In brackets: no report says when; this is by the day of the first one.)")


def none_lines(asked: Selection, without: int, documents: int, first: str | None, last: str | None) -> Iterator[str]:
    """That there are none, how many there are without the limits, and what was read."""
    yield from wrapped(f"No events{_of(asked)}{limits(asked)} are on record.")
    if without:
        yield from wrapped(
            f"Without the limits: {without:,}. See `{' '.join(['dragoman', 'events', *asked.actors])}`."
        )  # fmt: skip
    if not documents:
        yield from wrapped("This ledger has no documents: `dragoman add FILE` reads them.")
    else:
        span = f", published from {first[:10]} to {last[:10]}" if first and last else ""
        yield from wrapped(f"That does not say that there were none: this ledger has {documents:,} documents{span}.")
        yield from wrapped("`dragoman add` reads more of them.")
    if asked.actors:
        yield from wrapped(f"What datasets have: `dragoman ties {' '.join(asked.actors)}`.")


def when(event: Event) -> str:
    """The time of an event; in brackets where no report dates it: the days before the first one, or its day."""
    if event.time and event.time.start:
        start, end = event.time.start, event.time.end or event.time.start
        told = start if start == end else f"{start} - {end}"
        return told if event.time.text else f"({told})"
    first = next((turn.date for turn in event.history if turn.date), None)
    return f"({first[:10]})" if first else ""


def words(event: Event) -> str:
    """What happens, between whom, where, under which title."""
    from dragoman.actors import label
    from dragoman.exports.words import deed_words

    where = f" in {label(event.place)}" if event.place else ""
    title = f": {event.instrument}" if event.instrument else ""
    return f"{deed_words(event)}{where}{title}"


def event_json(reported: ReportedEvent) -> str:
    """An event with its reports."""
    told = reported.event.model_dump(mode="json")
    return json.dumps({**told, "reports": [asdict(report) for report in reported.reports]}, ensure_ascii=False)


def _of(asked: Selection) -> str:
    return f" of {who(asked)}" if asked.actors else ""


def _reports(event: Event) -> str:
    number = len(event.statements)
    return f"[{number} reports]" if number > 1 else ""
