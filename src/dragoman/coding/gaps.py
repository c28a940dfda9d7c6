"""What a draft still lacks, and how it takes that over from another."""

from __future__ import annotations

from dragoman.coding.draft import GIVERS, TAKERS, Draft
from dragoman.coding.slots import shared_role

TRANSFERS = frozenset({"arms_transfer", "military_aid", "aid", "training", "technology_transfer"})
"""Types with a giver and a taker that an article speaks of in one breath."""

HOSTILE = frozenset({"threat", "clash", "restriction"})
"""Types whose two sides are not the parties of what is told beside them."""

SYMMETRIC = frozenset(
    {"meeting", "negotiation", "agreement", "exercise", "partnership", "co_production", "intelligence_sharing"}
)


def wanted(draft: Draft) -> list[str]:
    """The roles of a draft that still lack an actor, intermediaries, origins and places left out."""
    return [r for r in draft.frame.roles if r not in ("intermediary", "origin", "place") and not draft.codes(r)]


def lacking(draft: Draft) -> bool:
    """Whether a draft lacks a party it needs."""
    if shared_role(draft.frame):
        return len(draft.main_actors) < 2
    return bool(wanted(draft))


def share(draft: Draft, other: Draft) -> None:
    """Take over actors: parties become parties; a giver stays a giver; the one that is left takes the empty role."""
    if not lacking(draft):
        return
    role = shared_role(draft.frame)
    if role:
        more = tuple(c for c in other.main_actors if c not in draft.actors)
        if more and (not draft.actors or draft.actors & other.actors):
            draft.extra[role] = (*draft.extra.get(role, ()), *sorted(more))
        return
    for role in wanted(draft):
        side = GIVERS if role in GIVERS else TAKERS
        codes = tuple(c for c in other.codes(*side) if c not in draft.actors)
        if not codes and "party" in other.frame.roles:
            rest = tuple(c for c in other.codes("party") if c not in draft.actors)
            codes = rest if len(rest) == 1 and draft.actors else ()
        if codes:
            draft.extra[role] = codes
