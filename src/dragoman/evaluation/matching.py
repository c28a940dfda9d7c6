"""Which coded statement is which annotated one: one to one inside a passage, the closest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.evaluation.said import Said

Same = Callable[[Said, Said], bool]


def same_type(gold: Said, coded: Said) -> bool:
    """The same type."""
    return gold.type == coded.type


def overlap(gold: Said, coded: Said) -> bool:
    """The same type and at least one shared actor."""
    return gold.type == coded.type and bool(gold.actors & coded.actors)


def same_actors(gold: Said, coded: Said) -> bool:
    """The same type and the very same set of actors."""
    return gold.type == coded.type and gold.actors == coded.actors


def strict(gold: Said, coded: Said) -> bool:
    """The same type, actors, status and polarity."""
    return same_actors(gold, coded) and gold.status == coded.status and gold.polarity == coded.polarity


LEVELS: dict[str, Same] = {"type": same_type, "overlap": overlap, "actors": same_actors, "strict": strict}


def pairs(gold: Sequence[Said], coded: Sequence[Said], same: Same) -> list[tuple[int, int]]:
    """Indices of the matched, closest by shared roles, then actors, then status; equals in the order of the text."""

    def closeness(i: int, j: int) -> tuple[int, int, bool]:
        g, c = gold[i], coded[j]
        return len(g.roles & c.roles), len(g.actors & c.actors), g.status == c.status

    ranked = sorted(
        ((closeness(i, j), -i, -j) for i, g in enumerate(gold) for j, c in enumerate(coded) if same(g, c)), reverse=True
    )
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for _, i, j in ranked:
        if -i not in left and -j not in right:
            left.add(-i)
            right.add(-j)
            chosen.append((-i, -j))
    return chosen
