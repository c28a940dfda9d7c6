"""Linking: actors put into the roles that the case frames left open, doubtful ones taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.draft import Draft, Link
from dragoman.coding.learned.candidates import Candidate, candidates, side
from dragoman.coding.learned.features import Seen, features
from dragoman.coding.learned.model import Model


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its probability."""

    candidate: Candidate
    probability: float
    features: list[str]


def weigh(seen: Seen, model: Model) -> list[Weighed]:
    """Every candidate with its probability, likeliest first; equals in the order of the text."""
    found = [
        Weighed(candidate, model.score(named), named)
        for candidate in candidates(seen.draft, seen.scene)
        for named in [features(seen, candidate)]
    ]
    return sorted(found, key=lambda w: -w.probability)


def decide(draft: Draft, weighed: Sequence[Weighed], model: Model) -> None:
    """Take out improbable actors and put in likely ones."""
    drop(draft, weighed, model.limits)
    for one in weighed:
        role, codes = one.candidate.role, set(one.candidate.codes)
        complete = len(draft.main_actors) > 1 if role == "party" else bool(draft.codes(role))
        limit = model.limits["more" if complete else "fill"]
        if one.probability >= limit and not codes & draft.main_actors:
            put(draft, one, model)


def drop(draft: Draft, weighed: Sequence[Weighed], limits: Mapping[str, float]) -> None:
    """Take out actors that are likelier to stand outside, as long as somebody stays or somebody likelier is at hand."""
    best = probabilities(weighed)
    for role in [*draft.filled, *draft.extra]:
        own = side(role)
        rival = max((p for (s, c), p in best.items() if s == own and c not in draft.main_actors), default=0.0)
        limit = limits["swap"] if rival >= limits["fill"] else limits["drop"]
        doubtful = {c for c in draft.codes(role) if best.get((own, c), 1.0) < limit}
        if doubtful and (draft.main_actors - doubtful or rival >= limits["fill"]):
            remove(draft, role, doubtful)


def probabilities(weighed: Sequence[Weighed]) -> dict[tuple[str, str], float]:
    """(side, actor) to the highest probability of its phrases."""
    best: dict[tuple[str, str], float] = {}
    for one in weighed:
        for code in one.candidate.codes:
            key = side(one.candidate.role), code
            best[key] = max(best.get(key, 0.0), one.probability)
    return best


def put(draft: Draft, one: Weighed, model: Model) -> None:
    """Link a candidate, and keep why."""
    role, codes, argument = one.candidate.role, one.candidate.codes, one.candidate.argument
    draft.links.append(Link(role, codes, one.probability, model.reasons(one.features)))
    if argument is not None:
        draft.filled.setdefault(role, []).append(argument)
    else:
        draft.extra[role] = (*draft.extra.get(role, ()), *codes)


def remove(draft: Draft, role: str, codes: set[str]) -> None:
    """Take actors out of a role."""
    if role in draft.filled:
        left = [replace(a, codes=tuple(c for c in a.codes if c not in codes)) for a in draft.filled[role]]
        kept = [a for a, b in zip(left, draft.filled[role], strict=True) if a.codes or not b.codes]
        draft.filled[role] = kept
    if role in draft.extra:
        draft.extra[role] = tuple(c for c in draft.extra[role] if c not in codes)
