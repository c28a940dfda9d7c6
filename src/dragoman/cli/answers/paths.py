"""Indirect paths as a page, and as rows."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cli.answers import parts
from dragoman.cli.answers.page import Items, Page, Paragraph, Part, Section
from dragoman.cli.answers.writing import Row
from dragoman.model import Status
from dragoman.network import Item, Leg, Network, Order, Outcome, Path, Paths, Standing, path_rules

STANDINGS = {
    Standing.realised: "on record: something has passed this way",
    Standing.ordered: "something that passes this way is on order",
    Standing.complete: "every essential need is on record; nothing is known to have passed",
    Standing.partial: "every leg has a tie, but not all that it needs",
    Standing.broken: "a leg has no tie, or had ended before the one before it began",
}
OUTCOMES = {
    Outcome.met: "yes",
    Outcome.missing: "not on record",
    Outcome.against: "NO: a bar is in force",
    Outcome.unknown: "not known",
}
ORDERS = {
    Order.certain: "",
    Order.open: " The dates leave open which leg came first.",
    Order.backwards: " The later leg had ended before the earlier one began.",
}
LABELS = {need.name: need.label.en for need in path_rules().needs}


def paths_page(network: Network, answer: Paths) -> Page:
    """The ways, each with its legs and what they need."""
    what = path_rules().what[answer.what].label.en
    title = (
        f"How {what} of {parts.name(answer.origin)} could reach {parts.name(answer.beneficiary)}, "
        f"by the record of {answer.as_of}"
    )
    return Page(
        title=title,
        lead=[Paragraph(line) for line in _lead(answer)],
        sections=[
            *(Section(_title(path), list(_path(network, path))) for path in answer.paths),
            Section("Bars on record", list(_bars(network, answer))),
            Section("What the needs mean", [Items(list(_meanings(answer)))] if answer.paths else []),
            parts.blind(answer.scope, _asked(answer)),
            parts.sources(answer.scope, _used(answer)),
        ],
    )


def paths_rows(answer: Paths) -> list[Row]:
    """A row a leg."""
    return [
        {
            "rank": path.rank, "via": path.via, "standing": path.standing.value, "order": path.order.value,
            "leg": number, "source": leg.source, "target": leg.target,
            "status": leg.status.value if leg.status else "", "first": leg.years.first if leg.years else "",
            "last": leg.years.last if leg.years else "", "ties": len(leg.evidence),
            **{need.name: need.outcome.value for need in leg.needs},
            "datasets": leg.datasets, "evidence": leg.evidence,
        }
        for path in answer.paths
        for number, leg in enumerate(path.legs, 1)
    ]  # fmt: skip


def _lead(answer: Paths) -> Iterator[str]:
    if answer.via:
        yield f"Asked for the way through {', '.join(map(parts.name, answer.via))} alone."
    elif answer.found > len(answer.paths):
        yield f"{parts.count(answer.found, 'way')} with a tie on every leg; the best {len(answer.paths)} follow."
    else:
        yield f"{parts.count(answer.found, 'way')} with a tie on every leg."
    if not answer.found and not answer.via:
        yield "That none is on record does not say that there is none: see what the record cannot tell."
    direct = answer.direct
    if direct.years:
        yield (
            f"Straight from {answer.origin} to {answer.beneficiary}, {direct.years}: {parts.rested(direct.rests_on)}."
        )
    else:
        yield f"Nothing on record went straight from {answer.origin} to {answer.beneficiary}."


def _title(path: Path) -> str:
    return f"{path.rank}. Through {' and '.join(map(parts.name, path.via))}"


def _path(network: Network, path: Path) -> Iterator[Part]:
    yield Paragraph(f"{STANDINGS[path.standing].capitalize()}.{ORDERS[path.order]}")
    if path.items:
        yield Items([item_line(item) for item in path.items])
    for leg in path.legs:
        yield Paragraph(f"{parts.arrow(leg.source, leg.target)}: {_rests(leg)}")
        yield Items(list(_needs(leg)))


def item_line(item: Item) -> str:
    """A thing that passed, with the tie that says so."""
    got = f"; got by {item.intermediary}: {parts.cited(item.got)}" if item.got else ""
    also = f"; told by {parts.count(len(item.also), 'row')} of other datasets too" if item.also else ""
    comment = f" - {item.tie.comment}" if item.tie.comment else ""
    return f"{path_rules().items[item.shape].label.en}: {parts.cited(item.tie)}{comment}{got}{also}"


def _rests(leg: Leg) -> str:
    if not leg.evidence:
        return "no tie on record."
    only = ", planned only" if leg.status is Status.planned else ""
    return f"{leg.years}{only}: {parts.rested(leg.rests_on)}. Latest: {parts.cited(leg.cited[0])}"


def _needs(leg: Leg) -> Iterator[str]:
    for need in leg.needs:
        yield f"{LABELS[need.name]}: {OUTCOMES[need.outcome]}"


def _bars(network: Network, answer: Paths) -> Iterator[Items]:
    """The restrictions that stand against any of the ways, each once."""
    needs = [need for path in answer.paths for leg in path.legs for need in leg.needs]
    found = dict.fromkeys(key for need in needs if need.outcome is Outcome.against for key in need.evidence)
    rows = [row for key in found if (row := network.row(key)) is not None]
    lines = []
    for row in rows:
        tie = network.cited(row)
        lines.append(f"{parts.arrow(tie.source, tie.target)}: {parts.cited(tie)}")
    if lines:
        yield Items(lines)


def _meanings(answer: Paths) -> Iterator[str]:
    told = dict.fromkeys(need.name for path in answer.paths for leg in path.legs for need in leg.needs)
    for rule in path_rules().needs:
        if rule.name in told:
            nowhere = f" Not known: {rule.nowhere}." if rule.nowhere else ""
            yield f"{rule.label.en}: {rule.reason}.{nowhere}"


def _asked(answer: Paths) -> set[str]:
    """The datasets whose silence could be taken for a no: those asked about a need that is not on record."""
    needs = [need for path in answer.paths for leg in path.legs for need in leg.needs]
    missing = {name for need in needs if need.outcome is not Outcome.met for name in need.asked}
    return missing or {one.dataset for one in answer.scope.seen}


def _used(answer: Paths) -> set[str]:
    legs = {name for path in answer.paths for leg in path.legs for name in leg.datasets}
    return legs | {item.tie.dataset for path in answer.paths for item in path.items}
