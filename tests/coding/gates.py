"""What `floors.yaml` and `held.txt` pin: measured here, compared by the tests, written by scripts/pin_floors.py."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import dragoman
from dragoman import evaluation
from dragoman.coding import code
from dragoman.model import Coding, Document, Statement
from dragoman.schema import codebook

from . import scoring

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FLOORS = HERE / "floors.yaml"
GOLD = ROOT / "evaluation"
STORIES = GOLD / "clusters"
FILES = {
    FLOORS: ("sentences", "examples", "schema"),
    GOLD / "floors.yaml": ("evaluation",),
    STORIES / "floors.yaml": ("clusters",),
}
"""Where the floors of each set are kept: those of the annotated passages and of the stories beside them."""
HELD = HERE / "sentences" / "held.txt"
SCHEMA_HELD = HERE.parent / "schema" / "held.txt"
EXAMPLES = ROOT / "examples"
SCHEMA = ROOT / "src/dragoman/schema/types"

BESIDE = frozenset({"origin", "place", "enabler", "intermediary"})
SLACK = 0.01
"""A floor lies so far below the figure that it was pinned at."""


# --- sentences ---


@cache
def coded_sentences() -> tuple[tuple[scoring.Annotated, Coding], ...]:
    """Every annotated sentence with its coding, coded once."""
    return tuple((sentence, code(sentence.document, frames_alone=True)) for sentence in scoring.load())


def held_sentences() -> list[str]:
    """The ids of the sentences that are fully right."""
    return [sentence.id for sentence, coding in coded_sentences() if not scoring.faults(sentence, coding)]


# --- articles ---


@cache
def coded_example(name: str) -> Coding:
    """The article of `examples/NAME.*` read and coded as a user would."""
    page = next(p for p in sorted(EXAMPLES.glob(f"{name}.*")) if p.suffix != ".json")
    return dragoman.code(dragoman.read(page))


def examples() -> dict[str, dict[str, Any]]:
    """Article to what is expected of it."""
    return {p.name.split(".")[0]: json.loads(p.read_text("utf8")) for p in sorted(EXAMPLES.glob("*.expected.json"))}


def matches(item: dict[str, Any], statement: Statement, text: str) -> bool:
    """Whether a statement is what an item of an expected file describes; what the item leaves out is open."""
    roles = {(p.actor, p.role) for p in statement.participants}
    fields = all(
        getattr(statement, name) in (value if isinstance(value, list) else [value])
        for name, value in item.items()
        if name in ("kind", "type", "mode", "status", "polarity", "place")
    )
    speakers = " ".join(a.speaker for a in statement.attribution)
    wanted = item.get("actors", ())
    return (
        fields
        and all(any(a["actor"] == who and a.get("role", role) == role for who, role in roles) for a in wanted)
        and item.get("speaker", "") in speakers
        and item.get("in", "") in widened(statement, text)
        and item.get("instrument", "") in (statement.instrument or "")
    )


def widened(statement: Statement, text: str) -> str:
    """The paragraph that holds the evidence."""
    start = text.rfind("\n", 0, statement.evidence.start) + 1
    end = text.find("\n", statement.evidence.end)
    return text[start : end if end >= 0 else len(text)]


def found_items(name: str) -> list[bool]:
    """For each item expected of an article, whether it was coded."""
    coding = coded_example(name)
    return [
        any(matches(item, s, coding.document.text) for s in coding.statements) for item in examples()[name]["expected"]
    ]


def example_shares() -> dict[str, float]:
    """Article to the share of its expected items that were coded; 1.0 where nothing is expected."""
    found = {name: found_items(name) for name in examples()}
    return {name: sum(items) / len(items) if items else 1.0 for name, items in found.items()}


# --- the codebook's own examples ---


@cache
def _coded_text(text: str) -> Coding:
    return code(Document(id="example", source="codebook", text=text, language="ru"), frames_alone=True)


def schema_examples() -> dict[str, bool]:
    """`type/example/N` and `type/counterexample/N` of the Russian ones, with whether it holds."""
    found: dict[str, bool] = {}
    for name, entry in sorted(codebook().types.items()):
        for number, example in enumerate(entry.examples, 1):
            if example.language == "ru":
                wanted = scoring.gold(example.expect.model_dump(mode="json"), kind_of(name))
                coded = [scoring.made(s) for s in _coded_text(example.text).statements]
                found[f"{name}/example/{number}"] = any(same_but_kind(wanted, c) for c in coded)
        for number, counter in enumerate(entry.counterexamples, 1):
            if counter.language == "ru":
                types = {s.type for s in _coded_text(counter.text).statements}
                found[f"{name}/counterexample/{number}"] = name not in types
    return found


def kind_of(name: str) -> str:
    """Inference, or event (of ties too: their origins and places do not count either)."""
    return "inference" if codebook().types[name].is_inference else "event"


def same_but_kind(wanted: scoring.Said, coded: scoring.Said) -> bool:
    """Whether an example of the codebook was coded: type, status and roles, and mode and polarity where given.

    Who else is coded may only be an origin, a place, an enabler or an intermediary: the example leaves those out.
    """
    more = scoring.counted(wanted.kind, coded.roles) - wanted.roles
    roles = wanted.roles <= coded.roles and all(role in BESIDE for _, role in more)
    mutual = wanted.mutual and wanted.actors == coded.actors
    same = wanted.type == coded.type and bool(wanted.statuses & coded.statuses) and wanted.polarity == coded.polarity
    return same and (roles or mutual) and wanted.mode in (None, coded.mode)


def schema_shares() -> dict[str, float]:
    """The share of the codebook's examples and counterexamples that hold, by kind."""
    groups: dict[str, list[bool]] = {}
    for key, held in schema_examples().items():
        name, sort, _ = key.split("/")
        kind = next(iter(codebook().types[name].kinds)).value if sort == "example" else sort
        groups.setdefault(kind, []).append(held)
    return {kind: sum(held) / len(held) for kind, held in sorted(groups.items())}


# --- annotated passages ---


@cache
def scored_passages() -> tuple[evaluation.Scored, ...]:
    """The passages of `evaluation/`, coded once."""
    codings = ((p, code(p.document)) for p in evaluation.read_gold(GOLD))
    return tuple(evaluation.scored(codings))


# --- stories ---


@cache
def story_figures() -> dict[str, float]:
    """How well the statements of the stories in `evaluation/clusters/` are put together."""
    stories = evaluation.read_stories(STORIES)
    codings = {document.id: code(document) for story in stories for document in story.documents}
    return evaluation.pinned(evaluation.layers(stories, codings), evaluation.copies(stories))


# --- what is pinned ---


def digests() -> dict[str, str]:
    """Set to its SHA-256."""
    return {
        "sentences": scoring.digest(),
        "examples": hashed([*EXAMPLES.glob("*")]),
        "schema": hashed([*SCHEMA.glob("*.yaml")]),
        "evaluation": evaluation.digest(GOLD),
        "clusters": evaluation.digest(STORIES),
    }


def hashed(paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents, in the order of the names."""
    found = hashlib.sha256()
    for path in sorted(paths):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def measure() -> dict[str, dict[str, float]]:
    """Every pinned figure as it is now."""
    return {
        "sentences": scoring.figures(coded_sentences()),
        "examples": example_shares(),
        "schema": schema_shares(),
        "evaluation": evaluation.measured(scored_passages()),
        "clusters": story_figures(),
    }


def pinned() -> dict[str, Any]:
    """What the files of the floors say; nothing before they are first written."""
    return {k: v for path in FILES if path.exists() for k, v in yaml.safe_load(path.read_text("utf8")).items()}


def listed(path: Path) -> list[str]:
    """The ids of a held list."""
    lines = path.read_text("utf8").splitlines() if path.exists() else []
    return [line for line in lines if line and not line.startswith("#")]
