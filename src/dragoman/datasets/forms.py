"""What kind of file it is by its first bytes, whatever its name says."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dragoman.datasets.entries import Kind

HEAD = 64
PACKED: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
R_DATA = (b"RDX2\n", b"RDX3\n", b"RDA2\n", b"RDA3\n")
STATA = (b"<stata_dta>", b"\x71\x01\x01", b"\x71\x02\x01", b"\x72\x01\x01", b"\x72\x02\x01", b"\x73\x01", b"\x73\x02")
SHOWN = {
    "csv": "a table in text",
    "xlsx": "an Excel workbook",
    "rda": "an R data file",
    "dta": "a Stata file",
    "parquet": "a Parquet file",
    "pdf": "a PDF document",
    "html": "a web page",
    "json": "a JSON file",
}


def kind_of(path: Path) -> str:
    """A Kind, or another key of SHOWN for what no layout is. A packed table of text is `csv`."""
    head = _unpacked(path, _first(path))
    if head.startswith(b"PK"):
        return "xlsx" if _is_workbook(path) else "csv"
    if head.startswith(R_DATA):
        return "rda"
    if head.startswith(STATA):
        return "dta"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"%PDF"):
        return "pdf"
    start = head.lstrip().lower()
    if start.startswith((b"<!doctype", b"<html")):
        return "html"
    return "json" if start.startswith((b"{", b"[{")) else "csv"


def expected(kind: Kind) -> str:
    """How a kind is called in an error."""
    return SHOWN[kind]


def _first(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _unpacked(path: Path, head: bytes) -> bytes:
    for mark, opened in PACKED.items():
        if head.startswith(mark):
            try:
                with opened(path, "rb") as file:
                    return bytes(file.read(HEAD))
            except (OSError, EOFError, lzma.LZMAError):
                return b""
    return head


def _is_workbook(path: Path) -> bool:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            return "[Content_Types].xml" in archive.namelist()
    except (BadZipFile, OSError):
        return True
