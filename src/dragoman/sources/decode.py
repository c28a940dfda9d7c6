"""Bytes to text: which encoding, and is it text at all.

The order is from sure to unsure: a byte-order mark, valid UTF-8, what the page or the server declares, UTF-16 without a
mark, a guess by charset-normalizer among the encodings in which the news of this field is stored. A declaration comes
after UTF-8 because text in another encoding is almost never valid UTF-8, while declarations are often left-overs.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from unicodedata import category

import numpy as np
from charset_normalizer import from_bytes

from dragoman.errors import SourceEmpty, SourceNotText

GUESSED = ["utf_8", "cp1251", "koi8_r", "iso8859_5", "cp866", "cp1252"]
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or a recording"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"Rar!", "an archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
ADVICE = "save the article as text or HTML"
DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
HEAD = 4096
STRANGE = frozenset({"Cc", "Co", "Cn", "Cs"})
"""Unicode categories: control, private use, unassigned, half of a character."""
TYPED = frozenset("\t\n\r\f\x0b\x1b\x85")
DAMAGE = 0.01
"""The share of unreadable characters up to which a text counts as damaged, not as something else."""


def decode(raw: bytes, *, source: str, declared: str | None = None) -> str:
    """The text in `raw`. `declared` is the character set that the server named, if one did.

    Raises SourceEmpty when there is nothing but white space, SourceNotText when it is no text.
    """
    _refuse_binary(raw, source)
    text = _first(raw, declared)
    if text is None:
        raise SourceNotText("not a text in a known encoding", source=source, advice="save it as UTF-8")
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not text.strip():
        raise SourceEmpty("nothing to read in it", source=source, advice="give a text with at least one sentence")
    if not _plausible(text):
        raise SourceNotText("a binary file, not a text", source=source, advice=ADVICE)
    return text


def _first(raw: bytes, declared: str | None) -> str | None:
    """The first of the ways, from sure to unsure, that explains the bytes."""
    ways = (_by_mark, _by_utf8, lambda data: _by_declaration(data, declared), _by_utf16, _by_guess)
    return next((text for way in ways if (text := way(raw)) is not None), None)


def _refuse_binary(raw: bytes, source: str) -> None:
    for magic, name in MAGIC:
        if raw.startswith(magic):
            raise SourceNotText(f"{name}, not a text", source=source, advice=ADVICE)


def _by_mark(raw: bytes) -> str | None:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    return None


def _by_utf8(raw: bytes) -> str | None:
    """Valid UTF-8; also UTF-8 with a rare damaged byte, as pages cut in the middle of a letter have."""
    if b"\0" in raw:
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", errors="replace")
    beyond_ascii = sum(1 for c in text if c > "\x7f")
    return text if text.count("\ufffd") <= DAMAGE * beyond_ascii else None


def _by_declaration(raw: bytes, declared: str | None) -> str | None:
    found = DECLARED.search(raw[:HEAD])
    for name in (declared, found.group(1).decode("ascii", "replace") if found else None):
        text = _strictly(raw, name) if name else None
        if text is not None and _plausible(text):
            return text
    return None


def _strictly(raw: bytes, encoding: str) -> str | None:
    """Decoded in `encoding`, or None if that is unknown or does not explain the bytes."""
    try:
        return raw.decode(encoding)
    except (LookupError, ValueError, AssertionError):
        # Not every codec is for text: some raise other errors than UnicodeDecodeError, which is a ValueError.
        return None


def _by_utf16(raw: bytes) -> str | None:
    """UTF-16 without a mark: the zero bytes of spaces and Latin letters stand on one side only."""
    if b"\0" not in raw or len(raw) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(raw, encoding)
        if text and sum(c.isspace() or (c.isalpha() and c < "\u2000") for c in text) > 0.8 * len(text):
            return text
    return None


def _by_guess(raw: bytes) -> str | None:
    if b"\0" in raw:
        return None
    best = from_bytes(raw, cp_isolation=GUESSED, preemptive_behaviour=False).best()
    return str(best) if best else None


def _plausible(text: str) -> bool:
    """Whether there are as few characters that nobody types as in a text."""
    # A page has a hundred thousand characters and some hundred different ones: each is judged once.
    strange = sum(count for c, count in counted(text) if (c not in TYPED and category(c) in STRANGE) or c == "\ufffd")
    return strange <= DAMAGE * len(text)


def counted(text: str) -> Iterator[tuple[str, int]]:
    """Every character of a text once, with how often it stands there: a set of them takes five times as long."""
    counts = np.bincount(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32))
    for code in np.flatnonzero(counts).tolist():
        yield chr(code), int(counts[code])
