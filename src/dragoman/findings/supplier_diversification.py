"""Diversification of suppliers: do the shares spread, and on how many deliveries does that rest?"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, first
from dragoman.findings.record import Record
from dragoman.findings.supply import share_of, supply, tell_concentration, tell_last
from dragoman.model import Layer, Polarity, Status, Verdict
from dragoman.network import Suppliers, SupplierWindow
from dragoman.network.settings import deliveries


def find(claim: Claim, record: Record) -> Finding:
    """Compare the concentration of the windows that have enough deliveries to be compared."""
    beneficiary, old, new = first(claim, "beneficiary"), first(claim, "origin"), first(claim, "enabler")
    slots = {name: code for name, code in (("a", beneficiary), ("old", old), ("new", new)) if code}
    draft = Draft(claim, record, Said(key="question.supplier_diversification", slots=slots))
    if not beneficiary:
        return cannot_ask(draft, "nobody_named")
    draft.looked_into(Layer.arms, record.answering(Layer.arms, beneficiary))
    found = supply(record, beneficiary)
    if found is None:
        known = record.answering(Layer.arms, beneficiary)
        return cannot_ask(draft, "no_deliveries" if known else "not_covered")
    tell_concentration(draft, found)
    for supplier in dict.fromkeys(filter(None, (old, new, _formerly_first(found)))):
        tell_last(draft, record, supplier, beneficiary)
    draft.cannot_see("register", Layer.arms)
    draft.another_verdict_if("would.supplier_diversification", a=beneficiary)
    return draft.done(_verdict(claim, found.windows, new))


def _formerly_first(found: Suppliers) -> str | None:
    """The greatest supplier of the oldest window: the one that a state would turn away from."""
    return next((window.shares[0].supplier for window in found.windows if window.shares), None)


def _verdict(claim: Claim, windows: Sequence[SupplierWindow], new: str | None) -> Verdict:
    """What the argument says is compared with what the concentration did. One who is named has to have delivered."""
    indices = [window.index.value for window in windows if window.enough and window.index]
    if len(indices) < 2:
        return Verdict.not_checkable
    change, least = indices[-1] - indices[0], deliveries().change.value
    if claim.polarity is Polarity.loss:
        change = -change
    if change >= least:
        return Verdict.partly if claim.denied else Verdict.contradicted
    if change > -least:
        return Verdict.no_trace
    if claim.denied:
        return Verdict.contradicted
    asserted = claim.status in (Status.happened, Status.ongoing)
    delivers = new is not None and share_of(windows[-1], new) is not None
    return Verdict.supported if delivers or (asserted and new is None) else Verdict.partly
