"""Tables in text: CSV and TSV, plain or packed (.gz, .zip with one file), with lines before the header."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO, Protocol
from zipfile import BadZipFile, ZipFile

from dragoman.datasets.entries import Layout
from dragoman.datasets.limits import FILE, LINE, broken, too_large
from dragoman.errors import DatasetError

CHUNK = 2**20
PREAMBLE = 200
"""Lines before the header at most."""
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ANEW = "get the file anew"


class Reader(Protocol):
    """What `csv.reader` gives."""

    @property
    def line_num(self) -> int: ...  # noqa: D102
    def __next__(self) -> list[str]: ...


@dataclass(slots=True, frozen=True)
class Head:
    """The column names, the lines that stand before them, and how many lines all of it takes."""

    columns: tuple[str, ...]
    preamble: tuple[str, ...]
    lines: int


def text_head(path: Path, layout: Layout) -> Head:
    """What stands above the first row. Raises DatasetError."""
    with _lines(path, layout) as lines:
        return _head(lines, layout, path)[0]


def text_rows(path: Path, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line on which it ends. Raises DatasetError."""
    with _lines(path, layout) as lines:
        head, rest = _head(lines, layout, path)
        reader = _reader(rest, layout)
        width = len(head.columns)
        while (cells := _next(reader, path, head.lines)) is not None:
            while layout.continued and cells and len(cells) < width and (more := _next(reader, path, head.lines)):
                cells = [*cells[:-1], f"{cells[-1]} {more[0]}", *more[1:]]
            if len(cells) > width and not any(cells[width:]):
                cells = cells[:width]
            if len(cells) == width:
                yield head.lines + reader.line_num, cells
            elif cells:
                where = f"{path.name}:{head.lines + reader.line_num}"
                what = f"{len(cells)} cells, not {width}"
                raise DatasetError(what, source=where, advice=f"the file may be cut off: {ANEW}")


def distinct(names: list[str]) -> tuple[str, ...]:
    """The column names, each once: `X ?` for a nameless one right of `X`, `X 2` for the second `X`."""
    found: dict[str, int] = {}
    last = ""
    for name in (name.strip() for name in names):
        nameless = not name or name.startswith("Unnamed:") or (name[0] == "." and name[1:].isdigit())
        last = f"{last} ?" if nameless and last else name
        count = found[last] = found.get(last, 0) + 1
        if count > 1:
            last = f"{last} {count}"
            found[last] = 1
    return tuple(found)


def _head(lines: Iterator[str], layout: Layout, path: Path) -> tuple[Head, Iterator[str]]:
    """What stands above the rows, and the lines from the first row on."""
    if layout.names:
        return _by_position(lines, layout, path)
    before: list[str] = []
    first = next(lines, None)
    while layout.header and first is not None and not first.startswith((layout.header, f'"{layout.header}')):
        before.append(first.strip())
        first = next(lines, None) if len(before) < PREAMBLE else None
    if first is None:
        raise DatasetError(f"no line begins with `{layout.header or ''}`", source=path.name, advice=ANEW)
    reader = _reader(chain([first], lines), layout)
    names = _next(reader, path, len(before)) or []
    return Head(distinct(names), tuple(before), len(before) + reader.line_num), lines


def _by_position(lines: Iterator[str], layout: Layout, path: Path) -> tuple[Head, Iterator[str]]:
    """The layout's own names, if the first line has as many cells and begins as it should."""
    first = next(lines, "")
    cells = _next(_reader(iter([first]), layout), path, 0) or []
    if len(cells) != len(layout.names):
        raise DatasetError(f"{len(cells)} cells in the first line, not {len(layout.names)}", source=path.name)
    if layout.begins and not re.match(layout.begins, first):
        raise DatasetError(f"the first line does not begin as it should ({layout.begins})", source=path.name)
    return Head(layout.names, (), 0), chain([first], lines)


def _reader(lines: Iterator[str], layout: Layout) -> Reader:
    if layout.quoted:
        return csv.reader(lines, delimiter=layout.delimiter, strict=True)
    return csv.reader(lines, delimiter=layout.delimiter, quoting=csv.QUOTE_NONE, strict=True)


def _next(reader: Reader, path: Path, before: int) -> list[str] | None:
    try:
        return next(reader, None)
    except csv.Error as error:
        where = f"{path.name}:{before + reader.line_num}"
        raise DatasetError(f"no row of a table ({error})", source=where, advice=ANEW) from error


@contextmanager
def _lines(path: Path, layout: Layout) -> Iterator[Iterator[str]]:
    """The lines of the file in the first of its encodings that fits, without what the layout says ends each."""
    encoding = _encoding(path, layout.encodings)
    try:
        with _opened(path) as raw, io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
            yield _cut(text, path, layout.ends)
    except UnicodeDecodeError as error:
        known = ", ".join(layout.encodings)
        what = f"byte {error.start} of a block cannot be read as {known}"
        raise DatasetError(what, source=path.name, advice=f"save the file as {layout.encodings[0]}") from error
    except (OSError, EOFError, zlib.error, BadZipFile) as error:
        raise broken(path, error) from error


def _cut(file: io.TextIOWrapper, path: Path, ends: str) -> Iterator[str]:
    size = 0
    for number, line in enumerate(iter(lambda: file.readline(LINE), ""), 1):
        size += len(line)
        if len(line) >= LINE:
            raise DatasetError("the line has no end", source=f"{path.name}:{number}", advice=ANEW)
        if size > FILE:
            raise too_large(path, FILE)
        yield line.rstrip("\r\n").removesuffix(ends) + "\n" if ends else line


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of the table: unpacked, if it is packed."""
    with path.open("rb") as file:
        mark = file.read(2)
        file.seek(0)
        if mark == b"\x1f\x8b":
            with gzip.open(file) as unpacked:
                yield unpacked  # type: ignore[misc]
        elif mark == b"PK":
            with ZipFile(file) as archive:
                names = [item.filename for item in archive.infolist() if not item.is_dir()]
                if len(names) != 1:
                    what = f"the archive holds {len(names)} files"
                    raise DatasetError(what, source=path.name, advice="unpack it and give the file that is meant")
                with archive.open(names[0]) as inner:
                    yield inner
        else:
            yield file


def _encoding(path: Path, declared: tuple[str, ...]) -> str:
    """The first of the encodings in which the whole file can be read; the last is not tried."""
    try:
        with _opened(path) as raw:
            if raw.read(2) in UTF_16:
                raise DatasetError("the file is in UTF-16", source=path.name, advice=f"save it as {declared[0]}")
    except (OSError, EOFError, zlib.error, BadZipFile) as error:
        raise broken(path, error) from error
    for encoding in declared[:-1]:
        if _fits(path, encoding):
            return _with_mark(encoding)
    return _with_mark(declared[-1])


def _fits(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    size = 0
    try:
        with _opened(path) as raw:
            while chunk := raw.read(CHUNK):
                decoder.decode(chunk)
                size += len(chunk)
                if size > FILE:
                    raise too_large(path, FILE)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    except (OSError, EOFError, zlib.error, BadZipFile) as error:
        raise broken(path, error) from error
    return True


def _with_mark(encoding: str) -> str:
    """UTF-8 with or without a byte order mark."""
    return "utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding
