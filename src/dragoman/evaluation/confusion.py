"""What is taken for what: of statements with a shared actor, the annotated against the coded type or status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.evaluation.matching import overlap, pairs, same_type
from dragoman.evaluation.said import Said
from dragoman.evaluation.scored import Scored

NOTHING = "-"
"""Stands for no statement: annotated and not coded, or coded and not annotated."""


@dataclass(slots=True)
class Confusion:
    """(annotated, coded) to how often; `-` where there was nothing on that side."""

    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)


def confusion(rows: Iterable[Scored]) -> Confusion:
    """Types over all statements; statuses over those matched by type and a shared actor."""
    found = Confusion()
    for row in rows:
        matched = pairs(row.gold, row.coded, overlap)
        for i, j in matched:
            found.types[row.gold[i].type, row.coded[j].type] += 1
            found.statuses[row.gold[i].status, row.coded[j].status] += 1
        gold = [g for i, g in enumerate(row.gold) if i not in {i for i, _ in matched}]
        coded = [c for j, c in enumerate(row.coded) if j not in {j for _, j in matched}]
        taken = leftover(found, gold, coded)
        found.types.update((g.type, NOTHING) for i, g in enumerate(gold) if i not in {i for i, _ in taken})
        found.types.update((NOTHING, c.type) for j, c in enumerate(coded) if j not in {j for _, j in taken})
    return found


def leftover(found: Confusion, gold: list[Said], coded: list[Said]) -> list[tuple[int, int]]:
    """Match what is left: by type with other actors first, then by shared actors with another type."""
    matched = pairs(gold, coded, lambda g, c: same_type(g, c) or g.actors <= c.actors or c.actors <= g.actors)
    found.types.update((gold[i].type, coded[j].type) for i, j in matched)
    return matched
