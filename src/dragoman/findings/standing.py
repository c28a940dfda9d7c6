"""A tie, or an act that goes on, that a text takes as given: is it on record?"""

from __future__ import annotations

from dragoman.actors import organisations
from dragoman.findings import layers
from dragoman.findings.asked import Asked, asked
from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.layers import Told
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.record import Record
from dragoman.findings.supply import tell_shares
from dragoman.model import Layer, Tie, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """Look for ties of the two in the layers that answer, then in those that answer in part."""
    a, b = claim.actors()[:2]
    question = _for(asked()[claim.type], a, b)
    draft = Draft(claim, record, Said(key=f"question.{claim.type}", slots={"a": a, "b": b}))
    main = layers.making(record.between(a, b, question.layers, directed=question.directed))
    beside = record.between(a, b, question.beside, directed=question.directed)
    found = _tell(draft, record, question.layers, main, a, b)
    partly = _tell_beside(draft, record, question, beside, a, b)
    _look(draft, record, question, a, b, main)
    if claim.denied:
        return draft.done(_of_denial(draft, found, known=_could_tell(record, question, a, b)))
    return draft.done(_verdict(draft, record, question, found, partly, a, b))


def _for(question: Asked, a: str, b: str) -> Asked:
    """The question to these two: no two states are members of each other."""
    if a in organisations() or b in organisations():
        return question
    layers_asked = tuple(layer for layer in question.layers if layer is not Layer.membership)
    return question.model_copy(update={"layers": layers_asked})


def _tell(
    draft: Draft, record: Record, wanted: tuple[Layer, ...], ties: tuple[Tie, ...], a: str, b: str
) -> tuple[Told, ...]:
    """Deliveries are told by their share of what the recipient got, everything else by its number and years."""
    found = list(layers.tell(draft, record, (layer for layer in wanted if layer is not Layer.arms), ties))
    if Layer.arms in wanted:
        found += tell_shares(draft, record, ties, a, b)
    return tuple(found)


def _tell_beside(
    draft: Draft, record: Record, question: Asked, ties: tuple[Tie, ...], a: str, b: str
) -> tuple[Told, ...]:
    """What is only a part of an answer: its layers in one sentence, with the shares of deliveries."""
    found = [one for layer in question.beside for one in layers.best(record, layer, ties)]
    if not found:
        return ()
    draft.rests_on(tie for one in found for tie in one.ties)
    named = [one for one in found if one.layer is not Layer.arms]
    if named:
        kinds = tuple(dict.fromkeys(one.layer.value for one in named))
        span = layers.years(min(one.first for one in named), max(one.last for one in named))
        draft.because("beside", layers=kinds, years=span)
    for supplier, recipient in ((a, b),) if question.directed else ((a, b), (b, a)):
        own = [tie for tie in ties if tie.layer is Layer.arms and tie.source == supplier]
        if own:
            tell_shares(draft, record, own, supplier, recipient)
    return tuple(found)


def _look(draft: Draft, record: Record, question: Asked, a: str, b: str, main: tuple[Tie, ...]) -> None:
    """Which datasets were asked; where there is nothing, the layers that a dataset would have it in are named."""
    for layer in question.layers:
        answering = record.answering(layer, a, b)
        draft.looked_into(layer, answering)
        if answering and not main:
            draft.because(f"none.{layer.value}", a=a, b=b, until=max(one.until for one in answering))


def _verdict(
    draft: Draft,
    record: Record,
    question: Asked,
    found: tuple[Told, ...],
    partly: tuple[Told, ...],
    a: str,
    b: str,
) -> Verdict:
    if any(one.reach >= record.recently for one in found):
        draft.another_verdict_if("would.removed", a=a, b=b)
        return Verdict.supported
    if found:
        return _old(draft, record, found, a, b)
    draft.another_verdict_if(f"would.{draft.claim.type}", a=a, b=b)
    if partly:
        return Verdict.partly
    if planned := record.planned(a, b, question.layers, directed=question.directed):
        draft.rests_on(planned)
        draft.because("planned", n=len({tie.group or tie.record for tie in planned}), a=a, b=b)
        return Verdict.partly
    if reported := record.reported(a, b, question.layers, directed=question.directed):
        draft.rests_on(reported)
        draft.because("reported", n=len({tie.event or tie.record for tie in reported}), a=a, b=b)
        return Verdict.partly
    return Verdict.no_trace if _could_tell(record, question, a, b) else Verdict.not_checkable


def _old(draft: Draft, record: Record, found: tuple[Told, ...], a: str, b: str) -> Verdict:
    """Nothing of late: a record that ended before cannot say that it ended; one that goes on says so."""
    last = max(min(one.reach, one.last) for one in found)
    ends = [one.until for told in found for one in record.answering(told.layer, a, b)]
    if ends and max(ends) < record.recently:
        draft.because("record_ends", until=max(ends))
        return Verdict.supported
    draft.because("last", last=last, recently=record.recently)
    return Verdict.partly


def _of_denial(draft: Draft, found: tuple[Told, ...], *, known: bool) -> Verdict:
    """The text says that it is not so: what is on record speaks against that; that nothing is, is no proof."""
    if not found and not known:
        return Verdict.not_checkable
    draft.because("against_denial" if found else "nothing_against_denial")
    return Verdict.contradicted if found else Verdict.no_trace


def _could_tell(record: Record, question: Asked, a: str, b: str) -> bool:
    return any(record.answering(layer, a, b) for layer in question.layers)
