"""Stories: reports whose statements are labelled with the happening that they are reports of.

    - story: almaty-talks
      kinds: [relative_dates]         names of kinds.yaml beside the file
      note: what is hard in it
      reports:
        - id: a
          lang: en
          date: 2025-02-12
          outlet: Central Asia Wire
          copy_of: …                  another report of the story, where the text is a near-duplicate of it
          text: …
          says:
            - happening: talks        left out where no other report tells of it
              type: meeting
              status: happened
              actors: [UZB party minister of defence, KAZ party]       code, role and, if given, office
              time: 2025-02-11        a day, month or year, or two with a `/` between
              evidence: …             words that stand once in the text

`mode`, `place`, `instrument`, `matter` and `goods` are those of a Statement. Every name of a happening is a name within
its story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, model_validator

from dragoman.errors import CodebookError, GoldError
from dragoman.model import Document, Goods, Status
from dragoman.schema import codebook
from dragoman.schema.load import checked
from dragoman.schema.located import Located, read_located

KINDS = "kinds.yaml"
FLOORS = "floors.yaml"
SUFFIXES = frozenset({".yaml", ".yml"})


def _iso(value: Any) -> Any:
    """YAML reads a bare date as a date and a bare year as a number; both are wanted as they were written."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, int) else value


Iso = Annotated[str, BeforeValidator(_iso)]


class Strict(BaseModel):
    """Frozen, and strict about unknown fields: a typing error in a gold file is no silent omission."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Told(Strict):
    """What a report says, as a careful reader codes it."""

    happening: str | None = None
    type: str
    mode: str | None = None
    status: Status
    actors: tuple[str, ...]
    time: Iso | None = None
    place: str | None = None
    instrument: str | None = None
    matter: tuple[str, ...] = ()
    goods: tuple[Goods, ...] = ()
    evidence: str

    @model_validator(mode="after")
    def _of_the_codebook(self) -> Told:
        book = codebook()
        if self.type not in book.types:
            raise ValueError(f"unknown type {self.type!r}")
        if self.mode is not None and self.mode not in book.types[self.type].modes:
            raise ValueError(f"{self.type} has no mode {self.mode!r}")
        for actor in self.actors:
            if len(actor.split()) < 2 or actor.split()[1] not in book.roles:
                raise ValueError(f"no code and role: {actor!r}")
        return self


class Entry(Strict):
    """One report of a story."""

    id: str
    lang: str
    date: Iso
    outlet: str
    copy_of: str | None = None
    text: str
    says: tuple[Told, ...]

    @model_validator(mode="after")
    def _evidence_is_there_once(self) -> Entry:
        for told in self.says:
            if self.text.count(told.evidence) != 1:
                raise ValueError(f"the evidence {told.evidence!r} has to stand once in the text")
        return self


class Story(Strict):
    """Reports that belong together, of one happening or of several that are easily confused."""

    story: str
    kinds: tuple[str, ...]
    note: str
    reports: tuple[Entry, ...]

    @model_validator(mode="after")
    def _reports_are_told_apart(self) -> Story:
        names = [report.id for report in self.reports]
        if len(set(names)) < len(names):
            raise ValueError("two reports have the same id")
        for report in self.reports:
            if report.copy_of is not None and report.copy_of not in names:
                raise ValueError(f"{report.id} is a copy of no report of the story: {report.copy_of!r}")
        return self

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The texts, each with the id `STORY/REPORT`."""
        return tuple(
            Document(
                id=f"{self.story}/{entry.id}",
                source=f"{self.story}/{entry.id}",
                text=entry.text,
                outlet=entry.outlet,
                language=entry.lang,
                published=entry.date,
            )
            for entry in self.reports
        )


def holds_stories(path: Path) -> bool:
    """Whether a path is a file of stories, or a folder of them: YAML, where annotated passages are JSONL."""
    if path.is_dir():
        return not any(path.rglob("*.jsonl")) and any(story_files(path))
    return path.suffix in SUFFIXES


def story_files(path: Path) -> list[Path]:
    """The files of stories that a path names."""
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.iterdir() if p.suffix in SUFFIXES and p.name not in (KINDS, FLOORS))


def read_stories(path: Path) -> list[Story]:
    """The stories of a file or a folder, in the order of the files. Raises GoldError naming file and line."""
    known = _kinds(path if path.is_dir() else path.parent)
    found: list[Story] = []
    for file in story_files(path):
        try:
            located = read_located(file)
            stories = checked(located, TypeAdapter(list[Story]))
        except CodebookError as error:
            raise GoldError(error.what, source=error.source, advice=error.advice) from error
        _check(located, stories, (s.story for s in found), known)
        found += stories
    return found


def _kinds(folder: Path) -> frozenset[str]:
    """The names of kinds that a folder explains; empty where it explains none, so that any will do."""
    path = folder / KINDS
    if not path.is_file():
        return frozenset()
    try:
        return frozenset(checked(read_located(path), TypeAdapter(dict[str, str])))
    except CodebookError as error:
        raise GoldError(error.what, source=error.source, advice=error.advice) from error


def _check(file: Located, stories: Iterable[Story], before: Iterable[str], known: frozenset[str]) -> None:
    names = Counter(before)
    for number, story in enumerate(stories):
        names[story.story] += 1
        unknown = sorted(set(story.kinds) - known) if known else []
        if names[story.story] > 1:
            raise GoldError("a story of this name stands before it", source=file.source((number,)), advice="rename it")
        if unknown:
            advice = f"add it to {KINDS} or correct it"
            raise GoldError(f"unknown kind {unknown[0]!r}", source=file.source((number, "kinds")), advice=advice)
