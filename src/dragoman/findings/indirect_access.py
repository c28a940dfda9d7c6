"""Indirect access: does what one state makes reach another through a third, and what would each leg need?

Three things are asked. Whether anything of the origin is on record as having come to the beneficiary through the
intermediary; whether the two legs are there by themselves (made or delivered there, delivered or agreed here); whether
the same has happened through others. The origin's consent to a re-transfer is a condition that no open record holds.
"""

from __future__ import annotations

from dragoman.findings import layers
from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.layers import MADE, making
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, first
from dragoman.findings.record import Record
from dragoman.findings.supply import tell_shares
from dragoman.model import Layer, Status, Verdict
from dragoman.network import Item, Path, Standing, paths, precedents

HANDED = (Layer.arms, *MADE)
PRECEDENTS = 3
"""Intermediaries whose precedents are told."""
DONE = (Status.happened, Status.ongoing)
ORDERED = (Status.planned,)
AGREED = (Layer.agreement, Layer.alliance)


def find(claim: Claim, record: Record) -> Finding:
    """Follow the goods from the origin to the beneficiary."""
    beneficiary, intermediary = first(claim, "beneficiary"), first(claim, "intermediary")
    origin = first(claim, "origin")
    slots = {name: code for name, code in (("a", beneficiary), ("via", intermediary), ("b", origin)) if code}
    draft = Draft(claim, record, Said(key="question.indirect_access", slots=slots))
    if not beneficiary or not intermediary or not origin:
        return cannot_ask(draft, "no_path_named")
    until = record.until or f"{record.year}-12-31"
    path = paths(record.network, beneficiary, origin, as_of=until, via=[intermediary]).paths[0]
    _first_leg(draft, record, intermediary, origin)
    _second_leg(draft, record, intermediary, beneficiary)
    _passed(draft, path)
    _precedents(draft, record, path, until)
    draft.because("consent", a=beneficiary, via=intermediary, b=origin)
    draft.cannot_see("consents", Layer.technology)
    draft.cannot_see("parts", Layer.arms)
    draft.another_verdict_if("would.indirect_access", a=beneficiary, via=intermediary, b=origin)
    return draft.done(_verdict(claim, path, known=bool(record.answering(Layer.arms, intermediary, beneficiary))))


def _first_leg(draft: Draft, record: Record, intermediary: str, origin: str) -> None:
    """What the intermediary has of the origin's, and whether it makes any of it."""
    made = making(record.between(origin, intermediary, MADE, directed=True))
    layers.tell(draft, record, MADE, made)
    tell_shares(draft, record, record.between(origin, intermediary, [Layer.arms], directed=True), origin, intermediary)
    answering = record.answering(Layer.licensed_production, intermediary)
    draft.looked_into(Layer.licensed_production, answering)
    if not made and answering:
        anyone = [
            tie for tie in making(record.of(intermediary, MADE)) if not tie.directed or tie.target == intermediary
        ]
        draft.because(
            "nothing_made" if anyone else "nothing_made_at_all", via=intermediary, b=origin,
            until=max(one.until for one in answering),
        )  # fmt: skip


def _second_leg(draft: Draft, record: Record, intermediary: str, beneficiary: str) -> None:
    """What the intermediary has handed on to the beneficiary, or agreed to."""
    handed = record.between(intermediary, beneficiary, HANDED, directed=True)
    agreed = record.between(intermediary, beneficiary, AGREED)
    if handed:
        layers.tell(draft, record, HANDED, handed)
    elif answering := record.answering(Layer.arms, intermediary, beneficiary):
        draft.looked_into(Layer.arms, answering)
        draft.because("nothing_handed", via=intermediary, a=beneficiary, until=max(one.until for one in answering))
    layers.tell(draft, record, AGREED, agreed)


def _precedents(draft: Draft, record: Record, path: Path, as_of: str) -> None:
    """The same pattern through others: what it shows is that it can be done, not that it is done here."""
    origin, beneficiary = path.legs[0].source, path.legs[-1].target
    found = precedents(record.network, origin=origin, via=path.via[0], beneficiary=beneficiary, as_of=as_of)
    by_way: dict[str, list[Item]] = {}
    for one in found.same_beneficiary:
        by_way.setdefault(one.intermediary, []).append(one)
    for via, items in list(by_way.items())[:PRECEDENTS]:
        draft.cites(one.tie.id for one in items)
        starts = [int(one.tie.start[:4]) for one in items if one.tie.start]
        ends = [int(one.tie.end[:4]) for one in items if one.tie.end] + starts
        named = next((one.tie.subject for one in items if one.tie.subject), None)
        draft.because(
            "precedent", n=len(items), named=named, b=origin, to=beneficiary, via=via,
            years=layers.years(min(starts), max(ends)),
        )  # fmt: skip
        draft.figure("precedents", len(items), "items", items[0].tie.dataset, actors=(origin, via, beneficiary))
    if not by_way and found.scope.seen:
        draft.because("precedents_none", a=beneficiary, b=origin)


def _passed(draft: Draft, path: Path) -> None:
    """What is on record as having come to the beneficiary by this way, or as being on order."""
    for status, key in ((DONE, "carried"), (ORDERED, "ordered_through")):
        own = [one for one in path.items if one.status in status]
        if own:
            draft.cites(name for one in own for name in (one.tie.id, *one.also))
            draft.because(key, n=len(own), a=own[0].beneficiary, via=own[0].intermediary, b=own[0].origin)


def _verdict(claim: Claim, path: Path, *, known: bool) -> Verdict:
    """By how far the path is on record: gone, possible, or without its middle or its end."""
    if path.standing is Standing.realised:
        return Verdict.contradicted if claim.denied else Verdict.supported
    if path.standing in (Standing.ordered, Standing.complete) and not claim.denied:
        return Verdict.partly
    return Verdict.no_trace if known else Verdict.not_checkable
