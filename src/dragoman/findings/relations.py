"""How two states stand to each other, in a sentence: in which layers they have ties, and how they fight."""

from __future__ import annotations

from dragoman.findings.draft import Draft
from dragoman.findings.layers import COOPERATIVE, reach
from dragoman.findings.record import Record
from dragoman.findings.supply import tell_shares
from dragoman.model import Layer, Tie


def tell_relation(draft: Draft, record: Record, a: str, b: str) -> bool:
    """Name the layers in which the two have ties that reach into the last years; whether there are any."""
    recent = [tie for tie in record.between(a, b, COOPERATIVE) if reach(tie) >= record.recently]
    kinds = tuple(layer.value for layer in COOPERATIVE if any(tie.layer is layer for tie in recent))
    draft.rests_on(recent)
    if kinds:
        draft.because("layers", a=a, b=b, layers=kinds, since=record.recently)
    else:
        draft.because("no_layers", a=a, b=b, since=record.recently)
    tell_shares(draft, record, [tie for tie in recent if tie.layer is Layer.arms], a, b)
    return bool(kinds)


def disputes(record: Record, a: str, b: str) -> tuple[Tie, ...]:
    """Disputes, rivalries, clashes and threats between the two."""
    return record.between(a, b, [Layer.dispute])


def tell_dispute(draft: Draft, record: Record, a: str, b: str) -> bool | None:
    """Tell what is on record of a dispute between the two: whether it reaches into the last years.

    None where no dataset that is in the ledger would know of one.
    """
    found = disputes(record, a, b)
    answering = record.answering(Layer.dispute, a, b)
    draft.looked_into(Layer.dispute, answering)
    if found:
        draft.rests_on(found)
        last = max(min(reach(tie), record.year) for tie in found)
        draft.because("dispute", n=len({tie.group or tie.record for tie in found}), a=a, b=b, last=last)
        ends = max((one.until for one in answering), default=0)
        return last >= record.recently or (0 < ends < record.recently and last >= ends)
    if answering:
        draft.because("none.dispute", a=a, b=b, until=max(one.until for one in answering))
        return False
    return None
