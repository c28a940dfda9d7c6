"""What may be uploaded: told by its first bytes, not by its name, and never unpacked to see what is inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from fastapi import UploadFile

from dragoman.errors import SourceEmpty, SourceNotText, SourceTooLarge
from dragoman.sources import DEFAULT_LIMITS, Limits

AT_ONCE = 50
"""Files in one upload."""
LONGEST_NAME = 200
MAGIC = {
    b"PK\x03\x04": "a ZIP archive, or a document of an office program",
    b"PK\x05\x06": "a ZIP archive",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"%PDF-": "a PDF",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a document of an office program",
    b"\x89PNG\r\n": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3\x00": "a database",
}
"""How files begin that are no text. What is not listed is refused where it cannot be decoded."""


@dataclass(frozen=True, slots=True)
class Upload:
    """An uploaded file: its name, without folders, and all of its bytes."""

    name: str
    content: bytes


def check_number(files: Sequence[UploadFile]) -> None:
    """Raise SourceTooLarge for more files than are taken at once."""
    if len(files) > AT_ONCE:
        raise SourceTooLarge(f"{len(files)} files at once", advice=f"send {AT_ONCE} at most")


def text_of(file: UploadFile, limits: Limits = DEFAULT_LIMITS) -> Upload:
    """An uploaded page, text or rows. Raises SourceTooLarge, SourceEmpty, and SourceNotText for what is no text."""
    name = name_of(file)
    content = file.file.read(limits.size + 1)
    limits.check(len(content), name)
    if not content.strip():
        raise SourceEmpty("an empty file", source=name, advice="choose another")
    for begin, what in MAGIC.items():
        if content.startswith(begin):
            raise SourceNotText(what, source=name, advice="save the article as text or HTML; archives are not unpacked")
    return Upload(name, content)


def name_of(file: UploadFile) -> str:
    """The name that a file was uploaded under, for people to read: no folders, no signs that hide."""
    name = PurePath((file.filename or "").replace("\\", "/")).name
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name[:LONGEST_NAME])
    return shown or "upload"
