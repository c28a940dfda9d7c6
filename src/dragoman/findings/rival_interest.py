"""Rival interests: do the rivals have ties with the same states?

The place names the states, where the argument has one; else they are those whose tie the text is about.
"""

from __future__ import annotations

from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, known
from dragoman.findings.record import Record
from dragoman.findings.relations import tell_relation
from dragoman.model import Layer, Verdict

STATES = 2
"""States that the rivals are compared in."""


def find(claim: Claim, record: Record) -> Finding:
    """Ask for each rival with each of the states."""
    rivals = tuple(actor for actor in claim.actors("party") if known(actor))
    places = [actor for actor in claim.actors("place") if known(actor)] or list(record.subjects)
    places = [place for place in places if place not in rivals][:STATES]
    draft = Draft(
        claim, record, Said(key="question.rival_interest", slots={"parties": rivals, "places": tuple(places)})
    )
    if len(rivals) < 1 or not places:
        return cannot_ask(draft, "no_place_named")
    draft.cannot_see("interests", Layer.diplomacy)
    present = {place: [rival for rival in rivals if tell_relation(draft, record, rival, place)] for place in places}
    draft.another_verdict_if("would.rival_interest", parties=rivals)
    return draft.done(_verdict(claim, present, len(rivals), any(record.answering(Layer.arms, p) for p in places)))


def _verdict(claim: Claim, present: dict[str, list[str]], rivals: int, known_of: bool) -> Verdict:
    met = any(len(there) == rivals for there in present.values())
    if claim.denied:
        return Verdict.contradicted if met else Verdict.no_trace
    if met:
        return Verdict.supported
    if any(present.values()):
        return Verdict.partly
    return Verdict.no_trace if known_of else Verdict.not_checkable
