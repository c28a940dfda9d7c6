"""Threat to a third state: is it in dispute with one who gains, and have arms come to that one from the others?"""

from __future__ import annotations

from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, known
from dragoman.findings.record import Record
from dragoman.findings.relations import tell_dispute, tell_relation
from dragoman.model import Layer, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """Ask for disputes of those who gain with the one who is said to be in danger."""
    gaining = tuple(actor for actor in claim.actors("beneficiary", "party") if known(actor))
    targets = tuple(actor for actor in claim.actors("target") if known(actor))
    draft = Draft(claim, record, Said(key="question.third_party_threat", slots={"parties": gaining, "places": targets}))
    if not gaining or not targets:
        return cannot_ask(draft, "no_target_named")
    found = [tell_dispute(draft, record, one, target) for one in gaining[:2] for target in targets[:1]]
    for other in gaining[1:2]:
        tell_relation(draft, record, gaining[0], other)
    draft.cannot_see("aims", Layer.dispute)
    draft.another_verdict_if("would.counterweight", parties=gaining, places=targets)
    if any(found):
        return draft.done(Verdict.contradicted if claim.denied else Verdict.partly)
    return draft.done(Verdict.not_checkable if all(a is None for a in found) else Verdict.no_trace)
