"""What merging got wrong on stories: two reports of two happenings put together, or two of one happening kept apart.

Those of the split `unread` are never listed: what is read is tuned on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from dragoman.evaluation.baselines import Labels
from dragoman.evaluation.scored import split_of
from dragoman.events import Report, likeness


@dataclass(frozen=True, slots=True)
class Mistake:
    """Two reports, whether they were put together, what speaks for it and, if anything, what rules it out."""

    a: Report
    b: Report
    together: bool
    score: float
    reasons: tuple[str, ...]
    against: str | None


def mistakes(reports: Mapping[str, Report], happening: Mapping[str, str], found: Labels) -> list[Mistake]:
    """One for every two sets that are confused: the two reports that are most alike. Wrong links come first."""
    best: dict[tuple[frozenset[str], frozenset[str]], Mistake] = {}
    keys = sorted(key for key in reports if key in happening and split_of(_story(key)) != "unread")
    for a, b in combinations(keys, 2):
        together = found[a] == found[b]
        if together == (happening[a] == happening[b]):
            continue
        mistake = _mistake(reports[a], reports[b], together=together)
        confused = (frozenset((happening[a], happening[b])), frozenset((found[a], found[b])))
        if confused not in best or mistake.score > best[confused].score:
            best[confused] = mistake
    return sorted(best.values(), key=lambda m: (not m.together, m.a.key, m.b.key))


def _mistake(a: Report, b: Report, *, together: bool) -> Mistake:
    found = likeness(a, b)
    return Mistake(a, b, together, found.score, tuple(found.reasons), found.barred or found.unfounded)


def _story(key: str) -> str:
    return key.rpartition("/")[0]
