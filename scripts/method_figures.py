"""Writes the figures in docs/method/coding.md, between `<!-- figures NAME -->` and `<!-- /figures -->` (`make docs`).

    python scripts/method_figures.py [GOLD]     GOLD: a folder of annotated passages, `evaluation` by default

Half a minute. A language without a pack is left out; without passages the page stays as it is.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import yaml  # noqa: E402

import dragoman  # noqa: E402
from dragoman.errors import GoldError, LanguageError  # noqa: E402
from dragoman.evaluation import Passage, Scored, confusion, digest, figures, read_gold, scored  # noqa: E402
from dragoman.model import Coding, Document, Kind, Statement, Status  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/method/coding.md"
ERRORS = ROOT / "docs/method/errors.yaml"
BLOCK = re.compile(r"(<!-- figures (\w+) -->\n).*?(<!-- /figures -->)", re.DOTALL)
SHOWN = ("type", "overlap", "actors", "strict", "precision", "recall", "roles", "status", "speaker", "quiet")
NAMES = {"ru": "Russian", "en": "English"}
KINDS = {Kind.event: "events and ties", Kind.inference: "inferences"}
NOTHING = "-"
SURE = (Status.happened, Status.ongoing)


def codings(passages: Iterable[Passage]) -> list[tuple[Passage, Coding]]:
    """Every passage in a language that can be read, with its coding."""
    made = []
    for passage in passages:
        try:
            made.append((passage, dragoman.code(passage.document)))
        except LanguageError:
            continue
    return made


# --- blocks ---


def whole(rows: Sequence[Scored]) -> str:
    """The figures by language and kind."""
    lines = []
    for language in sorted({language_of(row) for row in rows}, reverse=True):
        for kind, title in KINDS.items():
            own = [row for row in rows if language_of(row) == language and row.kind is kind]
            made = asdict(figures(own))
            cells = [str(made[n]) for n in ("passages", "gold", "coded")] + [decimals(made[n]) for n in SHOWN]
            lines.append([f"{NAMES.get(language, language)}, {title}", *cells])
    return table(["", "passages", "annotated", "coded", *SHOWN], lines)


def types(rows: Sequence[Scored]) -> str:
    """What became of the annotated statements of each type, all languages together."""
    counts = confusion(rows).types
    lines = []
    for name in sorted({gold for gold, _ in counts} - {NOTHING}):
        own = Counter({coded: n for (gold, coded), n in counts.items() if gold == name})
        others = {coded: n for coded, n in own.items() if coded not in (name, NOTHING)}
        shown = ", ".join(f"`{o}` {n}" for o, n in sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))[:3])
        extra = counts[NOTHING, name] + sum(n for (g, c), n in counts.items() if c == name and g not in (name, NOTHING))
        cells = [own.total(), own[name], own[NOTHING], sum(others.values()), extra]
        lines.append([f"`{name}`", *map(str, cells), shown or NOTHING])
    head = [
        "type",
        "annotated",
        "coded so",
        "not coded",
        "coded as another",
        "coded wrongly as this",
        "commonest others",
    ]
    return table(head, lines)


def statuses(rows: Sequence[Scored]) -> str:
    """Annotated against coded status, and how often what is not so sure was stated as a fact."""
    counts = confusion(rows).statuses
    order = [status.value for status in Status]
    lines = [[f"`{gold}`", *(str(counts[gold, coded]) for coded in order)] for gold in order]
    return f"{table(['annotated', *(f'`{s}`' for s in order)], lines)}\n{overstated(counts)}"


def overstated(counts: Counter[tuple[str, str]]) -> str:
    """The worst mistake, counted."""
    unsure = {pair: n for pair, n in counts.items() if pair[0] not in SURE}
    wrong = sum(n for pair, n in unsure.items() if pair[1] in SURE)
    total = sum(unsure.values())
    return (
        f"Of {total} statements that are annotated as planned, possible, called for or denied, {wrong} were coded as "
        f"happened or ongoing ({decimals(wrong / total if total else None)}).\n"
    )


def errors(_: Sequence[Scored]) -> str:
    """The families of errors, each with what is coded now."""
    parts = []
    for entry in yaml.safe_load(ERRORS.read_text(encoding="utf-8")):
        document = Document(id="example", source="example", text=entry["text"], language=entry["language"])
        try:
            found = "; ".join(map(told, dragoman.code(document).statements)) or "nothing"
        except LanguageError:
            found = "not read, there is no pack for the language"
        parts.append(
            f"**{entry['family']}.** {entry['why']}\n\n> {entry['text']}\n\n"
            f"- a careful reader: {entry['reader']}\n- Dragoman: {found}\n"
        )
    return "\n".join(parts)


def told(statement: Statement) -> str:
    """A statement as `errors.yaml` writes what a reader codes."""
    by_role: dict[str, list[str]] = {}
    for one in statement.participants:
        by_role.setdefault(one.role, []).append(one.actor or "somebody")
    roles = [" and ".join(who) + (f" {role}" if role != "party" else "") for role, who in by_role.items()]
    return ", ".join([f"{statement.type} {statement.status.value}", *roles])


def set_of(gold: Path) -> Callable[[Sequence[Scored]], str]:
    """What the figures were measured on."""

    def measured(rows: Sequence[Scored]) -> str:
        passages = Counter(NAMES.get(language_of(r), language_of(r)) for r in rows if r.kind is Kind.event)
        parts = " and ".join(f"{n} {language}" for language, n in sorted(passages.items(), reverse=True))
        return f"Measured on {parts} passages; SHA-256 of the set: `{digest(gold)[:16]}…`.\n"

    return measured


def language_of(row: Scored) -> str:
    """The language of its passage."""
    return row.passage.document.language or "und"


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, numbers to the right."""
    marks = ["---", *("---:" if name != "commonest others" else "---" for name in head[1:])]
    return "".join(f"| {' | '.join(line)} |\n" for line in (head, marks, *lines))


def decimals(value: float | None) -> str:
    """Two decimals without the zero before the point; `-` for a share of nothing."""
    if value is None:
        return NOTHING
    return "1.00" if value >= 0.995 else f"{value:.2f}"[1:]


# --- the page ---


def filled(page: str, gold: Path, rows: Sequence[Scored]) -> str:
    """The page with every block as measured now."""
    blocks = {"set": set_of(gold), "whole": whole, "types": types, "statuses": statuses, "errors": errors}
    return BLOCK.sub(lambda found: f"{found[1]}\n{blocks[found[2]](rows)}\n{found[3]}", page)


def main(arguments: Sequence[str]) -> int:
    """Measure and write; 2 where the passages cannot be read."""
    gold = Path(arguments[0]) if arguments else ROOT / "evaluation"
    if gold.is_dir() and not any(gold.rglob("*.jsonl")):
        print(f"no passages in {gold}: the figures in {PAGE.relative_to(ROOT)} stay as they are", file=sys.stderr)
        return 0
    try:
        rows = scored(codings(read_gold(gold)))
    except GoldError as error:
        print(error, file=sys.stderr)
        return 2
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), gold, rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
