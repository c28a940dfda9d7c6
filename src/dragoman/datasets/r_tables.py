"""Tables in R files, from the objects that are parsed: the conversion of `rdata` takes longer than reading does, and
leaves dates as numbers of days.
"""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.datasets.cells import as_text
from dragoman.datasets.forms import PACKED
from dragoman.datasets.limits import WHOLE, broken, check_size, too_large
from dragoman.datasets.r_parsing import parsed
from dragoman.errors import DatasetError

EPOCH = date(1970, 1, 1)
"""Day 0 of the class Date in R."""
NAMES, CLASS, LEVELS, TABLE, DATE = b"names", b"class", b"levels", b"data.frame", b"Date"
KEPT = 4
"""Files whose tables stay in memory: the shape of a file is checked before its rows are read, and parsing is slow."""
KNOWN = 2**14
"""Figures of a column whose text is remembered: most come again."""


@dataclass(slots=True, frozen=True)
class RTable:
    """A data frame: names and values of its columns, and how a value of each becomes text."""

    columns: tuple[str, ...]
    values: tuple[Any, ...]
    texts: tuple[Callable[[Any], str], ...]

    def batches(self, size: int) -> Iterator[list[list[str]]]:
        """Some rows at once, as columns of text."""
        count = len(self.values[0]) if self.values else 0
        for start in range(0, count, size):
            pairs = zip(self.values, self.texts, strict=True)
            yield [[text(value) for value in values[start : start + size]] for values, text in pairs]


def r_table(path: Path, part: str | None) -> RTable:
    """The table of this name in an R file, or the first one. Raises DatasetError."""
    check_size(path, WHOLE)
    state = path.stat()
    tables, others = _tables(path, state.st_size, state.st_mtime_ns)
    wanted = part or next(iter(tables), "")
    if wanted not in tables:
        names = ", ".join((*tables, *others)) or "nothing"
        raise DatasetError(
            f"the R file has no table `{wanted}`, but {names}", source=path.name, advice="check the file"
        )
    return tables[wanted]


@lru_cache(maxsize=KEPT)
def _tables(path: Path, _size: int, _changed: int) -> tuple[dict[str, RTable], tuple[str, ...]]:
    """The tables of a file by name, and the names of what is no table; read anew once the file has changed."""
    raw = _unpacked(path)
    try:
        objects = dict(_pairs(parsed(raw)))
        tables = {name: _table(found) for name, found in objects.items() if _is_table(found)}
    except Exception as error:  # the parser of a damaged file raises whatever it stumbles on
        raise broken(path, error) from error
    return tables, tuple(name for name in objects if name not in tables)


def _pairs(node: Any) -> Iterator[tuple[str, Any]]:
    """The names and values of a pairlist: the objects of a file, or the attributes of an object."""
    while node is not None and node.value is not None:
        tag = node.tag.referenced_object or node.tag
        yield tag.value.value.decode(), node.value[0]
        node = node.value[1]


def _attribute(found: Any, name: bytes) -> list[Any]:
    attributes = dict(_pairs(found.attributes)) if found.info.attributes else {}
    given = attributes.get(name.decode())
    return [item.value for item in given.value] if given is not None else []


def _is_table(found: Any) -> bool:
    return TABLE in _attribute(found, CLASS)


def _table(found: Any) -> RTable:
    names = tuple(_decoded(name) for name in _attribute(found, NAMES))
    values, texts = zip(*map(_column, found.value), strict=True) if found.value else ((), ())
    return RTable(names, values, texts)


def _column(found: Any) -> tuple[Any, Callable[[Any], str]]:
    """The values of a column, and what makes text of one."""
    levels = [_decoded(level) for level in _attribute(found, LEVELS)]
    if levels:
        return found.value.tolist(), lambda value: levels[value - 1] if value else ""
    if DATE in _attribute(found, CLASS):
        return found.value.tolist(), _day
    if isinstance(found.value, list):
        return found.value, lambda item: _decoded(item.value)
    return found.value.tolist(), lru_cache(maxsize=KNOWN)(as_text)


def _day(days: float | None) -> str:
    if days is None or days != days:
        return ""
    return (EPOCH + timedelta(days=int(days))).isoformat()


@lru_cache(maxsize=2**16)
def _decoded(text: bytes | None) -> str:
    """R marks the encoding of each string; those that are not UTF-8 are Latin-1 in practice."""
    if text is None:
        return ""
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("latin-1")


def _unpacked(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            mark = file.read(8)
        opened = next((way for sign, way in PACKED.items() if mark.startswith(sign)), None)
        if opened is None:
            return path.read_bytes()
        with opened(path, "rb") as packed:
            content = bytes(packed.read(WHOLE + 1))
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
        raise broken(path, error) from error
    if len(content) > WHOLE:
        raise too_large(path, WHOLE)
    return content
