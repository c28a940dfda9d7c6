"""Whether two reports are of one happening: a pure function of the two, so that no order of arrival can matter."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.events.details import compare_details
from dragoman.events.likeness import Likeness
from dragoman.events.parties import compare_parties
from dragoman.events.report import Report
from dragoman.events.tables import alike, thresholds, window
from dragoman.events.timing import UNDONE, compare_times
from dragoman.events.wording import mode_label, type_label
from dragoman.model import Link, Statement

REACHED = frozenset({"delivered", "donated"})
"""Stages at the end of a deal."""


def compare(a: Report, b: Report) -> Link | None:
    """Why the two are of one happening, None where too little says so or something speaks clearly against it.

    The link's `a` is the smaller of the two keys, so that the order of the arguments does not matter either.
    """
    a, b = sorted((a, b), key=lambda report: report.key)
    found = likeness(a, b)
    score = round(found.score, 4)
    return (
        Link(a=a.key, b=b.key, score=score, reasons=tuple(found.reasons)) if score >= thresholds()["linked"] else None
    )


def contradiction(a: Report, b: Report) -> str | None:
    """What rules out that the two are of one happening, in a sentence; None where nothing does."""
    return likeness(*sorted((a, b), key=lambda report: report.key)).barred


def likeness(a: Report, b: Report) -> Likeness:
    """All that speaks for and against; the first thing that rules it out, or leaves nothing to go by, ends it."""
    found = Likeness()
    found.add("base")
    for step in STEPS:
        step(a, b, found)
        if found.barred or found.unfounded:
            break
    return found


def compare_types(a: Report, b: Report, found: Likeness) -> None:
    """The same type and mode, or such as one happening may be told in."""
    one, other = a.statement, b.statement
    if not a.mergeable or not b.mergeable:
        found.bar("One of them is no event with somebody in it.")
        return
    found.total += min(window(one).prior, window(other).prior)
    if one.type != other.type:
        if not _paired(one.type, other.type, alike().types):
            found.bar(f"One tells of: {type_label(one.type)}, the other of: {type_label(other.type)}.")
            return
        told = f"One tells of: {type_label(one.type)}, the other of: {type_label(other.type)}, which may be one."
        found.add("type_differs", told)
    else:
        _compare_modes(one, other, found)


def _compare_modes(one: Statement, other: Statement, found: Likeness) -> None:
    mine, theirs = _mode(one), _mode(other)
    if not mine or not theirs:
        return
    told = f"One says: {mode_label(one.type, mine)}, the other: {mode_label(one.type, theirs)}"
    if mine == theirs:
        found.add("mode_same", f"Both say: {mode_label(one.type, mine)}.")
    elif {mine, theirs} <= set(alike().stages.get(one.type, ())):
        found.add("stage_differs", f"{told}, which are stages of one deal.")
    elif _paired(mine, theirs, alike().modes.get(one.type, ())):
        found.add("mode_differs", f"{told}, which may be one.")
    else:
        found.bar(f"{told}.")


def _mode(statement: Statement) -> str | None:
    """The mode; of a stage that is named but not reached ("will be delivered") none."""
    undone = statement.status in UNDONE and statement.mode in REACHED
    return None if undone and statement.type in alike().stages else statement.mode


def compare_texts(a: Report, b: Report, found: Likeness) -> None:
    """Copies of one text say the same; two statements of one text are two happenings unless they are told apart by
    nothing.
    """
    if a.document == b.document:
        if not _repeats(a, b):
            found.bar("One text tells of both, as of two.")
    elif a.copies and a.copies == b.copies:
        found.add("copies", "Their texts are copies of one.")


def _repeats(a: Report, b: Report) -> bool:
    one, other = a.statement, b.statement
    return (
        (one.type, one.mode, one.status, one.place) == (other.type, other.mode, other.status, other.place)
        and set(one.actors()) == set(other.actors())
        and (one.goods, one.instrument) == (other.goods, other.instrument)
        and (one.time is None or other.time is None or one.time.start == other.time.start)
    )


def _paired(one: str, other: str, pairs: tuple[tuple[str, str], ...]) -> bool:
    return (one, other) in pairs or (other, one) in pairs


STEPS: tuple[Callable[[Report, Report, Likeness], None], ...] = (
    compare_types,
    compare_parties,
    compare_times,
    compare_texts,
    compare_details,
)
