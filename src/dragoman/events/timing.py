"""When, compared: the days that two reports give, or that their dates of publication allow."""

from __future__ import annotations

from dragoman.events.likeness import Likeness
from dragoman.events.parties import principals
from dragoman.events.report import Report
from dragoman.events.spans import FORWARD, Span, margin, period, reach, span
from dragoman.events.tables import thresholds, window
from dragoman.events.wording import days
from dragoman.events.words import goods_kinds
from dragoman.model import Status

UNDONE = frozenset({Status.called_for, Status.possible, Status.planned, Status.denied})
"""Statuses after which a deal may yet be taken up."""


def compare_times(a: Report, b: Report, found: Likeness) -> None:
    """Weigh when it was. Two dates further apart than the type allows, or windows that do not meet, rule it out."""
    one, other = span(a), span(b)
    if one is None or other is None:
        if one is not other:
            found.leave("Only one of them can be dated.")
        return
    gap = one.gap(other)
    apart = one.dated and other.dated and gap > min(margin(a), margin(b))
    if apart or not _reaches_meet(a, b):
        if taken_up(a, b):
            found.add("long_after", "The later one may take up the deal of the earlier one.")
        else:
            found.bar(f"They give dates {days(gap)} apart." if apart else "They are too far apart in time.")
    elif one.dated and other.dated:
        _both_dated(a, b, found)
    elif one.dated or other.dated:
        _one_dated(a, b, found)
    else:
        _by_publication(a, b, found)


def taken_up(a: Report, b: Report) -> bool:
    """Whether one report may tell, months later, what became of the deal that the other told of as not done yet.

    It is of the same parties and of goods of one kind, which is also what `blocks` finds it by.
    """
    one, other = a.statement, b.statement
    if not (window(one).deal and window(other).deal) or principals(a) != principals(b):
        return False
    if not goods_kinds(one.goods) & goods_kinds(other.goods):
        return False
    days = [period(report.published or "") for report in (a, b)]
    if days[0] is None or days[1] is None:
        return False
    first = a if days[0] <= days[1] else b
    return first.statement.status in UNDONE and abs(days[0][0] - days[1][0]) <= thresholds()["long"]


def _reaches_meet(a: Report, b: Report) -> bool:
    one, other = reach(a), reach(b)
    return one is not None and other is not None and one.gap(other) == 0


def _both_dated(a: Report, b: Report, found: Likeness) -> None:
    one, other = span(a), span(b)
    if one is None or other is None:
        return
    if not (one.exact and other.exact):
        found.add("days_overlap", "The dates that they give agree.", min(_share(one), _share(other)))
        return
    apart = abs(one.first - other.first)
    slack = min(window(report.statement).slack for report in (a, b))
    if apart == 0:
        found.add("same_day", "Both give the same day.")
    elif apart <= slack:
        found.add("day_apart", f"They give dates {days(apart)} apart.")
    else:
        found.add("within_length", f"They give dates {days(apart)} apart; such a happening may last as long.")


def _one_dated(a: Report, b: Report, found: Likeness) -> None:
    """The date that one gives against the day on which the other was published."""
    one, other = span(a), span(b)
    dated, undated = (one, b) if one is not None and one.dated else (other, a)
    published = period(undated.published or "")
    if dated is None or published is None:
        return
    apart = dated.gap(Span(*published, dated=False))
    told = f"One gives a date, and the other was published {f'{days(apart)} from it' if apart else 'on it'}."
    near, few = thresholds()["near"], thresholds()["few"]
    ahead = undated.statement.status in FORWARD and dated.first > published[1]
    far = "date_ahead" if ahead else "date_far"
    found.add("date_close" if apart < near else "date_fits" if apart <= few else far, told, _share(dated))


def _share(dated: Span) -> float:
    """How much a stretch of time counts: a season or a year agrees with much."""
    return thresholds()["wide_share"] if dated.last - dated.first >= thresholds()["wide"] else 1.0


def _by_publication(a: Report, b: Report, found: Likeness) -> None:
    one, other = period(a.published or ""), period(b.published or "")
    if one is None or other is None:
        return
    apart = max(0, one[0] - other[1], other[0] - one[1])
    told = f"Neither gives a date; they were published {f'{days(apart)} apart' if apart else 'on the same day'}."
    near = thresholds()["near"]
    found.add("published_close" if apart <= 1 else "published_near" if apart <= near else "published_apart", told)
