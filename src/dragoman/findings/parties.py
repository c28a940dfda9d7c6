"""Who an argument names; what can be asked at all where it names too few."""

from __future__ import annotations

from dragoman.actors import organisations, states
from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.nouns import Finding
from dragoman.model import Verdict


def known(*actors: str) -> bool:
    """Whether each is a state or an organisation: the record knows no regions ("the West")."""
    return all(actor in states() or actor in organisations() for actor in actors)


def first(claim: Claim, role: str) -> str | None:
    """The first in this role, None where nobody is named or a region is."""
    return next((actor for actor in claim.actors(role) if known(actor)), None)


def cannot_ask(draft: Draft, key: str) -> Finding:
    """The argument cannot be put to the record; `key` says why."""
    draft.because(key)
    return draft.done(Verdict.not_checkable)
