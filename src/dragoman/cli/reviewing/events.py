"""An event as a reviewer sees it: what it is taken to be, every report with its words, and why they were joined."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.cli.reviewing.pages import Page
from dragoman.cli.reviewing.statements import DONE, source
from dragoman.model import Event, Judgement
from dragoman.review.subjects import EventSubject
from dragoman.review.times import shown

QUOTED = 160
"""Characters of the words of a report."""


def show(page: Page, subject: EventSubject, place: str) -> None:
    """Put an event on the page; `place` says which of how many it is."""
    event = subject.event
    page.rule(place, f"event {event.id}")
    page.text(gist(event), "bold")
    page.gap()
    page.field("when", shown(event.time) or "not known")
    page.field("where", event.place or "")
    page.field("title", event.instrument or "")
    page.field("status", " → ".join(f"{turn.status} ({turn.date or 'undated'})" for turn in event.history))
    page.gap()
    numbers = {report.key: number for number, report in enumerate(subject.reports, 1)}
    for number, report in enumerate(subject.reports, 1):
        said = report.statement
        page.field(f"{number:>3}", f"{source(report.document)}", "dim")
        mode = f", {said.mode}" if said.mode else ""
        told = f"{said.type}{mode}, {said.status}, {shown(said.time) or 'no date'}, {', '.join(said.actors())}"
        page.field("", told)
        page.field("", f"«{_cut(said.evidence.text)}»")
    page.gap()
    for link in event.why:
        by = f"by {link.reviewer}" if link.reviewer else f"{link.score:.2f}"
        page.field("joined", f"{numbers.get(link.a)} and {numbers.get(link.b)} ({by}): {' '.join(link.reasons)}")
    page.fields("judged", map(told_of, subject.said))


def gist(event: Event) -> str:
    """Type, mode, parties and status of an event in a line."""
    mode = f", {event.mode}" if event.mode else ""
    parties = ", ".join(f"{party.actor} ({party.role})" for party in event.parties)
    return f"{event.type}{mode}: {parties}; {event.status}"


def offered(page: Page, near: Sequence[Event]) -> None:
    """Put the events on the page that one may be the same as, numbered."""
    for number, other in enumerate(near, 1):
        reports = len(other.statements)
        told = f"{gist(other)}, {shown(other.time) or 'no date'}, {reports} report{'s' * (reports != 1)}, {other.id}"
        page.field(f"{number:>3}", told)


def told_of(word: Judgement) -> str:
    """A judgement on how reports belong together, in a line."""
    why = f": {word.reason}" if word.reason else ""
    return f"{word.reviewer} {DONE[word.ruling]} reports of it on {word.made_at[:10]}{why}"


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= QUOTED else words[: words.rfind(" ", 0, QUOTED)] + " …"
