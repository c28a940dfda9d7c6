"""The body of an answer as the browser would see it, never more than may be held of it in memory."""

from __future__ import annotations

import zlib
from collections.abc import Callable

Header = Callable[[str], str | None]
GZIP = b"\x1f\x8b"
EITHER = zlib.MAX_WBITS | 32
"""gzip or zlib, whichever the data begin as."""
MARGIN = 64
"""Bytes in which a page that is in no code has its first sign."""


class BodyError(Exception):
    """Why a body cannot be read."""


def body_of(raw: bytes, header: Header, largest: int) -> bytes:
    """The body without chunks and compression.

    Archives often keep the headers of an encoding that they have undone themselves, so a header is only believed where
    the bytes agree. Raises BodyError for what cannot be undone, or would be larger than `largest` bytes.
    """
    if raw[:MARGIN].lstrip()[:1] == b"<":  # neither chunks nor anything compressed begins so, and most pages do
        return raw
    if "chunked" in (header("Transfer-Encoding") or "").lower():
        raw = unchunked(raw)
    encoding = (header("Content-Encoding") or "").lower().strip()
    if encoding in ("gzip", "x-gzip") and raw.startswith(GZIP):
        return inflated(raw, EITHER, largest)
    if encoding == "deflate" and not raw.lstrip().startswith(b"<"):
        return inflated(raw, EITHER if raw[:1] == b"\x78" else -zlib.MAX_WBITS, largest)
    if encoding in ("br", "zstd") and not raw.lstrip().startswith(b"<"):
        raise BodyError(f"a body compressed as {encoding}, which is not read")
    return raw


def unchunked(raw: bytes) -> bytes:
    """The body of its chunks; bytes that are in no chunks as they are."""
    parts: list[bytes] = []
    place = 0
    while place < len(raw):
        end = raw.find(b"\r\n", place, place + 32)
        try:
            size = int(raw[place:end].partition(b";")[0], 16) if end > place else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(parts) if parts else raw
        if size == 0:
            break
        parts.append(raw[end + 2 : end + 2 + size])
        place = end + 2 + size + 2
    return b"".join(parts)


def inflated(raw: bytes, window: int, largest: int) -> bytes:
    """Decompressed data; no more than `largest` bytes are ever made of it."""
    undo = zlib.decompressobj(window)
    try:
        body = undo.decompress(raw, largest + 1)
    except zlib.error as error:
        raise BodyError(f"a body that cannot be decompressed ({error})") from error
    if len(body) > largest:
        raise BodyError(f"a body of more than {largest:,} bytes when it is decompressed")
    return body
