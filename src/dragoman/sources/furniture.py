"""The words that stand around articles: loaded from `data/<language>.yaml`, one set of lists a language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dragoman.errors import CodebookError

DATA = Path(__file__).parent / "data"
LEADING = re.compile(r"^[\s#*•·>|–—▶►👁🕒📅✍-]+")
TRAILING = " :.…!»→›>#|"
SPACE = re.compile(r"\s+")


class Labels(BaseModel):
    """Words that stand beside a number or a name and say what it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    views: tuple[str, ...]
    counters: tuple[str, ...]
    author: tuple[str, ...]
    outlet: tuple[str, ...]


class Furniture(BaseModel):
    """The lists of one language; `data/ru.yaml` says what each means."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    language: str = Field(pattern=r"^[a-z]{2}$")
    months: tuple[tuple[str, ...], ...] = Field(min_length=12, max_length=12)
    beside_date: tuple[str, ...]
    relative_dates: tuple[str, ...]
    labels: Labels
    scales: dict[str, int]
    outlets: tuple[str, ...]
    whole: tuple[str, ...]
    begins: tuple[str, ...]
    contains: tuple[str, ...]
    asides: tuple[str, ...]
    feet: tuple[str, ...]
    goes: tuple[str, ...] = Field(min_length=5)
    stays: tuple[str, ...] = Field(min_length=5)


@lru_cache(maxsize=64)  # a line is asked for nine times, by all that it could be
def plain(line: str) -> str:
    """The line as the lists spell it: no leading icon, one kind of space, lower case, `е` for `ё`."""
    return SPACE.sub(" ", LEADING.sub("", line)).strip().casefold().replace("ё", "е")


def bare(line: str) -> str:
    """`plain`, without the punctuation at the end."""
    return plain(line).rstrip(TRAILING)


@cache
def furniture() -> tuple[Furniture, ...]:
    """All languages' lists. Raises CodebookError, with file and line, for a list that breaks its rules."""
    return tuple(load(path) for path in sorted(DATA.glob("*.yaml")))


@cache
def words(name: str) -> frozenset[str]:
    """One list of all languages as `bare` spells it; labels by `labels.views` and the like."""
    found: list[str] = []
    for one in furniture():
        group, _, label = name.partition(".")
        found += getattr(getattr(one, group), label) if label else getattr(one, group)
    return frozenset(bare(word) for word in found)


@cache
def phrases(name: str) -> tuple[str, ...]:
    """One list of all languages as `plain` spells it, which keeps a closing colon or space."""
    found = (phrase for one in furniture() for phrase in getattr(one, name))
    return tuple(dict.fromkeys(phrase.casefold().replace("ё", "е") for phrase in found))


def load(path: Path) -> Furniture:
    """Read one file of lists. Raises CodebookError."""
    text = path.read_text(encoding="utf-8")
    try:
        return Furniture.model_validate(yaml.safe_load(text))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CodebookError(str(error.problem), source=f"{path}:{line}", advice="mend the YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise CodebookError(
            f"{where}: {first['msg']}", source=f"{path}:{_line(text, first['loc'])}", advice="see data/ru.yaml"
        ) from error


def _line(text: str, location: tuple[int | str, ...]) -> int:
    """The line (from 1) of the innermost part of `location` that is in the file."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    line = 1
    for step in location:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        if node is None:
            break
        line = node.start_mark.line + 1
    return line
