"""What the answers of the network have in common: names, figures, ties, sources, and what could not be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.actors import label
from dragoman.cli.answers.page import Items, Paragraph, Section
from dragoman.exports.words import act_words
from dragoman.model import Layer, Status
from dragoman.network.nouns import Cited, Measured, Rested, Scope
from dragoman.network.settings import layers

FEW = 12
"""Names that are told one by one."""


def name(code: str) -> str:
    """`Azerbaijan (AZE)`."""
    return f"{label(code)} ({code})"


def names(codes: Sequence[str], most: int = FEW) -> str:
    """The codes, and how many more there are."""
    rest = f" and {len(codes) - most} more" if len(codes) > most else ""
    return ", ".join(codes[:most]) + rest


def layer(of: Layer) -> str:
    """A layer in words."""
    return layers()[of].label.en


def percent(share: float) -> str:
    """`59 %`; `0.3 %` where it is less than one in a hundred."""
    hundred = share * 100
    return f"{hundred:.1f} %" if 0 < hundred < 1 else f"{hundred:.0f} %"


def index(value: float, digits: int = 2) -> str:
    """`.42`."""
    text = f"{value:.{digits}f}"
    return text[1:] if text.startswith("0.") else text.replace("-0.", "-.")


def between(measured: Measured | None, digits: int = 2) -> str:
    """`.42 (.32-.55)`, or `.42` where both ends are the value; empty for nothing."""
    if measured is None:
        return ""
    value = index(measured.value, digits)
    low, high = measured.low, measured.high
    if low is None or high is None or (index(low, digits), index(high, digits)) == (value, value):
        return value
    return f"{value} ({index(low, digits)}-{index(high, digits)})"


def volume(value: float) -> str:
    """`2,144` or `3.5`."""
    return f"{value:,.0f}" if value >= 100 else f"{value:,.1f}"


def count(number: float, one: str, many: str | None = None) -> str:
    """`1 tie`, `2,144 ties`."""
    return f"{number:,.0f} {one if number == 1 else many or one + 's'}"


def rested(rests_on: Iterable[Rested]) -> str:
    """`arms deliveries 206 (sipri-deals) or 87 (sipri-register)`: datasets that tell of the same are not added up."""
    told: dict[Layer, list[str]] = {}
    for one in rests_on:
        told.setdefault(one.layer, []).append(f"{one.ties:,} ({one.dataset})")
    return "; ".join(f"{layer(of)} {' or '.join(counts)}" for of, counts in told.items())


def cited(tie: Cited) -> str:
    """`2009-2011 vehicle engine, 1.5 TIV [sipri-deals t8c388165bf2dc5f1]`."""
    span = tie.start or "no date"
    if tie.end != tie.start:
        span += f" to {tie.end}" if tie.end else ""
    what = tie.subject or (act_words(tie.type, tie.mode) if tie.type else layer(tie.layer))
    weight = f", {tie.weight:,.4g} {tie.unit}" if tie.weight is not None else ""
    status = f" ({tie.status.value.replace('_', ' ')})" if tie.status not in (Status.happened, Status.ongoing) else ""
    return f"{span} {what}{weight}{status} [{tie.dataset} {tie.id}]"


def arrow(source: str, target: str, *, directed: bool = True) -> str:
    """`USA > ZAF`, or `AZE - TUR`."""
    return f"{source} {'>' if directed else '-'} {target}"


def sources(scope: Scope, used: Iterable[str]) -> Section:
    """The credit lines of what the answer rests on, and what else was asked."""
    rest = set(used)
    told = [one for one in scope.datasets if one.name in rest]
    quiet = [one for one in scope.datasets if one.name not in rest]
    items: list[str | tuple[str, Sequence[str]]] = [f"{one.name}, version {one.version}. {one.credit}" for one in told]
    if quiet:
        credit = "; ".join(f"{one.name} ({one.credit})" for one in quiet)
        items.append(f"Asked too, with nothing in this answer: {credit}")
    return Section("Sources", [Items(items)] if items else [])


def blind(scope: Scope, wanted: Iterable[str] | None = None) -> Section:
    """What the datasets cannot tell, those that are wanted or all, each gap once, and what no dataset records."""
    chosen = None if wanted is None else set(wanted)
    items: list[str | tuple[str, Sequence[str]]] = []
    told: set[str] = set()
    for one in scope.datasets:
        if chosen is None or one.name in chosen:
            span = f"{one.first_year}-{one.last_year}" if one.first_year else "what was read"
            items.append((f"{one.name}, {span}", [gap for gap in one.gaps if gap not in told]))
            told.update(one.gaps)
    parts: list[Items | Paragraph] = [Items(items)] if items else []
    parts += [Paragraph(line) for line in unseen(scope)]
    return Section("What the record cannot tell", parts)


def unseen(scope: Scope, *first: str) -> Iterator[str]:
    """What no dataset of the ledger could tell, after what else has to be said."""
    yield from first
    if scope.unseen:
        yield f"No dataset in this ledger records: {', '.join(map(layer, scope.unseen))}."
    if scope.undated:
        yield f"{count(scope.undated, 'tie')} without a date {'is' if scope.undated == 1 else 'are'} left out."
