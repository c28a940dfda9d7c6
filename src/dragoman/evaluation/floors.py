"""What the figures of a gold set must not fall below: `floors.yaml` beside it, with the hash of the set.

    evaluation:          or `clusters`, of stories
      sha256: …          of the names and contents of the files that the floors were measured on
      reason: why a floor was lowered last, or the set changed
      floors: {ru.event.strict: 0.70, …}     language.kind.figure; of stories layer.figure

Written by scripts/pin_floors.py, which lowers nothing without a reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import GoldError
from dragoman.evaluation.figures import figures
from dragoman.evaluation.gold import gold_files
from dragoman.evaluation.scored import Scored
from dragoman.evaluation.stories import FLOORS as NAME
from dragoman.evaluation.stories import holds_stories, story_files
from dragoman.schema.located import read_located

SETS = ("evaluation", "clusters")
PINNED = ("type", "overlap", "strict", "roles", "status", "speaker", "quiet", "grounded")


class Floors(BaseModel):
    """The pinned figures of one set."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str
    reason: str
    floors: dict[str, float]


def read_floors(folder: Path) -> Floors | None:
    """The floors of a gold folder; None where it has none. Raises GoldError."""
    path = folder / NAME
    if not path.is_file():
        return None
    content = read_located(path).content
    try:
        return Floors.model_validate(next(content[name] for name in SETS if name in content))  # type: ignore[operator,index]
    except (ValidationError, StopIteration, TypeError) as error:
        raise GoldError("no floors as scripts/pin_floors.py writes them", source=str(path)) from error


def digest(path: Path) -> str:
    """SHA-256 over the names and contents of the files of a gold set: passages or stories."""
    found = hashlib.sha256()
    for file in story_files(path) if holds_stories(path) else gold_files(path):
        found.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()


def measured(rows: Sequence[Scored]) -> dict[str, float]:
    """Every figure that is pinned, as `language.kind.figure`."""
    groups = sorted({(row.passage.document.language or "und", row.kind) for row in rows})
    made: dict[str, float] = {}
    for language, kind in groups:
        of_group = [r for r in rows if (r.passage.document.language or "und", r.kind) == (language, kind)]
        values = asdict(figures(of_group))
        made |= {f"{language}.{kind.value}.{n}": values[n] for n in PINNED if values[n] is not None}
    return made


def below(floors: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    """The floors that the figures fail, one line each; a figure that is gone fails too."""
    return [
        f"{name} is {now.get(name, 0.0):.3f}, below its floor {floor:.3f}"
        for name, floor in floors.items()
        if now.get(name, 0.0) < floor
    ]
