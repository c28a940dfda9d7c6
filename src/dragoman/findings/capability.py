"""Capability: what is on record of the beneficiary making arms, and of whom it learns it or has it from."""

from __future__ import annotations

from dragoman.findings import layers
from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.layers import MADE, making
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, first
from dragoman.findings.record import Record
from dragoman.findings.supply import tell_shares
from dragoman.model import Layer, Tie, Verdict

GIVEN = (Layer.training, Layer.aid)


def find(claim: Claim, record: Record) -> Finding:
    """Production and licences first; deliveries, training and aid are a part of an answer."""
    beneficiary, enabler = first(claim, "beneficiary"), first(claim, "enabler")
    slots = {name: code for name, code in (("a", beneficiary), ("b", enabler)) if code}
    draft = Draft(claim, record, Said(key="question.capability", slots=slots))
    if not beneficiary:
        return cannot_ask(draft, "nobody_named")
    made = _made(record, beneficiary)
    of_enabler = [tie for tie in made if enabler in (tie.source, tie.target)]
    given = _given(draft, record, enabler, beneficiary)
    answering = record.answering(Layer.licensed_production, beneficiary)
    if made or answering:
        _tell(draft, record, beneficiary, made, of_enabler, enabler)
    else:
        draft.because("not_covered")
    if answering:
        draft.looked_into(Layer.licensed_production, answering)
    draft.cannot_see("industry", Layer.licensed_production)
    draft.another_verdict_if("would.capability", a=beneficiary)
    return draft.done(
        _verdict(claim, record, of_enabler if enabler else made, made, given=given, known=bool(answering))
    )


def _made(record: Record, beneficiary: str) -> list[Tie]:
    """What the beneficiary makes with or from others."""
    return [tie for tie in making(record.of(beneficiary, MADE)) if not tie.directed or tie.target == beneficiary]


def _tell(
    draft: Draft, record: Record, beneficiary: str, made: list[Tie], of_enabler: list[Tie], enabler: str | None
) -> None:
    """With the enabler, where one is named and there is something; else the most frequent partners."""
    if enabler and of_enabler:
        layers.tell(draft, record, MADE, of_enabler)
        return
    if enabler:
        draft.because("nothing_with", a=beneficiary, b=enabler)
    if made:
        partners = {tie.source if tie.target == beneficiary else tie.target: None for tie in made}
        draft.rests_on(made)
        acts = len({tie.group or tie.record for tie in made if tie.dataset == made[0].dataset})
        draft.because("makes_with", n=acts, a=beneficiary, partners=tuple(partners)[:4], last=_last(made))
    else:
        draft.because("makes_nothing", a=beneficiary)


def _given(draft: Draft, record: Record, enabler: str | None, beneficiary: str) -> bool:
    if enabler is None:
        return False
    arms = record.between(enabler, beneficiary, [Layer.arms], directed=True)
    other = record.between(enabler, beneficiary, GIVEN, directed=True)
    tell_shares(draft, record, arms, enabler, beneficiary)
    layers.tell(draft, record, GIVEN, other)
    return bool(arms or other)


def _last(ties: list[Tie]) -> int:
    return max((int(tie.start[:4]) for tie in ties if tie.start), default=0)


def _verdict(
    claim: Claim, record: Record, asked_of: list[Tie], made: list[Tie], *, given: bool, known: bool
) -> Verdict:
    recent = any(layers.reach(tie) >= record.recently for tie in asked_of)
    if claim.denied:
        return Verdict.contradicted if recent else Verdict.no_trace
    if recent:
        return Verdict.supported
    if made or given:
        return Verdict.partly
    return Verdict.no_trace if known else Verdict.not_checkable
