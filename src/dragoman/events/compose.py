"""A cluster of reports as an Event: what most of them say, and all that they say of who took part."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from dragoman.events.clusters import cluster
from dragoman.events.history import RISING, best_status, history
from dragoman.events.report import Report, Verdict
from dragoman.events.spans import period, said, span
from dragoman.model import Event, Link, Party, Statement, Status, Time


def merge(
    reports: Iterable[Report],
    *,
    joined: Iterable[Verdict] = (),
    parted: Iterable[Verdict] = (),
    linked: Iterable[tuple[str, str]] | None = None,
) -> list[Event]:
    """The Events that these reports are of, sorted by id; the same for any order of the reports and verdicts.

    Reports that are no events, or in which nobody was recovered, are passed over. `joined` and `parted` are what
    reviewers said of pairs of reports; where both are asked for, the parting wins. `linked` are all pairs that can be
    linked, by their keys, where whoever asks has kept them; without it every two that share a block are compared.
    """
    found = cluster(reports, joined, parted, linked)
    reasons: dict[int, list[Link]] = {}
    for link in found.why:
        reasons.setdefault(id(found.of[link.a]), []).append(link)
    made = [
        compose([found.reports[key] for key in keys], reasons.get(id(found.of[keys[0]]), ())) for keys in found.groups()
    ]
    return sorted(made, key=lambda event: event.id)


def compose(reports: Sequence[Report], why: Iterable[Link] = ()) -> Event:
    """One Event of these reports, which are not empty."""
    reports = sorted(reports, key=lambda report: report.key)
    statements = [report.statement for report in reports]
    kind = _commonest(s.type for s in statements) or statements[0].type
    of_kind = [s for s in statements if s.type == kind]
    return Event(
        id=event_id(report.key for report in reports),
        type=kind,
        mode=_mode(of_kind),
        status=best_status(reports),
        parties=_parties(of_kind),
        time=event_time(reports),
        place=_commonest(s.place for s in statements if s.place),
        instrument=_longest(s.instrument for s in statements if s.instrument),
        statements=tuple(report.key for report in reports),
        history=history(reports),
        why=tuple(sorted(why, key=lambda link: (-link.score, link.a, link.b))),
    )


def event_id(keys: Iterable[str]) -> str:
    """`e` and 16 hexadecimal digits of the SHA-256 of the smallest key: no two events share it.

    It depends on what is merged, not on when; a report with a smaller key gives its event another id.
    """
    return "e" + hashlib.sha256(min(keys).encode()).hexdigest()[:16]


def event_time(reports: Sequence[Report]) -> Time | None:
    """The most exact time that is given; of several, what most reports give, those of something done first.

    Where none gives a time, it is bounded by the dates of publication: `text` is empty and there is no `precision`.
    """
    given = [r.statement for r in reports if r.statement.time and said(r.statement.time)]
    if given:
        shortest = min(_length(s.time) for s in given)
        exact = [s for s in given if _length(s.time) == shortest]
        done = [s for s in exact if s.status is Status.happened] or exact
        common = _commonest(s.time.start or s.time.end for s in done if s.time)
        return next(s.time for s in done if s.time and (s.time.start or s.time.end) == common)
    return _bounded(reports)


def _bounded(reports: Sequence[Report]) -> Time | None:
    """The days that all windows share, else from the first to the last day of publication."""
    spans = [found for report in reports if (found := span(report))]
    if not spans:
        return None
    first, last = max(s.first for s in spans), min(s.last for s in spans)
    if first > last:
        days = [days_of for report in reports if (days_of := period(report.published or ""))]
        first, last = min(d[0] for d in days), max(d[1] for d in days)
    return Time(text="", start=date.fromordinal(first).isoformat(), end=date.fromordinal(last).isoformat())


def _length(time: Time | None) -> int:
    found = said(time)
    return found.last - found.first if found else 0


def _mode(statements: Sequence[Statement]) -> str | None:
    """The mode of those that say most surely that it was done, the commonest of them."""
    with_mode = [s for s in statements if s.mode]
    if not with_mode:
        return None
    surest = max(_certainty(s) for s in with_mode)
    return _commonest(s.mode for s in with_mode if _certainty(s) == surest and s.mode)


def _certainty(statement: Statement) -> int:
    return RISING.index(statement.status) if statement.status in RISING else -1


def _parties(statements: Iterable[Statement]) -> tuple[Party, ...]:
    found = {(p.role, p.actor) for s in statements for p in s.participants if p.actor}
    return tuple(Party(actor=actor, role=role) for role, actor in sorted(found))


def _commonest(values: Iterable[str | None]) -> str | None:
    """What is said most often, of equals the first by alphabet; None of nothing."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _longest(values: Iterable[str]) -> str | None:
    return max(sorted(set(values)), key=len, default=None)
