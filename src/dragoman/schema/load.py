"""Read the codebook's YAML files: each is checked for itself, then the types against all the rest."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from dragoman.errors import CodebookError
from dragoman.model import Kind, Polarity, Precision, Status
from dragoman.schema.book import Codebook
from dragoman.schema.checks import problems_of, problems_of_layers
from dragoman.schema.entries import Entry, Layers, Matter, Role, StatementType, StatusEntry
from dragoman.schema.located import Located, read_located

FOLDER = Path(__file__).parent
Wanted = TypeVar("Wanted")
Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")


@cache
def codebook() -> Codebook:
    """The codebook of this project, read once."""
    return load_codebook(FOLDER)


def load_codebook(folder: Path) -> Codebook:
    """Read the codebook in `folder`: `types/*.yaml` and the values that all types share (`roles.yaml`, …).

    Raises CodebookError, with `file:line`, at the first thing that breaks the rules.
    """
    files = [read_located(path) for path in sorted((folder / "types").glob("*.yaml"))]
    if not files:
        raise CodebookError("no type of statement is defined", source=f"{folder / 'types'}:1", advice="add <type>.yaml")
    types = [checked(file, TypeAdapter(StatementType)) for file in files]
    layers = read_located(folder / "layers.yaml")
    book = Codebook(
        types={entry.name: entry for entry in types},
        roles=checked(read_located(folder / "roles.yaml"), TypeAdapter(dict[str, Role])),
        statuses=_complete(folder, "statuses", TypeAdapter(dict[Status, StatusEntry]), Status),
        kinds=_complete(folder, "kinds", TypeAdapter(dict[Kind, Entry]), Kind),
        polarities=_complete(folder, "polarities", TypeAdapter(dict[Polarity, Entry]), Polarity),
        matters=checked(read_located(folder / "matters.yaml"), TypeAdapter(dict[str, Matter])),
        precisions=_complete(folder, "precisions", TypeAdapter(dict[Precision, Entry]), Precision),
        layers=checked(layers, TypeAdapter(dict[str, Layers])),
    )
    for file, entry in zip(files, types, strict=True):
        for problem in problems_of(entry, file.path.stem, book):
            raise file.error(problem.what, problem.place, problem.advice)
    for problem in problems_of_layers(book):
        raise layers.error(problem.what, problem.place, problem.advice)
    return book


def _complete(
    folder: Path, name: str, adapter: TypeAdapter[dict[Key, Value]], values: Iterable[Key]
) -> dict[Key, Value]:
    """A shared file that has to have an entry for every one of `values`; the result is in the order of the file."""
    file = read_located(folder / f"{name}.yaml")
    found = checked(file, adapter)
    missing = [str(value) for value in values if value not in found]
    if missing:
        raise file.error(f"no entry for {', '.join(missing)}", advice="add it: the model has this value")
    return found


def checked(file: Located, adapter: TypeAdapter[Wanted]) -> Wanted:
    """The content as `adapter` wants it; CodebookError at the first thing that it refuses."""
    try:
        return adapter.validate_python(file.content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = tuple(part for part in first["loc"] if part != "[key]")
        name = ".".join(str(part) for part in place) or "the file"
        raise file.error(f"{name}: {_in_words(first['type'], first['msg'])}", place) from error


def _in_words(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "the codebook knows no such key"
    if kind == "missing":
        return "this is missing"
    if kind in {"model_type", "dict_type"}:
        return "a mapping of keys to values has to stand here"
    told = message.removeprefix("Value error, ")
    return told[0].lower() + told[1:]
