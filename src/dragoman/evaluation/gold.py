"""Annotated passages: JSONL with a text, and what a careful reader codes in it.

    {"id": "…", "lang": "ru", "date": "2024-05-13", "text": "…",
     "events": [{"type", "status", "actors": [{"role", "actor"}], "attribution": "who", "evidence": [start, end]}],
     "alt_events": [{…, "instead_of": [0]}], "inferences": [{…, "polarity"}], "alt_inferences": […]}

`events` holds events and ties. An alternative counts as the statements that `instead_of` points at (indices); one with
an empty list may be coded or not. A file without `inferences` in its rows is not scored for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import GoldError
from dragoman.evaluation.said import UNSCORED, Said, said
from dragoman.model import Document, Kind, Polarity, Status
from dragoman.schema import codebook
from dragoman.sources import RowError, read_rows

ADVICE = "mend the row"


class AnnotatedActor(BaseModel):
    """Who takes part, in a role of the codebook or as `source`, `target`, `participant`."""

    model_config = ConfigDict(frozen=True)

    role: str
    actor: str


class Annotation(BaseModel):
    """One annotated statement; what is not compared (modes, offices, notes) may stand in the row too."""

    model_config = ConfigDict(frozen=True)

    type: str
    status: Status
    actors: tuple[AnnotatedActor, ...]
    polarity: Polarity | None = None
    attribution: Any = None
    evidence: tuple[int, int] | None = None
    instead_of: tuple[int, ...] = ()

    def said(self, kind: Kind) -> Said:
        """The annotation as it is compared."""
        roles = ((a.role, a.actor) for a in self.actors)
        every = kind if kind is Kind.inference else Kind.event
        return said(every, self.type, self.status.value, roles, speaker=bool(self.attribution), polarity=self.polarity)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its annotation; `annotated` and `alternatives` by kind (events stand for ties too)."""

    document: Document
    annotated: dict[Kind, tuple[Annotation, ...]]
    alternatives: dict[Kind, tuple[Annotation, ...]]

    @property
    def id(self) -> str:
        """The id of its document."""
        return self.document.id


def read_gold(path: str | Path) -> Iterator[Passage]:
    """The passages of a JSONL file, or of every JSONL file in a folder and its folders, in the order of the names.

    Raises GoldError naming file and line for a row that is no annotated passage, SourceError for an unreadable file.
    """
    files = gold_files(path)
    seen: dict[str, Path] = {}
    for file in files:
        rows = annotation_rows(file)
        for document, (line, row) in zip(documents(file), rows, strict=True):
            where = f"{file}:{line}"
            if document.id in seen:
                raise GoldError(f"the id {document.id!r} stands in {seen[document.id]} already", source=where)
            seen[document.id] = file
            yield passage(document, row, where)
    if not seen:
        raise GoldError("nothing in it", source=str(path), advice="name a file of annotated passages")


def gold_files(path: str | Path) -> list[Path]:
    """The JSONL files that a path names. Raises GoldError where a folder holds none."""
    found = Path(path)
    if not found.is_dir():
        return [found]
    files = sorted(found.rglob("*.jsonl"))
    if not files:
        raise GoldError("no .jsonl file in this folder", source=str(path), advice="name a file of annotated passages")
    return files


def documents(file: Path) -> Iterator[Document]:
    """The texts of a file; a broken row is an error here, because a figure over the rest would be another figure."""
    for row in read_rows(file):
        if isinstance(row, RowError):
            raise GoldError(row.what, source=row.source, advice=row.advice)
        yield row


def annotation_rows(file: Path) -> list[tuple[int, dict[str, Any]]]:
    """The rows of a file with their lines; only called on what `documents` can read."""
    if not file.is_file():
        list(documents(file))
    with file.open(encoding="utf-8-sig", errors="replace") as lines:
        return [(number, loaded(line, f"{file}:{number}")) for number, line in enumerate(lines, 1) if line.strip()]


def loaded(line: str, where: str) -> dict[str, Any]:
    """One row as a mapping."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(f"not JSON: {error.msg}", source=where, advice=ADVICE) from error
    if not isinstance(row, dict):
        raise GoldError("not a JSON object", source=where, advice=ADVICE)
    return row


def passage(document: Document, row: dict[str, Any], where: str) -> Passage:
    """A row as a passage. Raises GoldError."""
    if "events" not in row and "inferences" not in row:
        raise GoldError("no `events` and no `inferences`: not an annotated passage", source=where, advice=ADVICE)
    kinds = {kind: name for kind, name in NAMES.items() if name in row}
    return Passage(
        document,
        {kind: annotated(row[name], where) for kind, name in kinds.items()},
        {kind: annotated(row.get(f"alt_{name}") or (), where) for kind, name in kinds.items()},
    )


NAMES = {Kind.event: "events", Kind.inference: "inferences"}


def annotated(rows: Any, where: str) -> tuple[Annotation, ...]:
    """Annotated statements, with types of the codebook. Raises GoldError."""
    try:
        found = tuple(Annotation.model_validate(row) for row in rows)
    except (ValidationError, TypeError) as error:
        first = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
        told = f"{'.'.join(map(str, first['loc']))}: {first['msg']}".removeprefix(": ")
        raise GoldError(told, source=where, advice=ADVICE) from error
    for annotation in found:
        if annotation.type not in codebook().types:
            raise GoldError(f"unknown type {annotation.type!r}", source=where, advice="see docs/codebook.md")
    return found


def scored_annotations(passage: Passage, kind: Kind) -> tuple[list[Annotation], list[Annotation]]:
    """The annotated statements and the alternatives of scored types; `instead_of` keeps pointing into the former."""
    return list(passage.annotated[kind]), [a for a in passage.alternatives[kind] if a.type not in UNSCORED]
