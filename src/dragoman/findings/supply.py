"""Deliveries of arms as findings ask for them: the last three windows of one recipient, and who is in them."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.findings.draft import Draft
from dragoman.findings.layers import Told, told, years
from dragoman.findings.record import Record
from dragoman.model import Layer, Tie
from dragoman.network import Measured, Share, Suppliers, SupplierWindow, Years, suppliers

SPANS = 3
"""Windows that are compared: what is, what was before it, and what that came from."""


LATEST = 2
"""Windows whose shares are told."""


def supply(record: Record, recipient: str) -> Suppliers | None:
    """The supply of a state in the last windows up to the text; None where no dataset measures it."""
    if recipient not in record.supplies:
        found = suppliers(record.network, recipient)
        ends = found.windows[-1].years.last if found.windows else 0
        until = min(ends, record.year)
        record.supplies[recipient] = suppliers(
            record.network, recipient, since=until - SPANS * found.size + 1, until=until
        )
    found = record.supplies[recipient]
    return found if found.dataset and any(window.volume.value for window in found.windows) else None


def share_of(window: SupplierWindow, supplier: str) -> Share | None:
    """What a supplier delivered in a window."""
    return next((share for share in window.shares if share.supplier == supplier), None)


def tell_shares(draft: Draft, record: Record, ties: Sequence[Tie], supplier: str, recipient: str) -> tuple[Told, ...]:
    """How much of what the recipient got came from the supplier, window by window, the latest first.

    Where no dataset measures the deliveries, how many there are. Gives back what there is to conclude from.
    """
    found = supply(record, recipient)
    shared = [(w, s) for w in reversed(found.windows) if (s := share_of(w, supplier))] if found else []
    if not found or not shared:
        own = [tie for tie in ties if tie.layer is Layer.arms]
        return _counted(draft, own, supplier, recipient)
    slots: dict[str, str | int | float] = {}
    for number, (window, share) in enumerate(shared[:LATEST], 1):
        slots |= {f"share{number}": share.share.value, f"span{number}": span(window.years)}
        _put(draft, share.share, found.dataset or "")
    if not shared[0][0].enough:
        slots["n"] = int(shared[0][0].deliveries.value)
    draft.because("share", a=supplier, b=recipient, **slots)
    draft.asked.setdefault(found.dataset or "")
    ids = {tie for _, share in shared for tie in share.share.evidence}
    rests = [tie for tie in ties if tie.id in ids]
    draft.rests_on(rests)
    return (told(Layer.arms, found.dataset or "", rests),) if rests else ()


def _counted(draft: Draft, ties: list[Tie], supplier: str, recipient: str) -> tuple[Told, ...]:
    """Deliveries and orders that are on record without a volume."""
    if not ties:
        return ()
    names = {tie.dataset for tie in ties}
    name = max(sorted(names), key=lambda one: sum(tie.dataset == one for tie in ties))
    one = told(Layer.arms, name, [tie for tie in ties if tie.dataset == name])
    draft.rests_on(one.ties)
    draft.because(
        "on_record.arms", n=one.acts, a=supplier, b=recipient, years=years(one.first, one.last), named=one.named
    )
    return (one,)


def tell_concentration(draft: Draft, found: Suppliers) -> None:
    """Concentration and the greatest supplier, window by window, the oldest first; which have too few deliveries."""
    slots: dict[str, str | float] = {}
    for number, window in enumerate((w for w in found.windows if w.index), 1):
        if window.index is None:
            continue
        top = window.shares[0]
        slots |= {
            f"hhi{number}": window.index.value, f"span{number}": span(window.years),
            f"top{number}": top.supplier, f"share{number}": top.share.value,
        }  # fmt: skip
        for figure in (window.index, window.deliveries, top.share):
            _put(draft, figure, found.dataset or "")
    draft.asked.setdefault(found.dataset or "")
    draft.because("concentration", a=found.recipient, **slots)
    for window in found.windows:
        if window.index and not window.enough:
            draft.because("too_few", span=span(window.years), n=int(window.deliveries.value))


def tell_last(draft: Draft, record: Record, supplier: str, recipient: str) -> None:
    """When a supplier delivered last."""
    found = supply(record, recipient)
    if found is None:
        return
    own = next((one for one in found.suppliers if one.supplier == supplier), None)
    if own is None:
        draft.because("never_delivered", a=supplier, b=recipient, since=found.windows[0].years.first)
        return
    draft.because("delivered", a=supplier, b=recipient, last=own.years.last)
    draft.figure("last_delivery", own.years.last, "year", found.dataset or "", actors=(supplier, recipient))


def span(of: Years) -> str:
    """`2010–14`, as the field writes it."""
    return f"{of.first}–{of.last % 100:02}" if of.first != of.last else str(of.first)


def _put(draft: Draft, figure: Measured, dataset: str) -> None:
    """A figure of the network among those of the finding."""
    of = figure.years
    draft.figure(
        figure.name,
        figure.value,
        figure.unit,
        dataset,
        since=of.first if of else None,
        until=of.last if of else None,
        actors=figure.actors,
    )
