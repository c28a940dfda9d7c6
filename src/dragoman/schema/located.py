"""YAML that remembers on which line each value stands, so that an error can name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from dragoman.errors import CodebookError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's reader, where the package has it: the one in Python takes ten times as long, seconds at each start."""
Place = tuple[str | int, ...]
"""The way to a value: keys and list indices from the top of the file."""


@dataclass(slots=True)
class Located:
    """The plain content of a YAML file, and the line (from 1) of every key and list item in it."""

    path: Path
    content: object
    lines: dict[Place, int] = field(default_factory=dict)

    def source(self, place: Sequence[str | int] = ()) -> str:
        """`file:line` of `place`, or of the nearest thing above it that is in the file."""
        way = tuple(place)
        while way not in self.lines and way:
            way = way[:-1]
        return f"{self.path}:{self.lines.get(way, 1)}"

    def error(self, what: str, place: Sequence[str | int] = (), advice: str = "") -> CodebookError:
        """A CodebookError that points at `place`."""
        return CodebookError(what, source=self.source(place), advice=advice)


def read_located(path: Path) -> Located:
    """Read a YAML file.

    Raises CodebookError where the file is missing or empty, is not YAML, or gives a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return _located(path, _LOADER(text))
    except (OSError, UnicodeDecodeError, yaml.reader.ReaderError) as error:
        raise CodebookError(
            "the file cannot be read", source=f"{path}:1", advice=" ".join(str(error).split())
        ) from error


def _located(path: Path, loader: yaml.SafeLoader | yaml.CSafeLoader) -> Located:
    try:
        node = loader.get_single_node()
        if node is None:
            raise CodebookError("the file is empty", source=f"{path}:1", advice="write the entry or remove the file")
        located = Located(path, None, {(): node.start_mark.line + 1})
        _note_lines(located, node)
        located.content = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 1
        raise CodebookError(f"not valid YAML: {error.problem}", source=f"{path}:{line}") from error
    finally:
        loader.dispose()
    return located


def _note_lines(located: Located, top: yaml.Node) -> None:
    """Walk the tree: `lines` gets the line of every key and item. An alias may close a circle, so it is refused."""
    todo: list[tuple[Place, yaml.Node]] = [((), top)]
    seen: set[int] = set()
    while todo:
        place, node = todo.pop()
        if id(node) in seen:
            raise located.error("an alias (`*name`) stands here", place, "write the value out: the codebook has none")
        seen.add(id(node))
        for key, mark, child in _children(node):
            below = (*place, key)
            if below in located.lines:
                source = f"{located.path}:{mark.line + 1}"
                raise CodebookError(f"the key {key!r} is given twice", source=source, advice="keep one of them")
            located.lines[below] = mark.line + 1
            todo.append((below, child))


def _children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Mark, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), key.start_mark, value
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield index, item.start_mark, item
