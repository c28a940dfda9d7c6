"""Rows of JSONL: one document a line, coded line by line; a broken row is reported and the rest goes on."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import SourceNotText
from dragoman.model import Document
from dragoman.sources.dates import cut_iso
from dragoman.sources.files import opened
from dragoman.sources.limits import DEFAULT_LIMITS, Limits
from dragoman.sources.lines import domain_of

SUFFIXES = frozenset({".jsonl", ".ndjson"})
ROW = re.compile(rb'\s*\{\s*"')
SNIFFED = 65536
SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that could not be read. `source` is `file:line`, `number` the line from 1."""

    source: str
    number: int
    what: str
    advice: str = "mend or delete the row"

    @property
    def line(self) -> str:
        """The message on one line."""
        return f"{self.source}: {self.what}; {self.advice}"


Row = Document | RowError


class BrokenRowError(ValueError):
    """Why a row is broken."""


def is_rows(source: str | Path) -> bool:
    """Whether the source holds rows: by its suffix, or because its first line is a JSON object with a `text`."""
    name = str(source)
    if Path(name).suffix.lower() in SUFFIXES:
        return "://" not in name
    if name == "-":
        peek = getattr(getattr(sys.stdin, "buffer", None), "peek", None)
        return _looks_so(peek(SNIFFED)) if peek else False
    try:
        path = Path(name)
        return path.is_file() and _looks_so(_head(path))
    except (OSError, ValueError):
        return False


def read_rows(source: str | Path, *, limits: Limits = DEFAULT_LIMITS) -> Iterator[Row]:
    """A Document for each row with an `id` and a `text`, a RowError for each that has not; blank lines are passed over.

    `lang`, `date`, `url` and `headline` are taken where a row has them, other fields are left alone. The text is kept
    to the character. A row may be as large as `limits.size` allows a file to be; the file itself may be of any size.
    Raises SourceMissing or SourceRefused, at once, when the file cannot be opened.
    """
    return rows_in(opened(source), str(source), limits)


def rows_in(stream: BinaryIO, source: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[Row]:
    """The rows of a stream that is open already, as `read_rows` gives them; `source` is its name."""
    with stream:
        number = 0
        while raw := stream.readline(limits.size + 1):
            number += 1
            where = f"{source}:{number}"
            if len(raw) > limits.size:
                _skip_line(stream, raw, limits.size)
                yield RowError(where, number, f"the row is larger than {limits.size / 1024 / 1024:g} MB", "split it")
            elif raw.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _row(raw, where, number)


def _skip_line(stream: BinaryIO, raw: bytes, size: int) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(size)


def row_of(values: dict[str, object], where: str, number: int) -> Row:
    """The row of these cells, by the names of the columns, whatever kind of table they come from."""
    try:
        return _document(values, where)
    except ValueError as error:
        return RowError(where, number, str(error))


def _row(raw: bytes, where: str, number: int) -> Row:
    try:
        values = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return RowError(where, number, "not UTF-8", "save the file as UTF-8")
    except json.JSONDecodeError as error:
        return RowError(where, number, f"not JSON ({error.msg} at column {error.colno})")
    except (ValueError, RecursionError) as error:
        return RowError(where, number, str(error))
    if not isinstance(values, dict):
        return RowError(where, number, "not a JSON object")
    return row_of(values, where, number)


def _document(values: dict[str, object], where: str) -> Document:
    url = _text(values, "url")
    return Document(
        id=_required(values, "id"),
        source=url or where,
        text=_required(values, "text"),
        outlet=domain_of(url) if url else None,
        language=_language(_text(values, "lang")),
        published=_published(_text(values, "date")),
        headline=_text(values, "headline"),
    )


def _required(values: dict[str, object], name: str) -> str:
    value = _text(values, name)
    if value is None:
        raise BrokenRowError(f"{name!r} is {'empty' if name in values else 'missing'}")
    return value


def _text(values: dict[str, object], name: str) -> str | None:
    value = values.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise BrokenRowError(f"{name!r} is not a string")
    if value is None or not value.strip():
        return None
    if SURROGATE.search(value):
        raise BrokenRowError(f"{name!r} holds half of a character (a lone surrogate)")
    return value


def _language(code: str | None) -> str | None:
    if code is None:
        return None
    short = re.split(r"[-_]", code.strip().lower())[0]
    if not re.fullmatch(r"[a-z]{2,3}", short):
        raise BrokenRowError(f"'lang' is {code!r}, not an ISO 639 code")
    return short


def _published(value: str | None) -> str | None:
    if value is None:
        return None
    iso = cut_iso(value)
    if iso is None:
        raise BrokenRowError(f"'date' is {value!r}, not a date (write 2024-10-30 or 2024-10-30T14:25)")
    return iso


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(SNIFFED)


def _looks_so(head: bytes) -> bool:
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    return ROW.match(line) is not None and b'"text"' in line


def refuse_rows(source: str | Path) -> None:
    """Raise SourceNotText for a source that holds rows: it is many documents, not one."""
    if is_rows(source):
        raise _refusal(str(source))


def refuse_rows_in(raw: bytes, name: str) -> None:
    """Raise SourceNotText for a content that holds rows, or has the name of such a file."""
    if Path(name).suffix.lower() in SUFFIXES or _looks_so(raw[:SNIFFED]):
        raise _refusal(name)


def _refusal(name: str) -> SourceNotText:
    advice = "give them to `dragoman add` or `dragoman code`, or use read_rows"
    return SourceNotText("rows, one document a line", source=name, advice=advice)
