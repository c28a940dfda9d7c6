"""Dragoman on the meetings of FactRuEval-2016: are they found, with the states whose officials meet?

    python benchmarks/factrueval.py                  texts in ../shared/gold/factrueval2016
    python benchmarks/factrueval.py FOLDER --errors 20

FactRuEval-2016 (https://github.com/dialogue-evaluation/factRuEval-2016, MIT) has 255 Russian texts with hand-annotated
facts. A `Meeting` there names persons who meet; `Occupation` says where a person serves. A meeting counts here where
its participants stand for at least two states or international bodies, by their occupations in the same text or by
their own names. The codebook codes a meeting only for a military, defence, arms or security reason. `in scope` are the
meetings that have a word of defence (DEFENCE) in a paragraph that names two of the participants.

Found is a meeting, visit or negotiation in the same text among whose parties are all of its states. Precision is the
share, of those coded with two states or more, that are annotated. The annotation only has meetings of persons who are
named, so talks of governments and visits without a host count against it: a lower bound. The second precision is of
those coded with a person named for two parties.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import dragoman
from dragoman.actors import find_mentions
from dragoman.coding import coder
from dragoman.errors import DragomanError
from dragoman.model import Document, Kind

FOLDER = Path(__file__).resolve().parents[1].parent / "shared/gold/factrueval2016"
PARTS = ("devset", "testset")
MEETINGS = frozenset({"meeting", "visit", "negotiation"})
DEFENCE = re.compile(
    r"\b(воен|войн|войск|вооруж|оруж|оборон|арми|безопасност|ракет|ядерн|флот|перемири|прекращени\w+ огня|обстрел"
    r"|боев|миротвор|нато\b|террор|агресси|оккупаци)",
    re.IGNORECASE,
)
"""Stems that make a paragraph one about defence; written before any figure was taken."""
SERVICE = frozenset({"name", "adjective", "organisation", "seat"})
"""What names the state that an office serves: not a capital (mayors) and not a company."""
FORMER = re.compile(r"\b(бывш|экс-)", re.IGNORECASE)

FOUND = "found"
KINDS = {
    FOUND: "coded with all its states",
    "out of scope": "nothing coded, no word of defence: no statement",
    "party not recovered": "coded with some of its states only",
    "wrong party": "coded with a state that does not take part",
    "other type": "its states are in a statement of another type",
    "not coded": "about defence, and no statement",
}
"""How an annotated meeting may end; `out of scope` is right by the codebook, though not found."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An annotated meeting: the states that its participants stand for, and whether it is about defence."""

    text: str
    states: frozenset[str]
    in_scope: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """A meeting with what became of it, a key of KINDS, and the coded meetings that share a state with it."""

    meeting: Meeting
    kind: str
    near: tuple[frozenset[str], ...] = ()

    @property
    def line(self) -> str:
        """As it is shown among the errors."""
        near = "; ".join(" ".join(sorted(states)) for states in self.near)
        return f"{self.meeting.text}: {' '.join(sorted(self.meeting.states))}: {self.kind}" + f" ({near})" * bool(near)


@dataclass(frozen=True, slots=True)
class Met:
    """A coded meeting: its states, for how many a person is named, whether it is an annotated one."""

    states: frozenset[str]
    persons: int
    annotated: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A block of a `.facts` file: the type, and its arguments as (name, value)."""

    type: str
    arguments: tuple[tuple[str, str], ...]

    def values(self, name: str) -> list[str]:
        """All values of an argument."""
        return [value for key, value in self.arguments if key == name]


# --- the annotation ---


def texts(folder: Path) -> list[Path]:
    """The texts that have facts. Raises FileNotFoundError where there are none."""
    found = [path.with_suffix(".txt") for part in PARTS for path in sorted((folder / part).glob("*.facts"))]
    if not found:
        raise FileNotFoundError("no devset/*.facts and no testset/*.facts")
    return found


def facts(path: Path) -> list[Fact]:
    """The facts of a text; a block is `ID Type`, then a line for each argument."""
    blocks = [block.splitlines() for block in re.split(r"\n\s*\n", lines(path, ".facts").strip()) if block.strip()]
    return [
        Fact(block[0].split()[1], tuple((a, b.strip()) for a, _, b in (line.partition(" ") for line in block[1:])))
        for block in blocks
    ]


def lines(path: Path, suffix: str) -> str:
    """A file beside the text."""
    return path.with_suffix(suffix).read_text(encoding="utf-8-sig")


def places(path: Path) -> dict[str, list[int]]:
    """Where an object is mentioned, by `objID`: starts in characters of the text."""
    starts = {row[0]: int(row[2]) for row in rows(path, ".spans")}
    mentions = {row[0]: [starts[span] for span in row[2:] if span in starts] for row in rows(path, ".objects")}
    found = {}
    for block in re.split(r"\n\s*\n", lines(path, ".coref").strip()):
        identity, *own = block.split("\n", 1)[0].split()
        found[f"obj{identity}"] = [start for mention in own for start in mentions.get(mention, ())]
    return found


def rows(path: Path, suffix: str) -> Iterator[list[str]]:
    """The fields of each line, without what follows `#`."""
    for line in lines(path, suffix).splitlines():
        if line.strip():
            yield line.partition("#")[0].split()


def meetings(path: Path) -> list[Meeting]:
    """The meetings of a text between two states or more."""
    every = facts(path)
    served = states_served(every)
    text, where = lines(path, ".txt"), places(path)
    found = []
    for fact in every:
        if fact.type != "Meeting":
            continue
        people = fact.values("Participant")
        states = frozenset().union(*(served.get(p) or named(p.partition(" ")[2]) for p in people))
        if len(states) > 1:
            found.append(Meeting(path.stem, states, about_defence(text, [where.get(p.split()[0], []) for p in people])))
    return found


def states_served(every: Iterable[Fact]) -> dict[str, frozenset[str]]:
    """Participant to the state or body that he serves; former posts and posts whose state is not said are left out."""
    found: dict[str, frozenset[str]] = {}
    for fact in every:
        if fact.type != "Occupation" or any(map(FORMER.search, fact.values("Job") + fact.values("Position"))):
            continue
        for who in fact.values("Who"):
            for place in fact.values("Where"):
                found[who] = found.get(who) or named(place.partition(" ")[2])
    return found


def named(name: str) -> frozenset[str]:
    """The one state or body that a name stands for: the gazetteer reads it, as the coder reads texts."""
    russian = coder("ru")
    sentences = russian.pack.split(name.replace(" | ", ". "))
    russian.pack.parse(sentences)
    mentions = [m for s in sentences for m in find_mentions(s.tokens, russian.gazetteer)]
    return frozenset([m.codes[0] for m in mentions if m.form in SERVICE and len(m.codes) == 1][:1])


def about_defence(text: str, participants: Sequence[Sequence[int]]) -> bool:
    """Whether a paragraph that names two of the participants has a word of defence."""
    for paragraph in re.finditer(r"[^\n]+", text):
        here = sum(any(paragraph.start() <= s < paragraph.end() for s in starts) for starts in participants)
        if here > 1 and DEFENCE.search(paragraph.group()):
            return True
    return False


# --- the comparison ---


def coded(path: Path) -> tuple[list[Met], list[frozenset[str]]]:
    """The coded meetings, and the actors of every other event or tie of a text."""
    document = Document(id=path.stem, source=path.stem, text=lines(path, ".txt"), language="ru")
    statements = [s for s in dragoman.code(document).statements if s.kind is not Kind.inference]
    met = [
        Met(frozenset(s.actors()), len({p.person for p in s.participants if p.actor and p.person}))
        for s in statements
        if s.type in MEETINGS
    ]
    return met, [frozenset(s.actors()) for s in statements if s.type not in MEETINGS]


def kind(meeting: Meeting, met: Sequence[Met], others: Sequence[frozenset[str]]) -> str:
    """What became of a meeting."""
    shared = [one.states for one in met if one.states & meeting.states]
    if any(meeting.states <= states for states in shared):
        return FOUND
    if any(states - meeting.states for states in shared):
        return "wrong party"
    if shared:
        return "party not recovered"
    if any(meeting.states <= actors for actors in others):
        return "other type"
    return "not coded" if meeting.in_scope else "out of scope"


# --- the report ---


def recall(name: str, outcomes: Sequence[Outcome]) -> str:
    """A line of the table of annotated meetings."""
    hits = sum(o.kind == FOUND for o in outcomes)
    return f"{name:<42}{len(outcomes):>10}{hits:>8}{share(hits, len(outcomes)):>12}"


def precision(name: str, met: Sequence[Met]) -> str:
    """A line of the table of coded meetings."""
    right = sum(one.annotated for one in met)
    return f"{name:<42}{len(met):>10}{right:>8}{share(right, len(met)):>12}"


def share(part: int, whole: int) -> str:
    """Two decimals; `-` of nothing."""
    return f"{part / whole:.2f}" if whole else "-"


def report(outcomes: Sequence[Outcome], met: Sequence[Met], texts: int) -> str:
    """The tables, then the kinds of errors."""
    within = [o for o in outcomes if o.meeting.in_scope]
    counted, inside = Counter(o.kind for o in outcomes), Counter(o.kind for o in within)
    told = [f"{counted[k]:>5}{inside[k]:>10}  {k}: {why}" for k, why in KINDS.items()]
    return "\n".join(
        [
            f"FactRuEval-2016: {texts} texts with facts",
            "",
            f"{'annotated meetings':<42}{'number':>10}{'found':>8}{'recall':>12}",
            recall("between states", outcomes),
            recall("in scope", within),
            "",
            f"{'coded meetings':<42}{'number':>10}{'right':>8}{'precision':>12}",
            precision("with two states (a lower bound)", met),
            precision("with a person named for two of them", [one for one in met if one.persons > 1]),
            "",
            f"{'all':>5}{'in scope':>10}  what became of the annotated meetings",
            *told,
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, code, print. Exit code 2 where the texts cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="the folder with devset and testset")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N meetings that were not found")
    chosen = parser.parse_args(arguments)
    try:
        paths = texts(chosen.folder)
        outcomes, met = measured(paths)
    except (OSError, ValueError, IndexError, DragomanError) as error:
        print(f"factrueval: no annotated texts in {chosen.folder}: {error}", file=sys.stderr)
        return 2
    print(report(outcomes, met, len(paths)))
    print("\n" * (chosen.errors > 0), end="")
    for outcome in [o for o in outcomes if o.kind != FOUND][: max(chosen.errors, 0)]:
        print(outcome.line)
    return 0


def measured(paths: Iterable[Path]) -> tuple[list[Outcome], list[Met]]:
    """Every annotated meeting with what became of it; every coded meeting of two states or more."""
    outcomes: list[Outcome] = []
    every: list[Met] = []
    for path in paths:
        annotated = meetings(path)
        met, others = coded(path)
        for meeting in annotated:
            near = tuple(one.states for one in met if one.states & meeting.states)
            outcomes.append(Outcome(meeting, kind(meeting, met, others), near))
        every += [
            replace(one, annotated=any(m.states <= one.states for m in annotated)) for one in met if len(one.states) > 1
        ]
    return outcomes, every


if __name__ == "__main__":
    sys.exit(main())
