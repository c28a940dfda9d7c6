"""Sentences by how they are built, language by language: each build stands on at least three of our own writing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field

from dragoman.coding import code
from dragoman.model import Document, Statement

FOLDERS = {"en": "english", "ru": "russian"}
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


def builds(folder: str) -> tuple[Build, ...]:
    """The builds of a language."""
    listed = yaml.safe_load((Path(__file__).parent / folder / "builds.yaml").read_text("utf8"))
    return tuple(Build.model_validate(entry) for entry in listed)


BUILDS = {language: builds(folder) for language, folder in FOLDERS.items()}
SENTENCES = [(language, s) for language, listed in BUILDS.items() for b in listed for s in b.sentences]


def shown(statement: Statement) -> str:
    """A statement as the file writes it, its actors in alphabetical order."""
    actors = sorted({f"{p.actor}:{p.role}" for p in statement.participants if p.actor and p.role not in ASIDE})
    return " ".join([statement.type, statement.status.value, *actors])


def ordered(line: str) -> str:
    """A line of the file with its actors in alphabetical order."""
    kind, status, *actors = line.split()
    return " ".join([kind, status, *sorted(actors)])


@pytest.mark.parametrize(("language", "sentence"), SENTENCES, ids=[s.text[:60] for _, s in SENTENCES])
def test_sentence_is_coded_as_it_is_built(language: str, sentence: Built) -> None:
    document = Document(id="t", source="test", text=sentence.text, language=language, published="2024-05-05")
    found = [shown(s) for s in code(document, frames_alone=True).statements]
    assert [line for line in sentence.is_ if ordered(line) not in found] == [], found
    assert [f for f in found if f.startswith(sentence.not_)] == []


@pytest.mark.parametrize("build", [b for listed in BUILDS.values() for b in listed], ids=lambda b: b.build)
def test_build_stands_on_several_sentences(build: Build) -> None:
    assert len(build.sentences) >= NEEDED
