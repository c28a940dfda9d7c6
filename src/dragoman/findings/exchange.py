"""Exchange: do the two have ties of several kinds at the same time? That one was given for the other, none says."""

from __future__ import annotations

from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.layers import COOPERATIVE, reach
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, known
from dragoman.findings.record import Record
from dragoman.findings.relations import tell_relation
from dragoman.findings.thresholds import limit
from dragoman.model import Layer, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """Count the layers that reach into the last years."""
    parties = tuple(actor for actor in claim.actors("party") if known(actor))
    draft = Draft(claim, record, Said(key="question.exchange", slots={"parties": parties}))
    if len(parties) < 2:
        return cannot_ask(draft, "no_pair_named")
    a, b = parties[:2]
    tell_relation(draft, record, a, b)
    draft.cannot_see("terms", Layer.agreement)
    draft.another_verdict_if("would.exchange", a=a, b=b)
    count = len({tie.layer for tie in record.between(a, b, COOPERATIVE) if reach(tie) >= record.recently})
    enough = count >= limit("practical_layers")
    if claim.denied:
        return draft.done(Verdict.not_checkable)
    return draft.done(Verdict.partly if enough else Verdict.not_checkable)
