"""English sentences by how they are built: each build stands on at least three sentences of our own writing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field

from dragoman.coding import code
from dragoman.model import Document, Statement

FILE = Path(__file__).parent / "english" / "builds.yaml"
ASIDE = frozenset({"origin", "place"})
"""Roles that these sentences leave open."""
NEEDED = 3


class Built(BaseModel):
    """One sentence with what must, and what must not be coded in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    is_: tuple[str, ...] = Field(default=(), alias="is")
    not_: tuple[str, ...] = Field(default=(), alias="not")


class Build(BaseModel):
    """Sentences that are built alike."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    build: str
    sentences: tuple[Built, ...]


BUILDS = tuple(Build.model_validate(entry) for entry in yaml.safe_load(FILE.read_text("utf8")))


def shown(statement: Statement) -> str:
    """A statement as the file writes it, its actors in alphabetical order."""
    actors = sorted({f"{p.actor}:{p.role}" for p in statement.participants if p.actor and p.role not in ASIDE})
    return " ".join([statement.type, statement.status.value, *actors])


def ordered(line: str) -> str:
    """A line of the file with its actors in alphabetical order."""
    kind, status, *actors = line.split()
    return " ".join([kind, status, *sorted(actors)])


@pytest.mark.parametrize("sentence", [s for b in BUILDS for s in b.sentences], ids=lambda s: s.text[:60])
def test_sentence_is_coded_as_it_is_built(sentence: Built) -> None:
    document = Document(id="t", source="test", text=sentence.text, language="en", published="2024-05-05")
    found = [shown(s) for s in code(document).statements]
    assert [line for line in sentence.is_ if ordered(line) not in found] == [], found
    assert [f for f in found if f.startswith(sentence.not_)] == []


@pytest.mark.parametrize("build", BUILDS, ids=lambda b: b.build)
def test_build_stands_on_several_sentences(build: Build) -> None:
    assert len(build.sentences) >= NEEDED
