"""Writes the figures in docs/method/coding.md, between `<!-- figures NAME -->` and `<!-- /figures -->` (`make docs`).

    python scripts/method_figures.py [GOLD]     GOLD: a folder of annotated passages, `evaluation` by default

Half a minute. A language without a pack is left out; without passages the page stays as it is.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import yaml  # noqa: E402

import dragoman  # noqa: E402
from dragoman.errors import GoldError, LanguageError  # noqa: E402
from dragoman.evaluation import Passage, Scored, confusion, digest, figures, read_gold, scored  # noqa: E402
from dragoman.evaluation.figures import share  # noqa: E402
from dragoman.evaluation.matching import overlap, pairs, strict  # noqa: E402
from dragoman.evaluation.said import coded  # noqa: E402
from dragoman.evaluation.scored import readings  # noqa: E402
from dragoman.model import Coding, Document, Kind, Statement, Status  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/method/coding.md"
ERRORS = ROOT / "docs/method/errors.yaml"
BLOCK = re.compile(r"(<!-- figures (\w+) -->\n).*?(<!-- /figures -->)", re.DOTALL)
SHOWN = ("type", "overlap", "actors", "strict", "precision", "recall", "roles", "status", "speaker", "quiet")
NAMES = {"ru": "Russian", "en": "English"}
KINDS = {Kind.event: "events and ties", Kind.inference: "inferences"}
NOTHING = "-"
BANDS = ((0.0, 0.75, "under .75"), (0.75, 0.85, ".75 to .84"), (0.85, 1.01, ".85 and over"))
"""From, below, name."""
SURE = (Status.happened, Status.ongoing)


@dataclass(frozen=True, slots=True)
class Measured:
    """What the blocks are made from: the gold set, its passages with their codings, and these compared."""

    gold: Path
    codings: Sequence[tuple[Passage, Coding]]
    rows: Sequence[Scored]


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


def whole(measured: Measured) -> str:
    """The figures by language and kind."""
    lines = []
    for language in sorted({language_of(row) for row in measured.rows}, reverse=True):
        for kind, title in KINDS.items():
            own = [row for row in measured.rows if language_of(row) == language and row.kind is kind]
            made = asdict(figures(own))
            cells = [str(made[n]) for n in ("passages", "gold", "coded")] + [decimals(made[n]) for n in SHOWN]
            lines.append([f"{NAMES.get(language, language)}, {title}", *cells])
    return table(["", "passages", "annotated", "coded", *SHOWN], lines)


def types(measured: Measured) -> str:
    """What became of the annotated statements of each type, all languages together."""
    counts = confusion(measured.rows).types
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


def statuses(measured: Measured) -> str:
    """Annotated against coded status, and how often what is not so sure was stated as a fact."""
    counts = confusion(measured.rows).statuses
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
        f"happened or ongoing ({decimals(share(wrong, total))}).\n"
    )


def confidence(measured: Measured) -> str:
    """How often coded statements are right, by the confidence that they were given."""
    lines = []
    for kind, title in KINDS.items():
        annotated = [pair for pair in measured.codings if kind in pair[0].annotated]
        judged = [row for passage, coding in annotated for row in rights(passage, coding, kind)]
        for low, high, name in BANDS:
            own = [(close, right) for value, close, right in judged if low <= value < high]
            shares = [decimals(share(sum(hits), len(own))) for hits in zip(*own, strict=True)] or [NOTHING, NOTHING]
            lines.append([f"{title}, {name}", str(len(own)), *shares])
    return table(["", "coded", "type and an actor right", "fully right"], lines)


def rights(passage: Passage, coding: Coding, kind: Kind) -> Iterator[tuple[float, bool, bool]]:
    """Of each coded statement that is scored: its confidence, whether it matches by `overlap`, whether by `strict`."""
    made = [(s.confidence, said) for s in coding.statements for said in coded([s], kind)]
    gold, found = readings(passage, kind, [said for _, said in made])
    close, right = ({id(found[j]) for _, j in pairs(gold, found, same)} for same in (overlap, strict))
    counted = {id(said) for said in found}
    yield from ((value, id(said) in close, id(said) in right) for value, said in made if id(said) in counted)


def errors(_: Measured) -> str:
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


def measured_on(measured: Measured) -> str:
    """What the figures were measured on."""
    passages = Counter(NAMES.get(language_of(r), language_of(r)) for r in measured.rows if r.kind is Kind.event)
    parts = " and ".join(f"{n} {language}" for language, n in sorted(passages.items(), reverse=True))
    return f"Measured on {parts} passages; SHA-256 of the set: `{digest(measured.gold)[:16]}…`.\n"


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


BLOCKS = {
    "set": measured_on,
    "whole": whole,
    "types": types,
    "statuses": statuses,
    "confidence": confidence,
    "errors": errors,
}


def filled(page: str, measured: Measured) -> str:
    """The page with every block as measured now."""
    return BLOCK.sub(lambda found: f"{found[1]}\n{BLOCKS[found[2]](measured)}\n{found[3]}", page)


def main(arguments: Sequence[str]) -> int:
    """Measure and write; 2 where the passages cannot be read."""
    gold = Path(arguments[0]) if arguments else ROOT / "evaluation"
    if gold.is_dir() and not any(gold.rglob("*.jsonl")):
        print(f"no passages in {gold}: the figures in {PAGE.relative_to(ROOT)} stay as they are", file=sys.stderr)
        return 0
    try:
        made = codings(read_gold(gold))
    except GoldError as error:
        print(error, file=sys.stderr)
        return 2
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), Measured(gold, made, scored(made))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
