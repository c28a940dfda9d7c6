"""What an event changes as a page, and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.cli.answers import parts
from dragoman.cli.answers.page import Grid, Items, Page, Paragraph, Section
from dragoman.cli.answers.writing import Row
from dragoman.model import Status
from dragoman.network import Change, Measured, Moved

ABOUT = {"betweenness": 3, "constraint": 2}
"""Digits that a measure is told with."""


def change_page(answer: Change) -> Page:
    """Before, after, and against comparable ones."""
    what = answer.happening
    kind = f"{(what.type or what.layer.value).replace('_', ' ')}{f', {what.mode}' if what.mode else ''}"
    return Page(
        title=f"What changes: {' and '.join(map(parts.name, what.parties))}, {kind}, {what.date}",
        lead=[Paragraph(line) for line in _lead(answer)],
        sections=[
            Section("New reach in two steps", _reach(answer)),
            Section("Newly between", _bridges(answer)),
            Section("Distance before", _distances(answer)),
            Section("Standing in the layer", _moved((*answer.betweenness, *answer.constraint))),
            Section("Concentration of arms supply", list(_supply(answer))),
            Section("Comparable ones before it", list(_comparable(answer))),
            parts.blind(answer.scope, {one.dataset for one in answer.scope.seen if one.layer is what.layer}),
            parts.sources(answer.scope, {*what.datasets, *_datasets(answer)}),
        ],
    )


def change_rows(answer: Change) -> list[Row]:
    """A row for each party and layer in which it reaches new states, and for each new pair."""
    reach: list[Row] = [
        {
            "kind": "reach", "party": one.party, "layer": one.layer.value, "before": one.before, "new": len(one.states),
            "states": one.states, "through": one.through, "evidence": one.evidence,
        }
        for one in answer.reach
    ]  # fmt: skip
    bridges: list[Row] = [
        {
            "kind": "bridge", "party": one.broker, "layer": answer.happening.layer.value, "before": None,
            "new": len(one.beyond), "states": one.beyond, "through": (one.other,), "evidence": (),
        }
        for one in answer.bridges
    ]  # fmt: skip
    return reach + bridges


def _lead(answer: Change) -> Iterator[str]:
    what = answer.happening
    if what.subject:
        yield f"«{what.subject}»"
    layer = parts.layer(what.layer)
    if what.status not in (Status.happened, Status.ongoing):
        yield f"It is {what.status.value.replace('_', ' ')}: what follows is what it would change."
    if answer.first:
        yield f"The first tie of its layer ({layer}) between these parties that stood on record by {answer.as_of}."
    elif answer.tie_before:
        yield f"Not the first of its layer ({layer}) between them: {parts.cited(answer.tie_before)}."
    yield f"Other things equal: the ties that stood on {answer.as_of}, without and with its own."


def _reach(answer: Change) -> list[Grid | Paragraph]:
    if not answer.reach:
        return [Paragraph("No party reaches a state in two steps that it did not reach before.")]
    several = len(answer.happening.parties) > 2
    rows = [
        (
            one.party,
            parts.layer(one.layer),
            f"{one.before} +{len(one.states)}",
            parts.names(one.states) + (f" (through {', '.join(one.through)})" if several else ""),
        )
        for one in answer.reach
    ]
    text = "A tie of the layer from the new state to the partner, then the new tie to the party."
    return [Grid(("party", "layer", "reach", "new"), rows), Paragraph(text)]


def _bridges(answer: Change) -> list[Items]:
    lines = [
        f"{one.broker} between {one.other} and {parts.count(len(one.beyond), 'state')}: {parts.names(one.beyond)}"
        for one in answer.bridges
    ]
    return [Items(lines)] if lines else []


def _distances(answer: Change) -> list[Items]:
    def away(length: int | None) -> str:
        return "no way" if length is None else parts.count(length, "tie")

    layer = parts.layer(answer.happening.layer)
    lines = [
        f"{one.a} and {one.b}: {away(one.in_layer)} in {layer}, {away(one.in_all)} in all layers together"
        for one in answer.distances
    ]
    return [Items(lines)] if lines else []


def _moved(moved: Sequence[Moved]) -> list[Grid]:
    def told(measured: Measured | None) -> str:
        return parts.index(measured.value, ABOUT.get(measured.name, 2)) if measured else "none"

    rows = []
    for one in moved:
        name = (one.after or one.before).name if (one.after or one.before) else ""  # type: ignore[union-attr]
        rows.append((one.party, name, told(one.before), told(one.after)))
    return [Grid(("party", "measure", "before", "after"), rows)] if rows else []


def _supply(answer: Change) -> Iterator[Items]:
    lines = []
    for one in answer.supply:
        if one.before is None:
            lines.append(f"{one.party}: no deliveries are measured in the years before")
            continue
        after = f", with it {parts.between(one.after)}" if one.after else "; it has no volume on record"
        lines.append(f"{one.party}: HHI {parts.between(one.before)} in {one.before.years}{after}")
    if lines:
        yield Items(lines)


def _comparable(answer: Change) -> Iterator[Grid | Paragraph]:
    if not answer.comparable:
        yield Paragraph("None of its type and layer, with as many parties, is on record before it.")
        return
    for mine, usual, what in (
        (answer.reach_count, answer.typical_reach, "new states (each party and layer counts)"),
        (answer.bridge_count, answer.typical_bridges, "new pairs that a party stands between"),
    ):
        if usual and usual.low is not None and usual.high is not None:
            yield Paragraph(
                f"{mine.value:.0f} {what}; the {len(answer.comparable)} before it {usual.value:g} in the middle, "
                f"half of them from {usual.low:g} to {usual.high:g}."
            )
    rows = [
        (one.date, f"{one.reach}", f"{one.bridges}", "yes" if one.first else "no", " - ".join(one.parties))
        for one in answer.comparable
    ]
    yield Grid(("date", "new states", "new pairs", "first", "parties"), rows)


def _datasets(answer: Change) -> set[str]:
    moved = (*answer.betweenness, *answer.constraint, *answer.supply)
    sides = [side for one in moved for side in (one.before, one.after) if side]
    return {name for side in sides for name in side.datasets}
