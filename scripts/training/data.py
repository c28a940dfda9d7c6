"""Annotated texts and the drafts that the rules make of them, each beside the annotation that it is a draft of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from dragoman.coding.draft import Draft
from dragoman.coding.learned.attempt import Attempt
from dragoman.coding.learned.candidates import Candidate, Scene, candidates, side
from dragoman.coding.learned.features import Crossed, Seen, crossed
from dragoman.coding.neural import FramesAlone
from dragoman.coding.rules import RulesCoder
from dragoman.errors import LanguageUnsupported
from dragoman.evaluation import read_gold, split_of
from dragoman.languages import pack
from dragoman.model import Document, Kind

OPTIONAL = frozenset({"origin", "place", "signatory"})
"""Roles that annotations do not hold the coder to."""


@dataclass(frozen=True, slots=True)
class Event:
    """An annotated event: roles as (side, actor), `evidence` None where the whole text is it."""

    type: str
    roles: frozenset[tuple[str, str]]
    evidence: tuple[int, int] | None

    @property
    def actors(self) -> frozenset[str]:
        """Everybody in it."""
        return frozenset(actor for _, actor in self.roles)


@dataclass(frozen=True, slots=True)
class Text:
    """A document with its events; `open` may be coded or not."""

    document: Document
    events: tuple[Event, ...]
    open: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """An attempt as the rules left it, with everybody who could be linked, and the event that it is a draft of."""

    text: str
    attempt: Attempt
    seen: Seen
    candidates: tuple[tuple[Candidate, Crossed], ...]
    gold: Event | None
    optional: bool

    @property
    def draft(self) -> Draft:
        """The draft in it."""
        return self.attempt.draft


def texts(paths: Sequence[Path], sentences: Path) -> list[Text]:
    """The annotated passages that may be trained on, where there is a pack for their language, and the sentences."""
    found = []
    for path in paths:
        for passage in read_gold(path):
            if split_of(passage.id) == "seen" and Kind.event in passage.annotated and readable(passage.document):
                kept = [event(a.type, a.actors, a.evidence) for a in passage.annotated[Kind.event]]
                open_ = [event(a.type, a.actors, a.evidence) for a in passage.alternatives[Kind.event]]
                found.append(Text(passage.document, tuple(kept), tuple(open_)))
    return found + of_sentences(sentences)


def readable(document: Document) -> bool:
    """Whether there is a pack for the language of a text."""
    try:
        pack(document.language or "")
    except LanguageUnsupported:
        return False
    return True


def event(type_: str, actors: Sequence[object], evidence: tuple[int, int] | None) -> Event:
    """An annotation as it is learned from."""
    pairs = [(getattr(a, "role"), getattr(a, "actor")) for a in actors]  # noqa: B009
    return Event(type_, frozenset((side(r), a) for r, a in pairs if r not in OPTIONAL), evidence)


def of_sentences(folder: Path) -> list[Text]:
    """The annotated sentences of the tests; what must not be coded needs no word here."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text("utf8")):
            document = Document(id=row["id"], source="sentences", text=row["text"], language=row.get("language", "ru"))
            kept, open_ = ([of_row(r) for r in row.get(k) or () if r["kind"] == "event"] for k in ("expect", "allow"))
            found.append(Text(document, tuple(kept), tuple(open_)))
    return found


def of_row(row: dict[str, object]) -> Event:
    """An annotated statement of a sentence."""
    actors = row["actors"]
    assert isinstance(actors, list)
    roles = frozenset((side(a["role"]), a["actor"]) for a in actors if a["role"] not in OPTIONAL)
    return Event(str(row["type"]), roles, None)


class Recorder:
    """Stands where the learned part stands, changes nothing, keeps every attempt that it is shown."""

    def __init__(self) -> None:
        self.kept: list[tuple[Attempt, Seen, tuple[tuple[Candidate, Crossed], ...]]] = []

    def revise(self, attempts: Sequence[Attempt], scene: Scene) -> list[Attempt]:
        """Keep the attempts as they are now; what the rules let stand stands."""
        for attempt in attempts:
            seen = Seen.of(attempt.draft, scene)
            listed = tuple((c, crossed(seen, c)) for c in candidates(attempt.draft, scene))
            self.kept.append((replace(attempt, draft=copied(attempt.draft)), seen, listed))
        return [a for a in attempts if not a.doubt]


def copied(draft: Draft) -> Draft:
    """A draft whose roles may be changed without changing the draft that it was."""
    return replace(draft, filled={r: list(a) for r, a in draft.filled.items()}, extra=dict(draft.extra), links=[])


def recorded(texts: Sequence[Text]) -> list[Recorded]:
    """The drafts of all texts, in order."""
    recorder, coders, found = Recorder(), dict[str, RulesCoder](), []
    for text in texts:
        language = text.document.language or ""
        coder = coders.setdefault(language, RulesCoder(pack(language), recorder, FramesAlone()))
        recorder.kept = []
        coder.code(text.document)
        for attempt, seen, listed in recorder.kept:
            gold = aligned(attempt.draft, text.events)
            optional = gold is None and aligned(attempt.draft, text.open) is not None
            found.append(Recorded(text.document.id, attempt, seen, listed, gold, optional))
    return found


def aligned(draft: Draft, events: Sequence[Event]) -> Event | None:
    """The annotated event that a draft is of: of its type, with the trigger in the evidence, and most in common."""
    place = draft.reading.tokens[draft.trigger].start
    fitting = [
        e for e in events
        if e.type == draft.frame.type and (e.evidence is None or e.evidence[0] <= place < e.evidence[1])
    ]  # fmt: skip
    return max(fitting, key=lambda e: len(e.actors & draft.main_actors), default=None)
