"""Reads the data files of this room; whatever is wrong with one is told by file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from dragoman.errors import CodebookError
from dragoman.model import Frozen

FOLDER = files("dragoman.actors") / "data"
ADVICE = "correct the file (docs/actors.md says how)"
Model = TypeVar("Model", bound=Frozen)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True, frozen=True)
class Row:
    """A line of a table with where it stands (`states.tsv:12`)."""

    where: str
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The value of a column."""
        return self.fields[column]

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a column that holds some, separated by `|`."""
        return tuple(value for value in self.fields[column].split("|") if value)


def rows(name: str, *columns: str) -> Iterator[Row]:
    """The rows of a tab-separated file whose header must be `columns`. Raises CodebookError."""
    with _open(name).open(encoding="utf-8") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(reader, [])
        if header != list(columns):
            raise CodebookError(f"the columns are {header}, not {list(columns)}", source=f"{name}:1", advice=ADVICE)
        for line in reader:
            where = f"{name}:{reader.line_num}"
            if len(line) != len(columns):
                raise CodebookError(f"{len(line)} fields, not {len(columns)}", source=where, advice=ADVICE)
            yield Row(where, dict(zip(columns, line, strict=True)))


def exists(name: str) -> bool:
    """Whether the room has this data file."""
    return (FOLDER / name).is_file()


def tables(name: str) -> list[str]:
    """The tables of a matter that may be one file (`people.tsv`), a folder of files (`people/`), both or neither."""
    folder = FOLDER / name
    parts = sorted(f"{name}/{part.name}" for part in folder.iterdir()) if folder.is_dir() else []
    whole = [f"{name}.tsv"] if exists(f"{name}.tsv") else []
    return whole + [part for part in parts if part.endswith(".tsv")]


def entries(name: str, model: type[Model], section: str | None = None) -> Iterator[Model]:
    """The entries of a YAML list (or of the list under `section`), each checked. Every scalar is read as text."""
    with _open(name).open(encoding="utf-8") as file:
        node = yaml.compose(file, Loader=_LOADER)
    if section is not None:
        node = _section(node, section, name)
    if not isinstance(node, yaml.SequenceNode):
        raise CodebookError("not a list of entries", source=f"{name}:1", advice=ADVICE)
    for item in node.value:
        try:
            yield model.model_validate(_plain(item))
        except ValidationError as error:
            first = error.errors()[0]
            what = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
            raise CodebookError(what, source=f"{name}:{item.start_mark.line + 1}", advice=ADVICE) from error


def _open(name: str) -> Traversable:
    path = FOLDER / name
    if not path.is_file():
        raise CodebookError("the data file is missing", source=name, advice="install dragoman again")
    return path


def _section(node: yaml.Node | None, section: str, name: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == section:
                return value  # type: ignore[no-any-return]
    raise CodebookError(f"no section `{section}`", source=f"{name}:1", advice=ADVICE)


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return node.value
