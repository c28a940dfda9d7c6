"""B-cubed: how well things were put together, thing by thing.

For a thing i that was put into the set F(i) and belongs into the set G(i)

    precision(i) = |F(i) ∩ G(i)| / |F(i)|        recall(i) = |F(i) ∩ G(i)| / |G(i)|

and the figures are the means over all things, F1 their harmonic mean. A. Bagga and B. Baldwin, Algorithms for Scoring
Coreference Chains, 1998. Where what was found is not what was to be found, a thing that is missing has the recall 0 and
no precision, one too many the precision 0 and no recall; either still counts in the size of its set.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Share:
    """Precision and recall of one thing; None where the thing was not found, or was not to be."""

    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class BCubed:
    """The figures over `count` things that were to be found; None over nothing."""

    count: int
    precision: float | None
    recall: float | None
    f1: float | None


def shares(found: Mapping[Thing, str], gold: Mapping[Thing, str]) -> dict[Thing, Share]:
    """Every thing's precision and recall, from thing to the name of its set, as found and as it should be."""
    own, right = _sets(found), _sets(gold)
    made = {}
    for thing in {**gold, **found}:
        together = own[found[thing]] if thing in found else frozenset()
        wanted = right[gold[thing]] if thing in gold else frozenset()
        both = len(together & wanted)
        made[thing] = Share(
            both / len(together) if together else None,
            both / len(wanted) if wanted else None,
        )
    return made


def bcubed(of: Iterable[Share]) -> BCubed:
    """The means over these things, which may be a part of those that `shares` was given."""
    listed = list(of)
    precision = _mean([share.precision for share in listed if share.precision is not None])
    recalls = [share.recall for share in listed if share.recall is not None]
    recall = _mean(recalls)
    return BCubed(len(recalls), precision, recall, _harmonic(precision, recall))


def _sets(labels: Mapping[Thing, str]) -> dict[str, frozenset[Thing]]:
    made: dict[str, set[Thing]] = {}
    for thing, label in labels.items():
        made.setdefault(label, set()).add(thing)
    return {label: frozenset(things) for label, things in made.items()}


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _harmonic(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return None
    return 2 * one * other / (one + other) if one + other else 0.0
