"""The data files of this room, checked when they are read: sentences, interface texts, offices, names."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from dragoman.briefs.shape import BriefLanguage
from dragoman.errors import CodebookError
from dragoman.model import Frozen, Kind, Status
from dragoman.schema.located import read_located

FOLDER = Path(__file__).parent / "data"
Wanted = TypeVar("Wanted")


class Clause(Frozen):
    """One way to say it; the keys are explained at the top of the data file."""

    text: str
    verb: str
    agrees: str | None = None
    agent: bool = True
    simple: bool = False
    people: bool = False
    only: tuple[Status, ...] = ()
    kinds: tuple[Kind, ...] = ()
    with_: Annotated[tuple[str, ...], Field(alias="with")] = ()


class Things(Frozen):
    """What is moved or signed: the plain word, and for agreements the words for cooperation and before a title."""

    plain: str
    cooperation: str | None = None
    titled: str | None = None
    agrees: str = "pl"


class Frame(Frozen):
    """How a type of statement is said: `default` and `loss` (inferences) or a mode each has clauses, best first."""

    act: str
    agrees: str = "sg"
    core: dict[str, int]
    things: Things | None = None
    modes: dict[str, tuple[Clause, ...]]


class Manner(Frozen):
    """How a status shows: the form of the verb, what goes around the clause, and the words that must be there."""

    verb: str
    wrap: str = "{clause}"
    agentless: str | None = None
    agentless_wrap: str | None = None
    standing: str | None = None
    earlier: str | None = None
    subject: str | None = None
    hedges: tuple[str, ...] = ()


class Manners(Frozen):
    """The manners of events (and ties) and of inferences."""

    event: dict[Status, Manner]
    inference: dict[Status, Manner]


class Sentences(Frozen):
    """The content of `sentences.<language>.yaml`. `headline` is the form of the verb for what happened,
    `news` the types that a headline prefers, weightiest first."""

    verbs: dict[str, tuple[str, ...]]
    statuses: Manners
    fallback: tuple[Clause, ...]
    tail: str
    headline: str
    news: tuple[str, ...]
    frames: dict[str, Frame]


class SectionWords(Frozen):
    """Title and note of a section."""

    title: str
    note: str


class TrustWords(Frozen):
    """The texts of the last but one section."""

    title: str
    one_report: str
    unchecked: str
    tested: str
    not_there: str
    machine: str
    nameless: dict[str, str]
    nameless_of: str
    missing: dict[str, str]
    arguments: str


class Interface(Frozen):
    """The content of `interface.<language>.yaml`."""

    language: str
    locale: str
    list: dict[str, str]
    untitled: str
    by_outlet: str
    language_only: str
    time_of_day: str
    undated: str
    read_by: str
    original: str
    sections: dict[str, SectionWords]
    tested: dict[str, SectionWords]
    changes: str
    also: str
    cannot_see: str
    counts: dict[str, dict[str, str]]
    said_by: dict[str, str]
    hedges: dict[Kind, dict[Status, str]]
    argument: str
    arguers: dict[str, str]
    unnamed: str
    unnamed_of: dict[str, str]
    roles: dict[str, str]
    cooperation: tuple[str, ...]
    vague: tuple[str, ...]
    topics: str
    signatories: str
    made: str
    technology: str
    quote: str
    quantity: str
    worth: str
    number: dict[str, str]
    time: dict[str, str]
    date: dict[str, str]
    trust: TrustWords
    source: str
    nothing: str


class Office(Frozen):
    """An office in English, and in Russian as `(forms by case, what stays)`."""

    en: str
    ru: tuple[str, str]


@cache
def sentences(language: BriefLanguage) -> Sentences:
    """The clauses of a language. Raises CodebookError."""
    return load_sentences(FOLDER / f"sentences.{language}.yaml")


@cache
def interface(language: BriefLanguage) -> Interface:
    """The fixed texts of a language. Raises CodebookError."""
    return _read(FOLDER / f"interface.{language}.yaml", TypeAdapter(Interface))


@cache
def offices() -> dict[str, Office]:
    """The offices, by the name that a Participant carries. Raises CodebookError."""
    return _read(FOLDER / "offices.yaml", TypeAdapter(dict[str, Office]))


@cache
def names(language: BriefLanguage) -> dict[str, dict[str, str]]:
    """The rows of `names.<language>.tsv` by code. Raises CodebookError."""
    path = FOLDER / f"names.{language}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file, delimiter="\t"))
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header) or not all(row):
            raise CodebookError(
                "an empty or missing field", source=f"{path}:{number}", advice="run scripts/briefs/names.py"
            )
    return {row[0]: dict(zip(header, row, strict=True)) for row in rows}


def load_sentences(path: Path) -> Sentences:
    """Read a file of sentences. Raises CodebookError with `file:line` where a clause names no verb of the file."""
    located = read_located(path)
    content = located.content
    if isinstance(content, dict) and isinstance(content.get("frames"), dict):
        content = {**content, "frames": {name: _frame(frame) for name, frame in content["frames"].items()}}
    try:
        found = Sentences.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = tuple(part for part in first["loc"] if part not in ("[key]", "modes"))
        raise located.error(f"{'.'.join(map(str, place))}: {first['msg']}", place) from error
    for name, frame in found.frames.items():
        for mode, clauses in frame.modes.items():
            for index, clause in enumerate(clauses):
                if clause.verb not in found.verbs or "{verb}" not in clause.text:
                    raise located.error(
                        f"no verb {clause.verb!r} here", ("frames", name, mode, index), "add it to `verbs`"
                    )
    return found


def _frame(frame: object) -> object:
    """Set the modes of a frame apart from its other keys."""
    if not isinstance(frame, dict):
        return frame
    own = {key: value for key, value in frame.items() if key in Frame.model_fields}
    return {**own, "modes": {key: value for key, value in frame.items() if key not in own}}


def _read(path: Path, adapter: TypeAdapter[Wanted]) -> Wanted:
    located = read_located(path)
    try:
        return adapter.validate_python(located.content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = tuple(part for part in first["loc"] if part != "[key]")
        raise located.error(f"{'.'.join(map(str, place))}: {first['msg']}", place) from error
