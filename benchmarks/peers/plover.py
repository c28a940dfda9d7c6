"""Dragoman on the gold standard records of PLOVER: class of the event, state of the source, state of the target.

    python benchmarks/peers/plover.py                    records in ../shared/gold/plover_gsr
    python benchmarks/peers/plover.py FOLDER --errors 20

The records are sentences of the CAMEO manual, coded by hand with the 18 classes that PLOVER had in 2016
(https://github.com/openeventdata/PLOVER, CC BY-SA 4.0). Which of them are in scope is decided from the record alone:

1. its class is one that a type of the codebook has as its equivalent (`schema/types/*.yaml`);
2. its annotators gave it the context `military`;
3. its parties are of two different states, or a state and an international body.

Of the events and ties coded in a sentence the one that agrees best with the record counts: whole triple, then class,
then states. A side is right where all its states are coded on that side; where the record or the statement has parties
without a direction, either order is right. The figures of the peers are as published, of their own choice of records.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dragoman
from dragoman.actors import organisations
from dragoman.errors import DragomanError
from dragoman.model import Document, Kind, Statement, Status
from dragoman.schema import codebook

FOLDER = Path(__file__).resolve().parents[2].parent / "shared/gold/plover_gsr"
FILE = "PLOVER_GSR_CAMEO.txt"
GOAL = 0.75
OLD_NAMES = {"FIGHT": "ASSAULT"}
"""A class of the records that PLOVER has since merged into another; the others renamed have no type here."""
SLIPS = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Codes in the records that are not ISO 3166-1, and those that they stand for."""
BODIES = frozenset({"IGO", "NGO"})
HOSTILE = frozenset({"SANCTION", "THREATEN", "ASSAULT"})
UNSURE = frozenset({Status.planned, Status.possible})

Sides = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Coded:
    """An event of either side of the comparison; `directed` is False where the parties stand in no order."""

    event: str
    source: frozenset[str]
    target: frozenset[str]
    directed: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A gold record: `name` as in the file, without the prefix."""

    name: str
    text: str
    contexts: frozenset[str]
    coded: Coded

    def in_scope(self, covered: frozenset[str]) -> bool:
        """The criterion of the module."""
        states = self.coded.source | self.coded.target
        return self.coded.event in covered and "military" in self.contexts and len(states) > 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a record; `best` is None where no event or tie was coded."""

    record: Record
    best: Coded | None
    statements: int

    @property
    def event(self) -> bool:
        """Whether the class is right."""
        return self.best is not None and self.best.event == self.record.coded.event

    @property
    def sides(self) -> tuple[bool, bool]:
        """Whether source and target are right."""
        return agree(self.record.coded, self.best) if self.best else (False, False)

    @property
    def triple(self) -> bool:
        """Whether all three are right."""
        return self.event and all(self.sides)


# --- records ---


def read(folder: Path) -> list[Record]:
    """The records of the gold file, without the one that documents it. Raises OSError, ValueError."""
    rows = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return [record(row) for row in rows if row["event"] != "DOCUMENT"]


def record(row: Mapping[str, Any]) -> Record:
    """One entry of the file. Parties that act on each other stand there as several sources and no target."""
    source, target = listed(row.get("source")), listed(row.get("target"))
    directed = bool(target) or len(source) < 2
    if not directed:
        source, target = source[:1], source[1:]
    event = OLD_NAMES.get(row["event"], row["event"])
    contexts = frozenset(part.strip() for part in (row.get("context") or "").split(","))
    coded = Coded(event, frozenset(source), frozenset(target), directed)
    return Record(row["id"].removeprefix("PLOVER-GSR01-"), row["text"].strip("{} \n"), contexts, coded)


def listed(actors: Any) -> list[str]:
    """The codes of one side; a few records have a stray word there instead of actors."""
    codes = [str(a["code"]) for a in actors or () if isinstance(a, dict)]
    return [SLIPS.get(code, code) for code in codes]


# --- statements ---


def covered() -> frozenset[str]:
    """Every class that a type of the codebook has as an equivalent, in any case."""
    equivalents = [t.equivalents for t in codebook().types.values()]
    found = [e.plover for e in equivalents] + [case.plover for e in equivalents for case in e.cases]
    return frozenset(plover.event for plover in found if plover)


def coded(statement: Statement) -> Coded | None:
    """A statement as an event of PLOVER; None where PLOVER has no class for it."""
    book = codebook()
    plover = book.plover(statement.type, statement.status, statement.mode)
    if plover is None:
        return None
    by_side: dict[str, set[str]] = {"source": set(), "target": set(), "party": set(), "other": set()}
    for one in statement.participants:
        if one.actor:
            by_side[book.role_side(one.role, statement.type)].add(body(one.actor))
    source, target, parties = (frozenset(by_side[side]) for side in ("source", "target", "party"))
    event = as_said(plover.event, statement.status)
    if source or target:
        return Coded(event, source, target, directed=True)
    return Coded(event, parties, parties, directed=False)


def as_said(event: str, status: Status) -> str:
    """The class with the status: PLOVER has classes of their own for what is intended, refused or demanded."""
    if status is Status.denied:
        return "REJECT"
    if status is Status.called_for:
        return "DEMAND"
    if status in UNSURE:
        return "THREATEN" if event in HOSTILE else "AGREE"
    return event


def body(actor: str) -> str:
    """A state's code, or IGO for an organisation: the records do not tell organisations apart."""
    return "IGO" if actor in organisations() else actor


# --- comparison ---


def agree(gold: Coded, found: Coded) -> tuple[bool, bool]:
    """Whether source and target of the record are among those coded."""

    def right(sides: Sides) -> tuple[bool, bool]:
        source, target = sides
        return bool(gold.source) and gold.source <= source, bool(gold.target) and gold.target <= target

    straight = right((found.source, found.target))
    if gold.directed or not found.directed:
        return straight
    return max(straight, right((found.target, found.source)), key=sum)


def outcome(gold: Record) -> Outcome:
    """Code the sentence and take the statement that agrees best, the first of several."""
    document = Document(id=gold.name, source=gold.name, text=gold.text, language="en")
    statements = [s for s in dragoman.code(document).statements if s.kind is not Kind.inference]
    events = [event for s in statements if (event := coded(s))]

    def closeness(event: Coded) -> tuple[bool, bool, int]:
        sides = agree(gold.coded, event)
        return event.event == gold.coded.event and all(sides), event.event == gold.coded.event, sum(sides)

    return Outcome(gold, max(events, key=closeness, default=None), len(events))


# --- tables ---

PEERS = (
    ("UniversalPetrarch", 322, (".45*", ".62", ".61", ".25"), "partly: this file, but all records and all classes"),
    ("PETRARCH2", 0, ("", "", "", ".738"), "no: F1 of exact codes on its own validation sentences"),
    ("PETRARCH2, coarse", 0, ("", "", "", ".884"), "no: the same, country and root code alone"),
)


def counts(rows: Sequence[Outcome]) -> list[int]:
    """Records, coded, class right, source right, target right, triple right."""
    got = [row for row in rows if row.best]
    return [
        len(rows), len(got), sum(r.event for r in got), sum(r.sides[0] for r in got),
        sum(r.sides[1] for r in got), sum(r.triple for r in got),
    ]  # fmt: skip


def table(rows: Sequence[Outcome]) -> str:
    """A line a class, the shares, the peers."""
    head = f"{'':<20}{'records':>8}{'coded':>7}{'class':>7}{'source':>8}{'target':>8}{'triple':>8}"
    lines = [head]
    for event in sorted({row.record.coded.event for row in rows}):
        lines.append(line(event, counts([row for row in rows if row.record.coded.event == event])))
    total = counts(rows)
    lines.append(line("all", total))
    lines.append(shares("(a) of the coded", total, total[1]))
    lines.append(shares("(b) of all covered", total, total[0]))
    lines += ["", "Peers, as published", head]
    for name, records, values, why in PEERS:
        cells = "".join(f"{value:>{width}}" for value, width in zip(values, (7, 8, 8, 8), strict=True))
        lines += [f"{name:<20}{records or '':>8}{'':>7}{cells}", f"  comparable: {why}"]
    return "\n".join([*lines, "  * F1 of the classes, averaged"])


def line(name: str, numbers: Sequence[int]) -> str:
    """Counts of one class."""
    cells = "".join(f"{n:>{w}}" for n, w in zip(numbers, (8, 7, 7, 8, 8, 8), strict=True))
    return f"{name:<20}{cells}"


def shares(name: str, total: Sequence[int], whole: int) -> str:
    """Shares of one whole."""
    cells = "".join(f"{share(n, whole):>{w}}" for n, w in zip(total[2:], (7, 8, 8, 8), strict=True))
    return f"{name:<20}{whole:>8}{share(total[1], whole):>7}{cells}"


def share(part: int, whole: int) -> str:
    """Two decimals; `-` of nothing."""
    return f"{part / whole:.2f}" if whole else "-"


def report(rows: Sequence[Outcome], every: int) -> str:
    """The scope in words, the table, what the goal refers to."""
    within = [row for row in rows if row.record.in_scope(covered())]
    outside = [row for row in rows if not row.record.in_scope(covered())]
    total = counts(within)
    met = min(total[3], total[4]) >= GOAL * total[0]
    return "\n".join(
        [
            f"PLOVER gold standard records: {every}, in scope {len(within)} (class covered, context military,",
            "parties of two states, or a state and an international body)",
            "",
            table(within),
            "",
            f"The goal of {GOAL} for source and target refers to (b), all covered: {'met' if met else 'not met'}.",
            f"Of the {len(outside)} records out of scope, something was coded in {counts(outside)[1]}.",
        ]
    )


def errors(rows: Iterable[Outcome], count: int) -> str:
    """The records in scope that are not right, with what was coded."""
    wrong = [row for row in rows if row.record.in_scope(covered()) and not row.triple]
    return "\n".join(
        f"\n{row.record.name}: {row.record.text}\n  gold  {shown(row.record.coded)}\n  coded {shown(row.best)}"
        for row in wrong[:count]
    )


def shown(event: Coded | None) -> str:
    """An event on one line."""
    if event is None:
        return "nothing"
    arrow = "->" if event.directed else "<->"
    return f"{event.event} {'+'.join(sorted(event.source))} {arrow} {'+'.join(sorted(event.target))}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, code, print. Exit code 2 where the records cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="the folder of the gold standard records")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N records that are not right")
    chosen = parser.parse_args(arguments)
    try:
        records = read(chosen.folder)
    except (OSError, ValueError, LookupError, TypeError) as error:
        print(f"plover: no gold standard records ({FILE}) in {chosen.folder}: {error}", file=sys.stderr)
        return 2
    try:
        rows = [outcome(gold) for gold in records]
    except DragomanError as error:
        print(f"plover: {error}", file=sys.stderr)
        return 2
    print(report(rows, len(records)))
    if chosen.errors > 0:
        print(errors(rows, chosen.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
