"""The date of a statement: the expression nearest to its trigger, settled by the tense of its verb."""

from __future__ import annotations

from dragoman.coding.draft import Draft
from dragoman.coding.tense import by_tense
from dragoman.coding.times import When, anchor, settled
from dragoman.model import Status, Time


def time(draft: Draft, whens: list[When], published: str | None) -> Time | None:
    """When it happened or is to happen, None where the trigger's sentence does not say."""
    when = nearest(draft, whens)
    if when is None:
        return None
    tense = by_tense(draft.reading, verb(draft, when))
    if tense not in (Status.happened, Status.planned):
        return when.time()
    return settled(when, anchor(published), past=tense is Status.happened).time()


def nearest(draft: Draft, whens: list[When]) -> When | None:
    """The date expression of the trigger's sentence that stands nearest to it.

    One beside a reporting verb is of the telling.
    """
    start = draft.reading.sentence.start
    telling = [draft.reading.tokens[s.verb] for r, s in draft.sayings if r is draft.reading and s.verb != draft.trigger]
    own = [w for w in whens if not any(0 <= w.first - (t.end - start) <= 2 for t in telling)]
    place = draft.reading.tokens[draft.trigger].start - start
    return min(own, key=lambda w: abs(w.first - place), default=None)


def verb(draft: Draft, when: When) -> int:
    """The verb above the last word of a date, else that of the trigger, else the trigger."""
    reading = draft.reading
    last = max(t.index for t in reading.tokens if t.start - reading.sentence.start < when.last)
    above = reading.verb_above(last)
    if above >= 0:
        return above
    own = reading.tokens[draft.trigger]
    governor = reading.verb_above(draft.trigger)
    return draft.trigger if own.form or own.short or governor < 0 else governor
