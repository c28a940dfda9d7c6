"""What the importers of machine-coded events share: from a code and two states to a tie."""

from __future__ import annotations

from dragoman.datasets.codes import Code
from dragoman.datasets.reading import Reading
from dragoman.model import Tie

NOT_BETWEEN = "not between two states"
WITHIN = "within one state"
OTHER_CODE = "no defence diplomacy by its code"
CIVIL = "by its code defence diplomacy only between military actors, and none is named"
NO_ACTOR = "a party is no state or organisation"


def event_tie(
    reading: Reading,
    code: Code,
    source: str | None,
    target: str | None,
    date: str | None,
    *,
    record: str,
    details: dict[str, str],
) -> Tie | None:
    """The tie of one event; None, and counted, where a party is no actor or both are the same."""
    if source is None or target is None:
        reading.skip(NO_ACTOR)
        return None
    if source == target:
        reading.skip(WITHIN)
        return None
    if code.turned:
        source, target = target, source
    return reading.tie(
        record=record,
        layer=code.layer,
        type=code.type,
        mode=code.mode,
        source=source,
        target=target,
        directed=code.directed,
        start=date,
        end=date,
        status=code.status,
        subject=code.name,
        details=details,
    )
