"""What merging goes by, as data: windows of time, what one happening may differ in, how much each likeness weighs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from dragoman.errors import CodebookError
from dragoman.model import Frozen, Kind, Statement
from dragoman.schema import codebook
from dragoman.schema.located import Located, read_located

FOLDER = Path(str(files("dragoman.events"))) / "data"
Wanted = TypeVar("Wanted")
Days = Annotated[int, Field(ge=0, le=400)]
Pairs = tuple[tuple[str, str], ...]


class Window(Frozen):
    """How far in days a type's reports may lie from the happening, and what speaks for or against one at the outset.

    The fields are explained in data/windows.yaml.
    """

    before: Days
    ahead: Days
    slack: Days
    lasts: Days = 0
    decided: bool = False
    deal: bool = False
    prior: float = 0.0
    why: str


class Alike(Frozen):
    """What two reports of one happening may differ in, and what makes them two; explained in data/alike.yaml."""

    types: Pairs
    modes: dict[str, Pairs]
    stages: dict[str, tuple[str, ...]]
    placed: tuple[str, ...]
    many: tuple[str, ...]
    mutual: tuple[str, ...]
    about: tuple[str, ...]
    named: tuple[str, ...]
    matters: tuple[tuple[str, ...], ...]


class Weight(Frozen):
    """What a likeness adds to the log-odds, with the reason."""

    weight: float
    why: str


class Threshold(Frozen):
    """Where a likeness begins or ends, with the reason."""

    value: float
    why: str


@cache
def windows() -> Mapping[str, Window]:
    """Window by type of event, each has one, and by `TYPE/MODE` where a mode has its own. Raises CodebookError."""
    found, file = _read("windows", TypeAdapter(dict[str, Window]))
    book = codebook()
    wanted = {name for name, entry in book.types.items() if Kind.event in entry.kinds}
    if wanted - set(found):
        odd = ", ".join(sorted(wanted - set(found)))
        raise file.error(f"no window for {odd}", (), "give every type of event one")
    for name in found:
        type_, _, mode = name.partition("/")
        if type_ not in wanted or (mode and mode not in book.types[type_].modes):
            raise file.error(f"no type of event, and no mode of one: {name}", (name,), "see docs/codebook.md")
    return found


def window(statement: Statement) -> Window:
    """The window of a statement of an event."""
    known = windows()
    return known.get(f"{statement.type}/{statement.mode}") or known[statement.type]


@cache
def alike() -> Alike:
    """What may be one happening. Raises CodebookError."""
    found, file = _read("alike", TypeAdapter(Alike))
    book = codebook()
    for number, pair in enumerate(found.types):
        if not set(pair) <= set(book.types):
            raise file.error(f"unknown type in {pair}", ("types", number), "see docs/codebook.md")
    for field, modes in (("modes", found.modes), ("stages", found.stages)):
        for name, listed in modes.items():
            named = {mode for entry in listed for mode in ([entry] if isinstance(entry, str) else entry)}
            if not named <= set(book.type_of(name).modes):
                odd = ", ".join(sorted(named - set(book.type_of(name).modes)))
                raise file.error(f"{name} has no such mode: {odd}", (field, name), "see docs/codebook.md")
    for number, group in enumerate(found.matters):
        if not set(group) <= set(book.matters):
            raise file.error(f"unknown matter in {group}", ("matters", number), "see docs/codebook.md")
    return found


@cache
def weights() -> Mapping[str, float]:
    """Weight of each likeness or difference, in log-odds. Raises CodebookError."""
    return {name: entry.weight for name, entry in _read("weights", TypeAdapter(dict[str, Weight]))[0].items()}


@cache
def thresholds() -> Mapping[str, float]:
    """Where likenesses begin and end, by name. Raises CodebookError."""
    return {name: entry.value for name, entry in _read("thresholds", TypeAdapter(dict[str, Threshold]))[0].items()}


@cache
def kinds_of_goods() -> Mapping[str, tuple[str, ...]]:
    """Kind of goods to how words for it begin, folded, in every language. Raises CodebookError."""
    return _read("goods", TypeAdapter(dict[str, tuple[str, ...]]))[0]


@cache
def words_of_titles() -> frozenset[str]:
    """Beginnings of words that tell no title from another, in every language. Raises CodebookError."""
    return frozenset().union(*_read("titles", TypeAdapter(dict[str, tuple[str, ...]]))[0].values())


@cache
def families() -> Mapping[str, str]:
    """Type to the first, by name, of all the types that it may be one happening with: what blocks are keyed by."""
    found = {name: name for name in windows() if "/" not in name}
    for a, b in alike().types:
        one, other = sorted((found[a], found[b]))
        found = {name: one if family == other else family for name, family in found.items()}
    return found


def _read(name: str, adapter: TypeAdapter[Wanted]) -> tuple[Wanted, Located]:
    file = read_located(FOLDER / f"{name}.yaml")
    try:
        return adapter.validate_python(file.content), file
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = tuple(part for part in first["loc"] if part != "[key]")
        what = f"{'.'.join(map(str, place)) or 'the file'}: {first['msg']}"
        raise CodebookError(what, source=file.source(place), advice="correct the file") from error
