"""Which of a newer coder's statements says what an older one said: the best pairs first, each statement once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.model import Statement

Forms = Sequence[Statement]
"""A statement as it was coded and, where a reviewer corrected it, as it stands: it may be found again as either."""


def matched(old: Mapping[str, Forms], fresh: Mapping[str, Statement]) -> dict[str, str]:
    """The key of the newer statement for the key of each older one that is found again.

    All older statements have to be given, judged or not: of two on the same words each takes what is most like it, so
    that a judged one does not take what the other has become.
    """
    ranked = sorted(
        ((rank, before, now) for before, forms in old.items() for rank, now in _ranked(before, forms, fresh)),
        key=lambda found: (*(-part for part in found[0]), found[1], found[2]),
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, before, now in ranked:
        if before not in pairs and now not in taken:
            pairs[before] = now
            taken.add(now)
    return pairs


def _ranked(key: str, forms: Forms, fresh: Mapping[str, Statement]) -> Iterable[tuple[tuple[int, ...], str]]:
    for now, statement in fresh.items():
        ranks = [rank for form in forms if (rank := likeness(form, statement))]
        if key == now or ranks:
            yield (int(key == now), *max(ranks, default=(0, 0, 0, 0))), now


def likeness(a: Statement, b: Statement) -> tuple[int, int, int, int] | None:
    """How much two statements of one text are the same, to be compared; None where they are two.

    Their words overlap, and two of three are the same: the type, the actors, the word that triggers them. Statements of
    the same type and trigger have an actor in common too, unless one of them has none.
    """
    shared = min(a.evidence.end, b.evidence.end) - max(a.evidence.start, b.evidence.start)
    if shared <= 0:
        return None
    kind = (a.kind, a.type) == (b.kind, b.type)
    mine, theirs = set(a.actors()), set(b.actors())
    trigger = a.cues.trigger[0] < b.cues.trigger[1] and b.cues.trigger[0] < a.cues.trigger[1]
    if kind + (mine == theirs) + trigger < 2 or (mine and theirs and not mine & theirs):
        return None
    return (int(kind), int(mine == theirs), int(trigger), shared)
