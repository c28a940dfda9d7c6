"""Influence: with how many, and as what, does a state stand in the record, and does that grow?

What texts call weight or standing is more than that. The record can only say whether a state has more partners than it
had, and more than others have: so the verdict is never more than "partly".
"""

from __future__ import annotations

from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.layers import COOPERATIVE
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, first
from dragoman.findings.record import Record
from dragoman.findings.thresholds import limit
from dragoman.model import Layer, Polarity, Tie, Verdict

LOOKED_INTO = (Layer.agreement, Layer.arms, Layer.exercise)


def find(claim: Claim, record: Record) -> Finding:
    """Count the partners with whom something began, in the last window and in the one before."""
    beneficiary, place = first(claim, "beneficiary"), first(claim, "place")
    slots = {name: code for name, code in (("a", beneficiary), ("place", place)) if code}
    draft = Draft(claim, record, Said(key="question.influence", slots=slots))
    if not beneficiary:
        return cannot_ask(draft, "nobody_named")
    window = int(limit("window"))
    for layer in LOOKED_INTO:
        draft.looked_into(layer, record.answering(layer, beneficiary))
    draft.cannot_see("weight", Layer.diplomacy)
    draft.another_verdict_if("would.influence", a=beneficiary)
    newest = _newest(record, beneficiary)
    if newest <= record.year - window:
        return cannot_ask(draft, "no_record_of_late_of")
    ties = [tie for tie in record.of(beneficiary, COOPERATIVE) if record.answers(tie, beneficiary)]
    last = _partners(ties, beneficiary, newest - window + 1, newest)
    before = _partners(ties, beneficiary, newest - 2 * window + 1, newest - window)
    dataset = next((tie.dataset for tie in ties), "")
    if dataset:
        draft.figure("partners", len(before), "states", dataset, since=newest - 2 * window + 1, until=newest - window)
        draft.figure("partners", len(last), "states", dataset, since=newest - window + 1, until=newest)
    draft.rests_on(tie for tie in ties if tie.start and int(tie.start[:4]) > newest - window)
    new = tuple(sorted(last - before))
    draft.because("partners", n=len(last), before=len(before), since=newest - window + 1, until=newest, a=beneficiary)
    if new:
        draft.because("new_partners", partners=new[:5], a=beneficiary)
    return draft.done(_verdict(claim, len(last) - len(before)))


def _newest(record: Record, beneficiary: str) -> int:
    """The last year that as many of the layers reach to as it takes: arms alone say nothing of weight."""
    ends = [max((one.until for one in record.answering(layer, beneficiary)), default=0) for layer in LOOKED_INTO]
    return sorted(ends, reverse=True)[int(limit("practical_layers")) - 1]


def _partners(ties: list[Tie], actor: str, since: int, until: int) -> set[str]:
    """Those with whom something began in these years."""
    begun = (tie for tie in ties if tie.start and since <= int(tie.start[:4]) <= until)
    return {tie.source if tie.target == actor else tie.target for tie in begun}


def _verdict(claim: Claim, change: int) -> Verdict:
    change = -change if claim.polarity is Polarity.loss else change
    grown = change >= limit("change_in_ties")
    return Verdict.partly if grown != claim.denied else Verdict.no_trace
