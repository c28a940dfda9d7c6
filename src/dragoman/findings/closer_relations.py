"""Closer relations: what two have with each other, how that changed, and whether a go-between stands in any of it."""

from __future__ import annotations

from itertools import combinations

from dragoman.findings import layers
from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.layers import COOPERATIVE
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, first, known
from dragoman.findings.record import Record
from dragoman.findings.supply import tell_shares
from dragoman.findings.thresholds import limit
from dragoman.model import Layer, Polarity, Tie, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """Count what began between the two in the last window and in the one before it, where a record reaches so far."""
    parties = [actor for actor in claim.actors("party") if known(actor)]
    via = first(claim, "intermediary")
    slots = {"a": parties[0] if parties else None, "b": parties[1] if len(parties) > 1 else None, "via": via}
    named = {name: code for name, code in slots.items() if code}
    draft = Draft(claim, record, Said(key="question.closer_relations", slots=named))
    if len(parties) < 2:
        return cannot_ask(draft, "no_pair_named")
    a, b = parties[:2]
    ties = [tie for one, other in combinations(parties, 2) for tie in record.between(one, other, COOPERATIVE)]
    _tell(draft, record, ties, a, b)
    draft.another_verdict_if("would.closer_relations", a=a, b=b)
    if via:
        return draft.done(_through(draft, record, claim, ties, via, a, b))
    return draft.done(_change(draft, record, claim, ties, a, b))


def _tell(draft: Draft, record: Record, ties: list[Tie], a: str, b: str) -> None:
    told = [layer for layer in COOPERATIVE if layer is not Layer.arms]
    found = layers.tell(draft, record, told, ties)
    shares = tell_shares(draft, record, [tie for tie in ties if tie.layer is Layer.arms], a, b)
    for layer in (Layer.agreement, Layer.alliance):
        draft.looked_into(layer, record.answering(layer, a, b))
    if not found and not shares:
        draft.because("nothing_between" if _reaches(record, a, b) else "not_covered", a=a, b=b)


def _through(draft: Draft, record: Record, claim: Claim, ties: list[Tie], via: str, a: str, b: str) -> Verdict:
    """A go-between shows in a tie that names it, or in one that all three share."""
    with_via = {tie.group for one in (a, b) for tie in record.between(via, one, COOPERATIVE) if tie.group}
    found = [t for t in ties if any(p.actor == via for p in t.others) or (t.group is not None and t.group in with_via)]
    if found:
        draft.rests_on(found)
        draft.because("all_three", n=len({tie.group or tie.record for tie in found}), a=a, b=b, via=via)
        return Verdict.contradicted if claim.denied else Verdict.partly
    if not _reaches(record, a, b, via):
        return Verdict.not_checkable
    draft.because("no_link_through", a=a, b=b, via=via)
    return Verdict.no_trace


def _change(draft: Draft, record: Record, claim: Claim, ties: list[Tie], a: str, b: str) -> Verdict:
    """More began in the last window than in the one before it, by more than chance makes."""
    window = int(limit("window"))
    if not any(one.until > record.year - window for layer in COOPERATIVE for one in record.answering(layer, a, b)):
        draft.because("no_record_of_late", a=a, b=b, since=record.year - window + 1)
        return Verdict.not_checkable if not ties else Verdict.partly
    last = _begun(ties, record.year - window + 1, record.year)
    before = _begun(ties, record.year - 2 * window + 1, record.year - window)
    dataset = ties[0].dataset if ties else ""
    if dataset:
        for count, since in ((before, record.year - 2 * window + 1), (last, record.year - window + 1)):
            draft.figure("begun", count, "acts", dataset, since=since, until=since + window - 1, actors=(a, b))
    draft.because("begun", n=last, before=before, since=record.year - window + 1, until=record.year, a=a, b=b)
    change = last - before if claim.polarity is not Polarity.loss else before - last
    if claim.denied:
        return Verdict.contradicted if change >= limit("change_in_ties") else Verdict.no_trace
    if change >= limit("change_in_ties"):
        return Verdict.supported
    if change <= -limit("change_in_ties"):
        return Verdict.contradicted
    return Verdict.partly if last else Verdict.no_trace


def _begun(ties: list[Tie], since: int, until: int) -> int:
    """How much began in these years, by the dataset that has most of it: several tell of the same."""
    counts: dict[str, set[str]] = {}
    for tie in ties:
        if tie.start and since <= int(tie.start[:4]) <= until:
            counts.setdefault(tie.dataset, set()).add(tie.group or tie.record)
    return max(map(len, counts.values()), default=0)


def _reaches(record: Record, *actors: str) -> bool:
    return any(record.answering(layer, *actors) for layer in COOPERATIVE)
