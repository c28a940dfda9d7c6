"""Consent of the origin state to a re-transfer: no open record holds it; embargoes on record speak against it."""

from __future__ import annotations

from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.layers import reach
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, first
from dragoman.findings.record import Record
from dragoman.model import Layer, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """Look for a restriction of the origin on the one who is to receive."""
    origin, beneficiary = first(claim, "origin"), first(claim, "beneficiary")
    slots = {name: code for name, code in (("a", beneficiary), ("b", origin)) if code}
    draft = Draft(claim, record, Said(key="question.consent", slots=slots))
    if not origin or not beneficiary:
        return cannot_ask(draft, "nobody_named")
    barred = [
        t for t in record.between(origin, beneficiary, [Layer.restriction], directed=True) if reach(t) >= record.year
    ]
    draft.rests_on(barred)
    if barred:
        draft.because(
            "barred", a=beneficiary, b=origin, named=barred[0].subject, first=int((barred[0].start or "0")[:4])
        )
    draft.because("no_record_of_consent")
    draft.cannot_see("consents", Layer.technology)
    return draft.done(Verdict.not_checkable)
