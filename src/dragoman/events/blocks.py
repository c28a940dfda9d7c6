"""Keys by which a report finds all others that it could be linked with, and no more than it must."""

from __future__ import annotations

from dragoman.events.parties import principals
from dragoman.events.report import Report
from dragoman.events.spans import reach
from dragoman.events.tables import families, window
from dragoman.events.words import goods_kinds

BUCKET = 28
"""Days of a stretch of time that one key stands for."""
UNDATED = "undated"


def blocks(report: Report) -> frozenset[str]:
    """`FAMILY:ACTOR:BUCKET` for every party and every stretch of time that the happening may lie in; of a deal also
    `FAMILY:PARTIES:GOODS` for every kind of goods in it.

    Two reports that `compare` links always share a key: they have a party in common, types of one family, and reaches
    that overlap, hence a day and its bucket in common; or they are of one deal, hence the same parties and a kind of
    goods. A report that cannot be merged has no keys.
    """
    if not report.mergeable:
        return frozenset()
    days = reach(report)
    buckets = [UNDATED] if days is None else [str(n) for n in range(days.first // BUCKET, days.last // BUCKET + 1)]
    family, actors = families()[report.statement.type], principals(report)
    dated = {f"{family}:{actor}:{bucket}" for actor in actors for bucket in buckets}
    return frozenset(dated | _of_deal(report, family, actors))


def _of_deal(report: Report, family: str, actors: frozenset[str]) -> set[str]:
    if not window(report.statement).deal:
        return set()
    parties = "+".join(sorted(actors))
    return {f"{family}:{parties}:{kind}" for kind in goods_kinds(report.statement.goods)}
