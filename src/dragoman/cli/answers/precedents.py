"""Precedents as a page, and as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.cli.answers import parts
from dragoman.cli.answers.page import Grid, Items, Page, Paragraph, Section
from dragoman.cli.answers.paths import item_line
from dragoman.cli.answers.writing import Row
from dragoman.network import Item, Precedents, path_rules

SHOWN = 15
"""Items and intermediaries that a section tells; json has all."""


def precedents_page(answer: Precedents) -> Page:
    """What passed through others, nearest to the pattern first."""
    ends = (answer.origin, answer.via, answer.beneficiary)
    asked = " > ".join(parts.name(end) if end else "any state" for end in ends)
    return Page(
        title=f"Precedents of {asked}, by the record of {answer.as_of}",
        lead=[Paragraph(line) for line in _lead(answer)],
        sections=[
            Section("The pattern itself", _items(answer.itself)),
            Section("The same origin and beneficiary, through others", _items(answer.same_beneficiary)),
            Section("The same intermediary, to others", _items(answer.same_intermediary[::-1])),
            Section("Through whom it passed", [_table(answer)] if answer.through else []),
            Section("How it passed", [Items(list(_shapes(answer)))] if answer.through else []),
            parts.blind(answer.scope),
            parts.sources(answer.scope, {name for one in answer.through for name in one.datasets}),
        ],
    )


def precedents_rows(answer: Precedents) -> list[Row]:
    """A row an item, with what it has in common with the pattern."""
    groups = {
        "itself": answer.itself,
        "same_beneficiary": answer.same_beneficiary,
        "same_intermediary": answer.same_intermediary,
    }
    return [
        {
            "group": group, "origin": one.origin, "intermediary": one.intermediary, "beneficiary": one.beneficiary,
            "shape": one.shape.value, "status": one.status.value, "start": one.tie.start, "end": one.tie.end,
            "subject": one.tie.subject, "weight": one.tie.weight, "unit": one.tie.unit, "comment": one.tie.comment,
            "dataset": one.tie.dataset, "tie": one.tie.id, "got": one.got.id if one.got else None, "also": one.also,
        }
        for group, items in groups.items()
        for one in items
    ]  # fmt: skip


def _lead(answer: Precedents) -> Iterator[str]:
    of = f" of {answer.origin}" if answer.origin else ""
    yield f"{parts.count(answer.items, 'thing')}{of} on record passed through a third state."
    if answer.via and answer.beneficiary and not answer.itself:
        yield f"None of them through {answer.via} to {answer.beneficiary}."
    if answer.beneficiary and not answer.itself and not answer.same_beneficiary:
        yield f"None of them reached {answer.beneficiary}."
    if answer.via and not answer.itself and not answer.same_intermediary_count:
        yield f"None of them passed through {answer.via}."


def _items(items: Iterable[Item]) -> list[Items]:
    told = list(items)
    lines: list[str] = [
        f"{one.origin} > {one.intermediary} > {one.beneficiary}: {item_line(one)}" for one in told[:SHOWN]
    ]
    if len(told) > SHOWN:
        lines.append(f"and {len(told) - SHOWN} more")
    return [Items(lines)] if lines else []


def _table(answer: Precedents) -> Grid:
    rows = [
        (
            one.intermediary if answer.origin else f"{one.origin} > {one.intermediary}",
            f"{one.items:,}",
            f"{one.happened:,}",
            str(one.years),
            "yes" if one.licensed else "no",
            parts.names(one.beneficiaries, 6),
        )
        for one in answer.through[:SHOWN]
    ]
    return Grid(("through", "things", "happened", "years", "licence", "to"), rows)


def _shapes(answer: Precedents) -> Iterator[str]:
    for shape, rule in path_rules().items.items():
        found = sum(one.shapes.get(shape, 0) for one in answer.through)
        if found:
            yield f"{rule.label.en}: {parts.count(found, 'thing')}; {rule.reason}"
