"""Gain of a third state: what it has with each of the two whose tie is said to serve it.

Whether it profits is a judgement that no record holds; what can be shown is how it stands to both.
"""

from __future__ import annotations

from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, first, known
from dragoman.findings.record import Record
from dragoman.findings.relations import tell_relation
from dragoman.model import Layer, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """Tell the ties of the third with each; the verdict is always that it cannot be checked as it is put."""
    third = first(claim, "beneficiary")
    parties = tuple(actor for actor in claim.actors("party") if known(actor) and actor != third)
    slots: dict[str, str | int | float | tuple[str, ...]] = {"parties": parties[:2]} if parties else {}
    draft = Draft(claim, record, Said(key="question.third_party_gain", slots=slots | ({"a": third} if third else {})))
    if not third or not parties:
        return cannot_ask(draft, "nobody_named")
    for party in parties[:2]:
        tell_relation(draft, record, third, party)
    draft.because("interpretation")
    draft.cannot_see("interests", Layer.diplomacy)
    return draft.done(Verdict.not_checkable)
