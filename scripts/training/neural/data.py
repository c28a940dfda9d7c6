"""Annotated passages laid out as the network reads them, each with what is annotated in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dragoman.coding import coder
from dragoman.coding.draft import GIVERS, TAKERS
from dragoman.coding.neural.shape import EVENTS, MOST_ROLES, ROLES, STATUSES, TYPES, kind
from dragoman.coding.neural.window import Pieces, Window, windows
from dragoman.evaluation import read_gold, split_of
from dragoman.evaluation.gold import Annotation
from dragoman.model import Document, Kind, Polarity, Statement, Status


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated conclusion or event. `cue` are the characters of the words that say it."""

    type: str
    status: Status
    loss: bool
    roles: frozenset[tuple[str, str]]
    cue: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its annotations. `group` names the file that it is of."""

    id: str
    group: str
    language: str
    text: str
    annotated: Mapping[Kind, tuple[Annotated, ...]]
    """What is annotated in it, by kind; a kind that is missing was not looked for."""

    @property
    def kept_back(self) -> bool:
        """Whether it is never trained on: a twelfth, chosen by the hash of the text."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % 12 == 0


@dataclass(frozen=True, slots=True)
class Target:
    """What the network should say of a type in a window.

    `cue` are pieces, `roles` actors by roles, 1 where an actor fills the role.
    """

    type: int
    status: int
    loss: float
    cue: tuple[int, ...]
    roles: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with what should be said of it."""

    passage: Passage
    window: Window
    targets: tuple[Target, ...]

    @property
    def asked(self) -> list[bool]:
        """For each type whether the text was annotated with such."""
        return [kind(type_) in self.passage.annotated for type_ in TYPES]


def written(folder: Path) -> Iterator[Passage]:
    """The passages of `training/`, which have their conclusions in a short form (training/README.md)."""
    for path in sorted(folder.rglob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf8").splitlines(), 1):
            row: dict[str, Any] = json.loads(line)
            found = {
                kind: tuple(of_row(row["text"], entry) for entry in row[name])
                for name, kind in (("conclusions", Kind.inference), ("events", Kind.event))
                if name in row
            }
            yield Passage(f"{path.stem}:{number}", path.parent.name, row["lang"], row["text"], found)


def of_row(text: str, entry: dict[str, Any]) -> Annotated:
    """An annotation in the short form."""
    start = text.index(entry["cue"])
    roles = frozenset((role, actor) for role, actors in entry["roles"].items() for actor in actors)
    loss = entry.get("polarity") == Polarity.loss
    return Annotated(entry["type"], Status(entry["status"]), loss, roles, (start, start + len(entry["cue"])))


def looked_at(path: Path) -> Iterator[Passage]:
    """The passages of a gold file."""
    for passage in read_gold(path):
        found = {
            kind: tuple(of_annotation(a) for a in listed)
            for kind, listed in passage.annotated.items()
            if kind in (Kind.inference, Kind.event)
        }
        if found:
            yield Passage(passage.id, path.stem, passage.document.language or "", passage.document.text, found)


def of_annotation(a: Annotation) -> Annotated:
    """An annotation of the gold format as it is learned from."""
    roles = frozenset((named(a.type, x.role), x.actor) for x in a.actors)
    return Annotated(a.type, a.status, a.polarity is Polarity.loss, roles, a.evidence)


def named(type_: str, role: str) -> str:
    """The role of a type that a gold file names by its side ("source", "target", "participant")."""
    own = ROLES.get(type_, ())
    side = {"source": GIVERS, "target": TAKERS, "participant": ("party",)}.get(role, ())
    return next((r for r in own if r in side), role) if role not in own else role


def measured(folder: Path) -> Iterator[Passage]:
    """The passages of `evaluation/` that may be trained on."""
    for path in sorted(folder.rglob("*.jsonl")):
        if path.parent.name != "clusters":
            yield from (replace(p, group=folder.name) for p in looked_at(path) if split_of(p.id) == "seen")


def by_frames(passage: Passage) -> Passage:
    """The passage with the events that the frames code in it, where nobody annotated any.

    They miss many, and of four one is wrong; what the network learns from them are the types and roles of acts.
    """
    if Kind.event in passage.annotated:
        return passage
    document = Document(id=passage.id, source="training", text=passage.text, language=passage.language)
    coded = coder(passage.language, frames_alone=True).code(document).statements
    events = tuple(of_statement(s) for s in coded if s.kind is Kind.event and s.type in EVENTS)
    return replace(passage, annotated={**passage.annotated, Kind.event: events})


def of_statement(s: Statement) -> Annotated:
    """A statement as it is learned from: its trigger is the cue."""
    roles = frozenset((p.role, p.actor) for p in s.participants if p.actor)
    return Annotated(s.type, s.status, False, roles, s.cues.trigger)


def examples(passages: Iterable[Passage], pieces: Pieces) -> Iterator[Example]:
    """The windows of the passages; a conclusion belongs to the window that its words are in."""
    for passage in passages:
        made = coder(passage.language, frames_alone=True)
        document = Document(id=passage.id, source="training", text=passage.text, language=passage.language)
        sentences = made.pack.split(passage.text)
        made.pack.parse(sentences)
        for window in windows(made.readings(sentences, document), pieces, made.gazetteer):
            yield Example(passage, window, tuple(targets(passage, window)))


def targets(passage: Passage, window: Window) -> Iterator[Target]:
    """What is annotated of a passage in a window, the first of each type."""
    start, end = window.readings[0].sentence.start, window.readings[-1].sentence.end
    seen = set()
    for one in (a for listed in passage.annotated.values() for a in listed):
        middle = sum(one.cue) / 2
        if one.type not in TYPES or one.type in seen or not start <= middle < end:
            continue
        seen.add(one.type)
        roles = ROLES[one.type]
        filled = tuple(
            tuple(float(n < len(roles) and (roles[n], code) in one.roles) for n in range(MOST_ROLES))
            for code in window.codes
        )
        yield Target(
            TYPES.index(one.type), STATUSES.index(one.status), float(one.loss), tuple(cue(window, one.cue)), filled
        )


def cue(window: Window, span: Sequence[int]) -> Iterator[int]:
    """The pieces of the words in a span of the text; none where it is most of the window, which says nothing."""
    found = []
    for place, word in enumerate(window.words):
        if word is not None:
            token = word[0].tokens[word[1]]
            if token.start < span[1] and token.end > span[0]:
                found.append(place)
    if len(found) < 0.8 * len(window.words):
        yield from found
