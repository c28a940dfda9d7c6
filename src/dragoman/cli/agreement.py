"""The figures of `dragoman evaluate` as text of at most 80 columns, and as JSON."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from dragoman.evaluation import Figures, Scored, confusion, figures, split_of
from dragoman.evaluation.figures import share
from dragoman.evaluation.matching import pairs, strict
from dragoman.evaluation.scored import only
from dragoman.model import Kind

WIDTH = 80
TITLES = {Kind.event: "Events and ties", Kind.inference: "Inferences"}
WHOLE = ("type", "overlap", "actors", "strict", "P", "R", "roles", "status", "speaker", "quiet")
PART = ("overlap", "actors", "strict", "P", "R", "status")
LONG = {"P": "precision", "R": "recall"}
Groups = list[tuple[str, list[Scored]]]


def as_text(rows: Sequence[Scored], by: str | None, *, errors: int, confused: bool) -> str:
    """Everything that was asked for, kind by kind."""
    parts = []
    for kind in (k for k in Kind if any(r.kind is k for r in rows)):
        own = [r for r in rows if r.kind is kind]
        total = figures(own)
        parts.append(heading(kind, total))
        parts.append(table([("all", own)], WHOLE))
        if by:
            parts.append(table(groups(own, by), PART if by in ("type", "status") else WHOLE))
        if confused:
            parts += confusions(own)
        parts += [trouble(row) for row in imperfect(own)[:errors]]
    return "\n".join(parts) + grounding(rows)


def heading(kind: Kind, total: Figures) -> str:
    """What is measured, over how much."""
    return f"{TITLES[kind]}: {total.passages} passages, {total.gold} annotated, {total.coded} coded\n"


def grounding(rows: Sequence[Scored]) -> str:
    """How many statements stand on the stored text."""
    seen = {r.passage.id: r for r in rows}.values()
    whole, right = sum(r.statements for r in seen), sum(r.grounded for r in seen)
    return f"\nEvidence is the very text in {right} of {whole} coded statements ({decimals(share(right, whole))}).\n"


def groups(rows: Sequence[Scored], by: str) -> Groups:
    """The rows by language or split; by type or status, every row with the statements of that value alone."""
    if by in ("type", "status"):
        values = sorted({getattr(s, by) for r in rows for s in (*r.gold, *r.coded)})
        return [(value, only(rows, **{by: value})) for value in values]
    names = {id(r): split_of(r.passage.id) if by == "split" else r.passage.document.language or "und" for r in rows}
    return [(name, [r for r in rows if names[id(r)] == name]) for name in sorted(set(names.values()))]


def table(grouped: Groups, columns: Sequence[str]) -> str:
    """A line a group."""
    width = max([5, *(len(name) for name, _ in grouped)])
    widths = [max(4, len(column)) for column in columns]
    head = "".join(f" {column:>{w}}" for column, w in zip(columns, widths, strict=True))
    lines = [f"{'':<{width}} gold coded{head}"]
    for name, rows in grouped:
        made = figures(rows)
        values = [asdict(made)[LONG.get(column, column)] for column in columns]
        cells = "".join(f" {decimals(value):>{w}}" for value, w in zip(values, widths, strict=True))
        lines.append(f"{name:<{width}} {made.gold:>4} {made.coded:>5}{cells}")
    return "\n".join(lines) + "\n"


def decimals(value: float | None) -> str:
    """Three decimals, without the zero before the point; `-` for a share of nothing."""
    if value is None:
        return "-"
    return "1.00" if value >= 0.9995 else f"{value:.3f}"[1:]


def confusions(rows: Sequence[Scored]) -> list[str]:
    """Types and statuses that were taken for others, the commonest first; `-` is no statement at all."""
    found = confusion(rows)
    return [
        mistaken("Type annotated as, coded as (- is nothing)", found.types),
        mistaken("Status annotated as, coded as", found.statuses),
    ]


def mistaken(title: str, counts: Counter[tuple[str, str]]) -> str:
    """The pairs that differ."""
    wrong = sorted(((n, pair) for pair, n in counts.items() if pair[0] != pair[1]), key=lambda row: (-row[0], row[1]))
    right = sum(n for pair, n in counts.items() if pair[0] == pair[1])
    lines = [f"{title}: {right} alike"]
    lines += [f"  {gold:<25} {coded:<25} {count:>4}" for count, (gold, coded) in wrong]
    return "\n".join(lines) + "\n"


def imperfect(rows: Iterable[Scored]) -> list[Scored]:
    """The passages in which something is missing, extra or different."""
    return [r for r in rows if len(pairs(r.gold, r.coded, strict)) != max(len(r.gold), len(r.coded))]


def trouble(row: Scored) -> str:
    """One passage with what was annotated and what was coded; a mark where both agree."""
    matched = pairs(row.gold, row.coded, strict)
    text = textwrap.fill(" ".join(row.passage.document.text.split()), WIDTH - 2)
    lines = [f"{row.passage.id} ({row.passage.document.language or 'und'})", textwrap.indent(text, "  ")]
    for title, said, right in (
        ("gold ", row.gold, {i for i, _ in matched}),
        ("coded", row.coded, {j for _, j in matched}),
    ):
        lines += [f"  {'=' if i in right else '!'} {title} {one.line}" for i, one in enumerate(said)]
    return "\n".join(lines) + "\n"


def as_json(rows: Sequence[Scored], by: str | None) -> str:
    """Every figure by kind, and by group where asked."""
    made: dict[str, object] = {}
    for kind in (k for k in Kind if any(r.kind is k for r in rows)):
        own = [r for r in rows if r.kind is kind]
        found: dict[str, object] = {"all": asdict(figures(own))}
        if by:
            found[by] = {name: asdict(figures(part)) for name, part in groups(own, by)}
        made[kind.value] = found
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
