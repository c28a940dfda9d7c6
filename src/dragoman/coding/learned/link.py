"""Linking: actors put into the roles that the case frames left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.draft import Draft, Link
from dragoman.coding.learned.candidates import Candidate, candidates
from dragoman.coding.learned.features import Crossed, Seen, crossed
from dragoman.coding.learned.model import Model


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its probability."""

    candidate: Candidate
    probability: float
    features: Crossed


def weigh(seen: Seen, model: Model) -> list[Weighed]:
    """Every candidate with its probability, likeliest first; equals in the order of the text."""
    found = [
        Weighed(candidate, model.score_crossed(named), named)
        for candidate in candidates(seen.draft, seen.scene)
        for named in [crossed(seen, candidate)]
    ]
    return sorted(found, key=lambda w: -w.probability)


def decide(draft: Draft, weighed: Sequence[Weighed], model: Model) -> None:
    """Put in likely actors; whom the rules put in stays."""
    for one in weighed:
        role, codes = one.candidate.role, set(one.candidate.codes)
        complete = len(draft.main_actors) > 1 if role == "party" else bool(draft.codes(role))
        limit = model.limits["more" if complete else "fill"]
        if one.probability >= limit and not codes & draft.main_actors:
            put(draft, one, model)


def put(draft: Draft, one: Weighed, model: Model) -> None:
    """Link a candidate, and keep why."""
    role, codes, argument = one.candidate.role, one.candidate.codes, one.candidate.argument
    draft.links.append(Link(role, codes, one.probability, model.reasons(one.features.spelt_out())))
    if argument is not None:
        draft.filled.setdefault(role, []).append(argument)
    else:
        draft.extra[role] = (*draft.extra.get(role, ()), *codes)
