"""The figures of agreement over scored passages.

type, overlap, actors, strict: F1 of statements matched by ever more (`matching`); strict is the headline.
roles: of the `actors` matches, the share whose roles agree too. status, speaker: of the `overlap` matches, the share
that agree on the status, and on whether somebody is named as saying it. quiet: the share of the negative passages in
which nothing was coded. grounded: the share of coded statements whose evidence is the stored text.
All lie between 0 and 1; a share of nothing is None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.evaluation.matching import LEVELS, pairs
from dragoman.evaluation.scored import Scored


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of passages and statements, and the figures of the module."""

    passages: int
    gold: int
    coded: int
    type: float | None
    overlap: float | None
    actors: float | None
    strict: float | None
    precision: float | None
    """Of `strict`."""
    recall: float | None
    """Of `strict`."""
    roles: float | None
    status: float | None
    speaker: float | None
    quiet: float | None
    grounded: float | None


def figures(rows: Iterable[Scored]) -> Figures:
    """The figures over all these passages."""
    count: Counter[str] = Counter()
    for row in rows:
        tally(count, row)
    shares = {level: f1(count[level], count["gold"], count["coded"]) for level in LEVELS}
    return Figures(
        passages=count["passages"],
        gold=count["gold"],
        coded=count["coded"],
        **shares,
        precision=share(count["strict"], count["coded"]),
        recall=share(count["strict"], count["gold"]),
        roles=share(count["roles"], count["actors"]),
        status=share(count["status"], count["overlap"]),
        speaker=share(count["speaker"], count["overlap"]),
        quiet=share(count["quiet"], count["negative"]),
        grounded=share(count["grounded"], count["statements"]),
    )


def tally(count: Counter[str], row: Scored) -> None:
    """Add one passage to the counts."""
    gold, coded = row.gold, row.coded
    count.update(passages=1, gold=len(gold), coded=len(coded), grounded=row.grounded, statements=row.statements)
    for level, same in LEVELS.items():
        matched = pairs(gold, coded, same)
        count[level] += len(matched)
        if level == "overlap":
            count["status"] += sum(gold[i].status == coded[j].status for i, j in matched)
            count["speaker"] += sum(gold[i].speaker == coded[j].speaker for i, j in matched)
        if level == "actors":
            count["roles"] += sum(gold[i].roles == coded[j].roles for i, j in matched)
    if row.negative:
        count.update(negative=1, quiet=int(not coded))


def share(part: int, whole: int) -> float | None:
    """A share; None of nothing."""
    return part / whole if whole else None


def f1(hit: int, gold: int, coded: int) -> float | None:
    """The harmonic mean of precision and recall; None where nothing was annotated or coded."""
    return 2 * hit / (gold + coded) if gold + coded else None
