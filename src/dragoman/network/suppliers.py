"""Who supplies a state with arms: shares, concentration and change, window by window."""

from __future__ import annotations

from dragoman.network.measure import Deliveries, measure, unknown
from dragoman.network.network import Network
from dragoman.network.nouns import Years
from dragoman.network.scope import scope
from dragoman.network.settings import deliveries as setting
from dragoman.network.supplied import Suppliers
from dragoman.network.supply import Supply
from dragoman.network.windows import windows

SIZE = 5
"""Years of a window: SIPRI's own, since deliveries of a single year vary too much to compare."""


def suppliers(
    network: Network, recipient: str, *, size: int = SIZE, since: int | None = None, until: int | None = None
) -> Suppliers:
    """Who supplied the state, from `since` (the first delivery on record) to `until` (the end of the record).

    Years before the record begins are left out; without any delivery on record there is no window.
    """
    found = measure(network, recipient, since)
    fewest = int(setting().fewest.value)
    told = scope(network, setting().layers)
    if found is None:
        return Suppliers(recipient=recipient, dataset=None, size=size, fewest=fewest, scope=told)
    first, last = _span(found)
    spans = (
        windows(max(since or first, found.dataset.first_year), until or last, size)
        if _any(network, found, recipient)
        else ()
    )
    made = Supply(network, recipient, found, spans)
    return Suppliers(
        recipient=recipient,
        dataset=found.dataset.name,
        size=size,
        fewest=fewest,
        windows=tuple(made.window(span, before) for span, before in zip(spans, (None, *spans), strict=False)),
        suppliers=made.ever(),
        scope=told,
    )


def _any(network: Network, found: Deliveries, recipient: str) -> bool:
    """Whether anything on record was delivered, be it by nobody known."""
    ever = Years(first=found.dataset.first_year, last=found.dataset.last_year)
    return len(found.rows) > 0 or unknown(network, found.dataset.name, recipient, ever)[0] > 0


def _span(found: Deliveries) -> tuple[int, int]:
    last = found.dataset.last_year
    return (int(found.years.min()) if len(found.years) else last - SIZE + 1), last
