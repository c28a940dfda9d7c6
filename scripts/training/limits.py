"""Thresholds: the best F1 of events with the very same actors, over folds that the weights have not seen."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from dragoman.coding.learned.attempt import Attempt
from dragoman.coding.learned.link import Weighed, decide
from dragoman.coding.learned.merits import merits
from dragoman.coding.learned.model import Model
from dragoman.coding.learned.revise import limit_of
from training.data import Recorded, Text, copied
from training.fitting import Row, fitted, regression

FOLDS = 5
LANGUAGES = ("ru",)
"""Languages that the learned part works for: the English rules lost by it (real news, 127 events: F1 .52 to .47)."""

ROLES = {"fill": (0.6, 0.65, 0.7), "more": (0.9, 0.95)}
STANDS = {"sure": (0.0, 0.03), "actors": (0.55, 0.6, 0.7)}
"""No looser than this: what is stated wrongly costs a reader more than what is left out."""

OFF = {"fill": 1.1, "more": 1.1}
MERIT_DECAY = 6.0
"""L2 penalty of the weights for whether a draft stands."""

Judged = list[tuple[Recorded, list[Weighed]]]


@dataclass(frozen=True, slots=True)
class Mended:
    """A draft with its actors linked, with all who were weighed, and later its probability."""

    recorded: Recorded
    attempt: Attempt
    weighed: list[Weighed]
    chance: float = 0.0

    @property
    def merits(self) -> list[str]:
        """What speaks for and against it."""
        return merits(self.attempt, self.recorded.seen, self.weighed)

    @property
    def right(self) -> bool:
        """Whether it tells the annotated event with the very same actors."""
        gold = self.recorded.gold
        return gold is not None and gold.actors == self.attempt.draft.main_actors


def fold(identity: str) -> int:
    """The fold of a text, by its id."""
    return int(hashlib.sha256(f"fold {identity}".encode()).hexdigest(), 16) % FOLDS


def weighed(drafts: Sequence[Recorded], weights: dict[str, float]) -> Judged:
    """The drafts with their candidates weighed."""
    model = Model(weights, {})
    found = []
    for draft in drafts:
        own = [Weighed(c, model.score(features.spelt_out()), features) for c, features in draft.candidates]
        found.append((draft, sorted(own, key=lambda w: -w.probability)))
    return found


def unseen(drafts: Sequence[Recorded]) -> Judged:
    """Every draft weighed by a model that has not seen its text."""
    found: Judged = []
    for number in range(FOLDS):
        weights = fitted([d for d in drafts if fold(d.text) != number])
        found += weighed([d for d in drafts if fold(d.text) == number], weights)
    return found


def mended(judged: Judged, limits: dict[str, float]) -> list[Mended]:
    """The drafts with their actors linked."""
    found = []
    for recorded, own in judged:
        draft = copied(recorded.draft)
        decide(draft, own, Model({}, limits))
        if draft.main_actors:
            attempt = replace(recorded.attempt, draft=draft)
            found.append(Mended(recorded, attempt, own))
    return found


def merit_rows(drafts: Iterable[Mended]) -> list[Row]:
    """What the weights for standing are learned from."""
    return [(m.merits, m.right) for m in drafts if not m.recorded.optional]


def unseen_chances(drafts: Sequence[Mended]) -> list[Mended]:
    """Every draft with its probability by weights that have not seen its text."""
    found = []
    for number in range(FOLDS):
        model = Model(regression(merit_rows(m for m in drafts if fold(m.recorded.text) != number), MERIT_DECAY), {})
        found += [replace(m, chance=model.score(m.merits)) for m in drafts if fold(m.recorded.text) == number]
    return found


def options(grid: dict[str, tuple[float, ...]]) -> list[dict[str, float]]:
    """Every combination of thresholds."""
    return [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]


def by_rules(drafts: Sequence[Mended]) -> list[Mended]:
    """The drafts that stand where only the rules judge."""
    return [m for m in drafts if not m.attempt.doubt]


def standing(drafts: Sequence[Mended], limits: dict[str, float]) -> list[Mended]:
    """The drafts that stand, of one trigger one."""
    found: dict[tuple[str, int, int], Mended] = {}
    for m in sorted(drafts, key=lambda m: (bool(m.attempt.doubt), -m.chance)):
        key = m.recorded.text, m.attempt.draft.reading.sentence.index, m.attempt.draft.trigger
        if m.attempt.doubt and not m.recorded.draft.main_actors:
            continue
        if m.chance >= limits[limit_of(m.attempt)] and key not in found:
            found[key] = m
    return list(found.values())


def exact(drafts: Sequence[Mended]) -> float:
    """Of the drafts of annotated events, the share with the very same actors."""
    rows = [m for m in drafts if m.recorded.gold]
    return sum(m.attempt.draft.main_actors == m.recorded.gold.actors for m in rows if m.recorded.gold) / len(rows)


def f1(texts: Sequence[Text], drafts: Sequence[Mended]) -> float:
    """F1 of events of the same type and actors, each text's told once."""
    made: dict[str, Counter[tuple[str, frozenset[str]]]] = {}
    for m in drafts:
        if not m.recorded.optional:
            draft = m.attempt.draft
            made.setdefault(m.recorded.text, Counter())[draft.frame.type, draft.main_actors] = 1
    gold = {t.document.id: Counter((e.type, e.actors) for e in t.events) for t in texts}
    right = sum((made[name] & gold[name]).total() for name in made)
    total = sum(c.total() for c in made.values()) + sum(c.total() for c in gold.values())
    return 2 * right / total if total else 0.0


def best(found: Sequence[dict[str, float]], value: Callable[[dict[str, float]], float]) -> dict[str, float]:
    """The thresholds with the highest value; of equals the first."""
    return max(found, key=value)
