"""Reads web archives with FastWARC. A broken record, or the hole where one was, is a Fault, and reading goes on.

FastWARC stops at the first thing that is no record. Then the next place is looked for where one begins: a gzip member,
or a line `WARC/1.`. In an archive that is compressed as one piece nothing can be found behind a fault.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dragoman.scale.bodies import BodyError, Header, body_of
from dragoman.scale.faults import Fault

MARKS = (b"\x1f\x8b\x08", b"WARC/1.")
"""How a gzip member and a plain record begin."""
GZIP = b"\x1f\x8b"
STEP = 1024 * 1024
HTML = ("text/html", "application/xhtml+xml", "text/plain")
READ = int(WarcRecordType.response) | int(WarcRecordType.resource)
NOT_A_RECORD = "no record of a web archive can be read here"


class Page(NamedTuple):
    """A page as it was served: its body, and where its record begins in the file.

    What else its headers say is read when it is asked for: of few pages it is.
    """

    body: bytes
    charset: str | None
    """What the server said of it."""
    source: str
    offset: int
    header: Header

    @property
    def address(self) -> str:
        """Where it stood."""
        return (self.header("WARC-Target-URI") or f"{self.source}@{self.offset}").strip("<>")

    @property
    def crawled(self) -> str:
        """When it was fetched, as far as that is known."""
        return self.header("WARC-Date") or ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that holds no page that could be read: a request, an image, an answer other than 200."""


Record = Page | Skipped | Fault
SKIPPED = Skipped()


def records(stream: BinaryIO, source: str, largest: int) -> Iterator[Record]:
    """Every record of an archive. A body of more than `largest` bytes is a Fault and never in memory as a whole."""
    start, told, broken = 0, False, False
    while start >= 0:
        stream.seek(start)
        last = -1
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                last, told = record.stream_pos, False
                found = _read(record, source, largest)
                broken = isinstance(found, Fault)
                yield found
            if not broken and (place := cut_off(stream, last if last >= 0 else start)) >= 0:
                yield Fault(source=source, offset=place, what="the file is cut off in the middle of a record")
            return
        except (OSError, ValueError, OverflowError) as error:
            # Before the first record of a part the fault is at its beginning, else somewhere behind the last record.
            place = start if last < 0 else _next(stream, last + 1)
            if not told:
                yield _fault(source, last if place < 0 else place, error, final=place < 0)
            told = True
            start = place if last >= 0 else _next(stream, start + 1)


def _fault(source: str, offset: int, error: Exception, *, final: bool) -> Fault:
    what = f"{NOT_A_RECORD} ({error})"
    return Fault(source=source, offset=offset, what=what, advice="the rest of the file is lost" if final else "")


def _read(record: WarcRecord, source: str, largest: int) -> Record:
    """A record as a page, if it is one; the body is read only of those."""
    offset = record.stream_pos
    if not int(record.record_type) & READ:
        return SKIPPED
    length = record.content_length
    if record.is_http:
        record.parse_http(quirks_mode=True)
        if record.http_headers.status_code != 200 or not _is_text(record.http_content_type):
            return SKIPPED
    elif not _is_text(record.headers.get("Content-Type")):
        return SKIPPED
    if length > largest:
        return Fault(source=source, offset=offset, what=f"a body of {length:,} bytes", advice="larger than the limit")
    expected = record.content_length
    raw = record.reader.read()
    if len(raw) < expected:
        what = f"the body ends after {len(raw):,} of {expected:,} bytes"
        return Fault(source=source, offset=offset, what=what, advice="the file is cut off there")
    return _page(record, raw, source, largest)


def _page(record: WarcRecord, raw: bytes, source: str, largest: int) -> Page | Fault:
    offset = record.stream_pos
    try:
        body = body_of(raw, record.http_headers.get if record.is_http else record.headers.get, largest)
    except BodyError as error:
        return Fault(source=source, offset=offset, what=str(error), advice="the record is passed over")
    return Page(body, record.http_charset if record.is_http else None, source, offset, record.headers.get)


def _is_text(kind: str | None) -> bool:
    """Whether a Content-Type is that of a page; a server that names none may mean one."""
    return not kind or kind.lower().lstrip().startswith(HTML)


def cut_off(stream: BinaryIO, last: int) -> int:
    """Where the gzip member begins in which a file ends too early, looked for from the last record on; -1 where none.

    FastWARC takes what is there of such a member for the whole of it.
    """
    stream.seek(0)
    if stream.read(len(GZIP)) != GZIP:
        return -1
    stream.seek(last)
    if stream.read(len(GZIP)) != GZIP:
        last = 0  # compressed in one piece: records have no places of their own
    stream.seek(last)
    place, held, undo = last, b"", zlib.decompressobj(zlib.MAX_WBITS | 16)
    while data := held or stream.read(STEP):
        try:
            undo.decompress(data, STEP)
        except zlib.error:
            return -1
        held = undo.unconsumed_tail
        if undo.eof:
            place, held = stream.tell() - len(undo.unused_data), undo.unused_data
            undo = zlib.decompressobj(zlib.MAX_WBITS | 16)
            if not held.startswith(GZIP):
                held = held.lstrip(b"\0")
    return place if place < stream.tell() else -1


def _next(stream: BinaryIO, start: int) -> int:
    """Where the next record may begin, from `start` on; -1 where there is none."""
    stream.seek(start)
    held, base = b"", start
    while True:
        more = stream.read(STEP)
        if not more:
            return -1
        held += more
        found = [place for mark in MARKS if (place := held.find(mark)) >= 0]
        if found:
            return base + min(found)
        kept = max(map(len, MARKS)) - 1
        base, held = base + len(held) - kept, held[-kept:]
