"""The figures of merging as `dragoman evaluate` prints them: text of at most 80 columns, and JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from dragoman.cli.agreement import WIDTH, decimals
from dragoman.evaluation.baselines import METHODS
from dragoman.evaluation.bcubed import BCubed
from dragoman.evaluation.merging import MERGED, Copies, Layer, groups, splits
from dragoman.evaluation.mistakes import Mistake, mistakes
from dragoman.evaluation.stories import Story

FIRST = 36
"""Columns for the name of a line."""
TITLES = {
    "annotated": "Statements as annotated",
    "coded": "Statements as coded; missed and surplus ones count as wrong",
    "coded and annotated": "Statements as coded, those that are annotated too",
}


def stories_text(stories: Sequence[Story], found: Sequence[Layer], pairs: Copies, by: str | None, errors: int) -> str:
    """Every layer with its baselines, the near-duplicates, and what else was asked for."""
    parts = [heading(stories, found[0])]
    for layer in found:
        rows = [(method, layer.figures(method)) for method in METHODS]
        rows += [(f"  merged, {name}", layer.figures(MERGED, keys)) for name, keys in splits(layer).items()]
        parts.append(f"{TITLES[layer.name]}:\n{table(rows)}")
    if by:
        named = [(name, found[0].figures(MERGED, keys)) for name, keys in groups(stories, by).items()]
        parts.append(f"As annotated, merged, by {by}:\n{table(named)}")
    parts.append(copies_line(pairs))
    parts += [trouble(mistake) for mistake in wrong(found[0])[:errors]]
    return "\n".join(parts)


def heading(stories: Sequence[Story], annotated: Layer) -> str:
    """What is measured, over how much."""
    reports = sum(len(story.reports) for story in stories)
    labels = annotated.labelled.happening.values()
    return (
        f"Merging: {len(stories)} stories, {reports} reports, {len(labels)} statements "
        f"of {len(set(labels))} happenings\nB-cubed precision, recall and F1 over statements\n"
    )


def table(rows: Sequence[tuple[str, BCubed]]) -> str:
    """A line a name."""
    lines = [f"{'':<{FIRST}} statements     P     R    F1"]
    for name, made in rows:
        cells = "".join(f" {decimals(value):>5}" for value in (made.precision, made.recall, made.f1))
        lines.append(f"{name:<{FIRST}} {made.count:>10}{cells}")
    return "\n".join(lines) + "\n"


def copies_line(pairs: Copies) -> str:
    """How well near-duplicate documents are found."""
    return (
        f"Near-duplicates: {pairs.right} of {pairs.gold} pairs found, {pairs.found - pairs.right} found wrongly "
        f"(P {decimals(pairs.precision)}, R {decimals(pairs.recall)})\n"
    )


def wrong(layer: Layer) -> list[Mistake]:
    """The mistakes of a layer in stories that may be read."""
    reports = {report.key: report for report in layer.labelled.reports}
    return mistakes(reports, layer.labelled.happening, dict(layer.found[MERGED]))


def trouble(mistake: Mistake) -> str:
    """Two reports with what was made of them, and why."""
    head = "put together, of two happenings" if mistake.together else "kept apart, of one happening"
    lines = [f"{head} (score {decimals(mistake.score)})"]
    for report in (mistake.a, mistake.b):
        told = f"{report.key} ({report.published}): {report.statement.evidence.text}"
        lines.append(textwrap.fill(told, WIDTH - 4, initial_indent="  ", subsequent_indent="    "))
    lines += [f"  + {reason}" for reason in mistake.reasons]
    if mistake.against:
        lines.append(f"  - {mistake.against}")
    return "\n".join(lines) + "\n"


def stories_json(stories: Sequence[Story], found: Sequence[Layer], pairs: Copies, by: str | None) -> str:
    """Every figure unrounded."""
    made: dict[str, object] = {}
    for layer in found:
        named: dict[str, object] = {method: asdict(layer.figures(method)) for method in METHODS}
        named["split"] = parts(layer, splits(layer))
        if by and by != "split":
            named[by] = parts(layer, groups(stories, by))
        made[layer.name] = named
    made["copies"] = asdict(pairs)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def parts(layer: Layer, by: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """The figures of merging for each group."""
    return {name: asdict(layer.figures(MERGED, keys)) for name, keys in by.items()}
