"""Entanglement: is the partner in a dispute, and is a pledge in force that could draw the other in?"""

from __future__ import annotations

from dragoman.findings import layers
from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, known
from dragoman.findings.record import Record
from dragoman.findings.relations import tell_dispute
from dragoman.model import Layer, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """A pledge between the parties, and disputes of each of them with the source of the danger."""
    parties = tuple(actor for actor in claim.actors("party") if known(actor))
    sources = tuple(actor for actor in claim.actors("source") if known(actor) and actor not in parties)
    draft = Draft(claim, record, Said(key="question.entanglement", slots={"parties": parties, "places": sources}))
    if not parties or len(parties) + len(sources) < 2:
        return cannot_ask(draft, "no_pair_named")
    first, second = (*parties, *sources)[:2]
    pledges = [t for t in record.between(first, second, [Layer.alliance]) if layers.reach(t) >= record.recently]
    layers.tell(draft, record, [Layer.alliance], pledges)
    draft.looked_into(Layer.alliance, record.answering(Layer.alliance, first, second))
    fights = [tell_dispute(draft, record, party, source) for party in parties[:2] for source in sources[:2]]
    draft.cannot_see("aims", Layer.dispute)
    draft.another_verdict_if("would.entanglement", parties=parties)
    if claim.denied:
        return draft.done(Verdict.contradicted if pledges and any(fights) else Verdict.no_trace)
    if pledges and any(fights):
        return draft.done(Verdict.supported)
    if pledges or any(fights):
        return draft.done(Verdict.partly)
    known_of = record.answering(Layer.alliance, first, second) or any(answer is not None for answer in fights)
    return draft.done(Verdict.no_trace if known_of else Verdict.not_checkable)
