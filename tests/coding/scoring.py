"""Coded statements against annotated sentences: one-to-one matches, by the definitions of the codebook's evaluation.

strict: the same type, actors and status (and polarity, of inferences); overlap: the same type and a shared actor.
Origins, places and signatories of events do not count; `partnership` and `other` are no scored events, nor the kinds of
inference that have no gold yet.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dragoman.model import Coding, Document, Statement

SENTENCES = Path(__file__).parent / "sentences"
UNSCORED = frozenset({"other", "partnership", "entanglement", "signal", "third_party_threat", "exchange", "consent"})
SAME_TYPE = {"counterweight": "rival_interest"}
OPTIONAL = frozenset({"origin", "place", "signatory"})


@dataclass(frozen=True)
class Said:
    """One statement, annotated or coded, as far as it is compared. `statuses`: several where gold leaves a choice."""

    kind: str
    type: str
    statuses: frozenset[str]
    roles: frozenset[tuple[str, str]]
    mode: str | None = None
    polarity: str = "gain"
    speaker: str | None = None
    asks_speaker: bool = False
    """Whether gold says who is named, `speaker: null` for nobody."""

    @property
    def actors(self) -> frozenset[str]:
        """Everybody in it."""
        return frozenset(actor for actor, _ in self.roles)

    @property
    def mutual(self) -> bool:
        """Whether all give and take alike ("exchange technology"): one role for all in gold, which one is left open."""
        return len(self.roles) > 1 and {role for _, role in self.roles} in ({"recipient"}, {"trainee"}, {"receiver"})

    @property
    def group(self) -> str:
        """The figure it counts for: event, tie (partnership), inference; empty where it is not scored."""
        if self.type == "partnership":
            return "tie"
        if self.type in UNSCORED:
            return ""
        return "inference" if self.kind == "inference" else "event"


@dataclass(frozen=True)
class Annotated:
    """One sentence with what must, may and must not be coded in it."""

    id: str
    construction: str
    text: str
    expect: tuple[Said, ...]
    allow: tuple[Said, ...]
    forbid: tuple[dict[str, Any], ...]

    @property
    def document(self) -> Document:
        """The sentence as a document."""
        return Document(id=self.id, source="sentences", text=self.text, language="ru")


def counted(kind: str, roles: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The (actor, role) pairs that count: of events no origin, place or signatory."""
    return frozenset(r for r in roles if kind == "inference" or r[1] not in OPTIONAL)


def gold(entry: dict[str, Any], kind: str | None = None) -> Said:
    """An annotated statement; `status` is one value or a list of equally right ones."""
    kind = kind or entry["kind"]
    status = entry["status"]
    return Said(
        kind,
        SAME_TYPE.get(entry["type"], entry["type"]),
        frozenset([status] if isinstance(status, str) else status),
        counted(kind, ((a["actor"], a["role"]) for a in entry["actors"])),
        entry.get("mode"),
        entry.get("polarity") or "gain",
        entry.get("speaker"),
        "speaker" in entry,
    )


def made(statement: Statement) -> Said:
    """A coded statement."""
    kind = statement.kind.value
    return Said(
        kind,
        SAME_TYPE.get(statement.type, statement.type),
        frozenset([statement.status.value]),
        counted(kind, ((p.actor, p.role) for p in statement.participants if p.actor)),
        statement.mode,
        (statement.polarity or "gain"),
        " ".join(a.speaker for a in statement.attribution) or None,
    )


def load(folder: Path = SENTENCES) -> list[Annotated]:
    """Every annotated sentence, in the order of the files."""
    rows = [row for path in sorted(folder.glob("*.yaml")) for row in yaml.safe_load(path.read_text("utf8"))]
    return [
        Annotated(
            row["id"], row["construction"], row["text"],
            tuple(map(gold, row["expect"] or ())), tuple(map(gold, row.get("allow") or ())),
            tuple(row.get("forbid") or ()),
        )
        for row in rows
    ]  # fmt: skip


def digest(folder: Path = SENTENCES) -> str:
    """SHA-256 over the names and contents of the annotated files."""
    found = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


# --- matches ---


def overlap(one: Said, other: Said) -> bool:
    """The same type and a shared actor."""
    return one.type == other.type and bool(one.actors & other.actors)


def strict(one: Said, other: Said) -> bool:
    """The same type, actors, status and polarity."""
    same = one.type == other.type and one.actors == other.actors and one.polarity == other.polarity
    return same and bool(one.statuses & other.statuses)


def exact(one: Said, other: Said) -> bool:
    """Strict, with the roles, and the mode and the speaker where gold names them."""
    if not strict(one, other) or one.kind != other.kind or not (one.mutual or one.roles == other.roles):
        return False
    if one.mode is not None and one.mode != other.mode:
        return False
    if not one.asks_speaker:
        return True
    return (one.speaker or "").casefold() in (other.speaker or "").casefold() if one.speaker else other.speaker is None


def pairs(wanted: Sequence[Said], found: Sequence[Said], same: Callable[[Said, Said], bool]) -> list[tuple[int, int]]:
    """One-to-one matches as indices, the closest first."""

    def closeness(i: int, j: int) -> tuple[int, int, bool]:
        w, f = wanted[i], found[j]
        return len(w.roles & f.roles), len(w.actors & f.actors), bool(w.statuses & f.statuses)

    candidates = [(i, j) for i in range(len(wanted)) for j in range(len(found)) if same(wanted[i], found[j])]
    candidates.sort(key=lambda pair: closeness(*pair), reverse=True)
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


def without_allowed(sentence: Annotated, found: list[Said], same: Callable[[Said, Said], bool]) -> list[Said]:
    """What was coded, less what may be coded or not and is not asked for too."""
    asked = {j for _, j in pairs(sentence.expect, found, same)}
    rest = [j for j in range(len(found)) if j not in asked]
    dropped = {rest[j] for _, j in pairs(sentence.allow, [found[j] for j in rest], same)}
    return [said for j, said in enumerate(found) if j not in dropped]


# --- one sentence ---


def faults(sentence: Annotated, coding: Coding) -> list[str]:
    """What is wrong with the coding of a sentence; nothing where it is fully right.

    A partnership beside what is asked for is no fault: the codebook leaves it open.
    """
    found = without_allowed(sentence, [made(s) for s in coding.statements], exact)
    matched = pairs(sentence.expect, found, exact)
    asked, hit = {i for i, _ in matched}, {j for _, j in matched}
    wrong = [f"missing {brief(w)}" for i, w in enumerate(sentence.expect) if i not in asked]
    wrong += [
        f"extra {brief(f)}"
        for j, f in enumerate(found)
        if j not in hit and not (sentence.expect and f.type in ("partnership", "other"))
    ]
    wrong += [f"forbidden {s.type} {s.status}" for s in coding.statements for f in sentence.forbid if fits(f, s)]
    wrong += [f"ungrounded {s.type}" for s in coding.statements if not grounded(s, coding.document.text)]
    return wrong


def brief(said: Said) -> str:
    """A statement on one line, as it is shown where it is wrong."""
    roles = " ".join(sorted(f"{actor}:{role}" for actor, role in said.roles))
    speaker = f"«{said.speaker}»" if said.speaker else ""
    words = (said.type, "/".join(sorted(said.statuses)), roles, said.mode or "", speaker, said.polarity)
    return " ".join(w for w in words if w and w != "gain")


def fits(pattern: dict[str, Any], statement: Statement) -> bool:
    """Whether a statement has every field of a pattern; a list of values means any of them, actors are all in it."""
    roles = {(p.actor, p.role) for p in statement.participants}
    for name, value in pattern.items():
        if name == "actors":
            if not all((a["actor"], a["role"]) in roles for a in value):
                return False
            continue
        own = getattr(statement, name)
        if str(getattr(own, "value", own)) not in ([value] if isinstance(value, str) else value):
            return False
    return True


def grounded(statement: Statement, text: str) -> bool:
    """Whether the evidence is the stored text."""
    evidence = statement.evidence
    return bool(evidence.text) and text[evidence.start : evidence.end] == evidence.text


# --- all sentences ---


def figures(rows: Iterable[tuple[Annotated, Coding]]) -> dict[str, float]:
    """The figures that are pinned, from 0 to 1: F1 by kind, and how often nothing is coded where there is nothing."""
    count: Counter[str] = Counter()
    for sentence, coding in rows:
        found = [made(s) for s in coding.statements]
        for group in ("event", "inference", "tie"):
            tally(count, sentence, [f for f in found if f.group == group], group)
        if not sentence.expect:
            count["negatives"] += 1
            count["quiet"] += not any(f.group for f in without_allowed(sentence, found, strict))
    return {
        "event_strict": f1(count, "event", "strict"),
        "event_overlap": f1(count, "event", "overlap"),
        "inference_strict": f1(count, "inference", "strict"),
        "tie_strict": f1(count, "tie", "strict"),
        "quiet": count["quiet"] / max(1, count["negatives"]),
    }


def tally(count: Counter[str], sentence: Annotated, found: list[Said], group: str) -> None:
    """Add one sentence to the counts of a group."""
    wanted = [w for w in sentence.expect if w.group == group]
    kept = without_allowed(sentence, found, strict)
    count[f"{group} gold"] += len(wanted)
    count[f"{group} coded"] += len(kept)
    count[f"{group} strict"] += len(pairs(wanted, kept, strict))
    count[f"{group} overlap"] += len(pairs(wanted, kept, overlap))


def f1(count: Counter[str], group: str, level: str) -> float:
    """The harmonic mean of precision and recall."""
    total = count[f"{group} gold"] + count[f"{group} coded"]
    return 2 * count[f"{group} {level}"] / total if total else 0.0
