"""Counterweight: are those whom a tie is said to balance in dispute with one who enters it?"""

from __future__ import annotations

from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, known
from dragoman.findings.record import Record
from dragoman.findings.relations import tell_dispute
from dragoman.model import Layer, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """Ask for disputes of each party with the target."""
    parties = tuple(actor for actor in claim.actors("party") if known(actor))
    targets = tuple(actor for actor in claim.actors("target") if known(actor))
    draft = Draft(claim, record, Said(key="question.counterweight", slots={"parties": parties, "places": targets}))
    if not parties or not targets:
        return cannot_ask(draft, "no_target_named")
    found = [tell_dispute(draft, record, party, target) for party in parties[:3] for target in targets[:2]]
    draft.cannot_see("aims", Layer.diplomacy)
    draft.another_verdict_if("would.counterweight", parties=parties, places=targets)
    return draft.done(_verdict(claim, found))


def _verdict(claim: Claim, found: list[bool | None]) -> Verdict:
    """A dispute gives a reason to balance; that the tie was made for it, no record says: never more than "partly"."""
    if any(found):
        return Verdict.contradicted if claim.denied else Verdict.partly
    return Verdict.not_checkable if all(answer is None for answer in found) else Verdict.no_trace
