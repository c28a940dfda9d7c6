"""Signal: deterrence and messages are read into acts; no record holds what was meant."""

from __future__ import annotations

from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import known
from dragoman.findings.record import Record
from dragoman.model import Layer, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """Never checkable; the question is kept, so that a reader sees that it was seen."""
    named = tuple(actor for actor in claim.actors() if known(actor))
    draft = Draft(claim, record, Said(key="question.signal", slots={"parties": named} if named else {}))
    draft.because("interpretation")
    draft.cannot_see("aims", Layer.diplomacy)
    return draft.done(Verdict.not_checkable)
