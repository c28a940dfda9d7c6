"""Suppliers as a page, and as rows: of one state, and of all."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cli.answers import parts
from dragoman.cli.answers.page import Grid, Page, Paragraph, Part, Section
from dragoman.cli.answers.writing import Row
from dragoman.network import Recipients, Suppliers, SupplierWindow, Years
from dragoman.network.settings import deliveries

NONE = "-"
SHOWN = 8
"""Suppliers of a window that are told by name."""


def suppliers_page(answer: Suppliers) -> Page:
    """Window by window, then who ever supplied."""
    return Page(
        title=f"Deliveries of major arms to {parts.name(answer.recipient)}",
        lead=[Paragraph(line) for line in _lead(answer)],
        sections=[
            *supply_sections(answer),
            parts.blind(answer.scope, {answer.dataset} if answer.dataset else None),
            parts.sources(answer.scope, {answer.dataset} if answer.dataset else ()),
        ],
    )


def supply_sections(answer: Suppliers) -> list[Section]:
    """The figures, without sources."""
    if not answer.windows:
        return []
    ever = [
        (one.supplier, str(one.years), parts.volume(one.volume), f"{one.deliveries:,}", parts.name(one.supplier))
        for one in answer.suppliers
    ]
    return [
        Section("Concentration", [_concentration(answer), *map(Paragraph, _explained(answer))]),
        Section("Shares of the delivered volume", [_shares(answer)] if answer.suppliers else []),
        Section("Who ever supplied", [Grid(("code", "years", "TIV", "rows", "state"), ever)] if ever else []),
    ]


def suppliers_rows(answer: Suppliers) -> list[Row]:
    """A row for each supplier in each window."""
    return [
        {
            "recipient": answer.recipient, "first": window.years.first, "last": window.years.last,
            "supplier": one.supplier, "share": one.share.value, "tiv": one.volume.value, "deliveries": one.deliveries,
            "tiv_produced_under_licence": one.produced, "window_tiv": window.volume.value,
            "window_deliveries": window.deliveries.value, "hhi": window.index.value if window.index else None,
            "hhi_low": window.index.low if window.index else None,
            "hhi_high": window.index.high if window.index else None,
            "effective_suppliers": window.effective.value if window.effective else None,
            "hhi_change": window.change.value if window.change else None, "enough": window.enough,
            "dataset": answer.dataset, "evidence": one.share.evidence,
        }
        for window in answer.windows
        for one in window.shares
    ]  # fmt: skip


def _lead(answer: Suppliers) -> Iterator[str]:
    if answer.dataset is None:
        yield "No dataset in this ledger measures deliveries to that state."
        yield "Import SIPRI's trade register: `dragoman datasets sipri-register` says where to get it."
        return
    yield f"Measured by {answer.dataset}, in TIV (the military value of what was delivered, not its price)."
    if not any(window.deliveries.value for window in answer.windows):
        yield "No delivery is on record in these years."


def _concentration(answer: Suppliers) -> Grid:
    heads = ("years", "TIV", "rows", "suppliers", "HHI", "1/HHI", "change", "others")
    return Grid(heads, [_window(window) for window in answer.windows])


def _window(window: SupplierWindow) -> tuple[str, ...]:
    change = f"{window.change.value:+.2f}{'' if window.changed else ' ~'}" if window.change else NONE
    return (
        str(window.years) + ("" if window.enough else " !"),
        parts.volume(window.volume.value),
        f"{window.deliveries.value:,.0f}",
        str(len(window.shares)),
        parts.between(window.index) or NONE,
        f"{window.effective.value:.1f}" if window.effective else NONE,
        change,
        f"{parts.index(window.peers.value)} ({window.recipients})" if window.peers else NONE,
    )


def _explained(answer: Suppliers) -> Iterator[str]:
    setting = deliveries()
    few = [window for window in answer.windows if not window.enough]
    if few:
        told = ", ".join(f"{window.years} ({window.deliveries.value:,.0f})" for window in few)
        yield f"! Too few deliveries to conclude from: {told}; {answer.fewest} are needed."
    row = next((entry.rows for entry in setting.measures if entry.dataset == answer.dataset), "")
    yield f"rows: each is {row}."
    yield (
        "HHI: sum of the squared shares, 1 for a single supplier; in brackets its least and greatest value with any "
        "one delivery left out. 1/HHI: suppliers of equal size that would give it. "
        f"~: less than {parts.index(setting.change.value, 1)}, or too few deliveries, to be told as a change. "
        "others: the median of all recipients with enough deliveries, and how many these are."
    )
    if few:
        yield f"Why {answer.fewest}: {setting.fewest.reason}."
    if any(window.unknown for window in answer.windows):
        yield f"Unknown suppliers: {setting.unknown_reason}."


def _shares(answer: Suppliers) -> Grid:
    return Grid(("years", "suppliers"), [(str(w.years), _named(w)) for w in answer.windows if w.shares])


def _named(window: SupplierWindow) -> str:
    told = []
    for one in window.shares[:SHOWN]:
        made = f", of it {parts.volume(one.produced)} TIV made there" if one.produced else ""
        rows = parts.count(one.deliveries, "row")
        told.append(f"{parts.name(one.supplier)} {parts.percent(one.share.value)} ({rows}{made})")
    if len(window.shares) > SHOWN:
        told.append(f"{len(window.shares) - SHOWN} more")
    if window.unknown and window.volume.value:
        told.append(f"nobody known {parts.percent(window.unknown.value / window.volume.value)}")
    return "; ".join(told)


def recipients_page(answer: Recipients) -> Page:
    """All recipients, window by window, the most concentrated first."""
    none = "No dataset in this ledger measures deliveries to all states: an excerpt covers a few."
    used = {answer.dataset} if answer.dataset else None
    return Page(
        title="Concentration of the supply of every state",
        lead=[Paragraph(f"Measured by {answer.dataset}, in TIV." if answer.dataset else none)],
        sections=[
            *(
                Section(str(years), list(_recipients(answer, years)))
                for years in dict.fromkeys(one.years for one in answer.recipients)
            ),
            parts.blind(answer.scope, used),
            parts.sources(answer.scope, used or ()),
        ],
    )


def _recipients(answer: Recipients, years: Years) -> Iterator[Part]:
    own = [one for one in answer.recipients if one.years == years]
    rows = [
        (
            one.recipient,
            parts.index(one.index) if one.index is not None else "",
            f"{one.suppliers}",
            f"{one.deliveries:,}",
            parts.volume(one.volume),
            parts.name(one.recipient),
        )
        for one in own
        if one.enough
    ]
    if rows:
        yield Grid(("code", "HHI", "suppliers", "rows", "TIV", "state"), rows)
    if few := [one.recipient for one in own if not one.enough]:
        yield Paragraph(f"Too few deliveries (under {answer.fewest}) to conclude from: {', '.join(few)}.")


def recipients_rows(answer: Recipients) -> list[Row]:
    """A row for each recipient in each window."""
    return [
        {
            "recipient": one.recipient, "first": one.years.first, "last": one.years.last, "hhi": one.index,
            "suppliers": one.suppliers, "deliveries": one.deliveries, "tiv": one.volume, "enough": one.enough,
            "dataset": answer.dataset,
        }
        for one in answer.recipients
    ]  # fmt: skip
