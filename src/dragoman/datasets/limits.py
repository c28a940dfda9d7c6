"""How much a file may hold before it is refused: a broken or hostile one ends in an error and not in a crash."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from dragoman.errors import DatasetError

MIB = 2**20
FILE = 4096 * MIB
"""Bytes of a file of text, packed or not: it is read line by line."""
WHOLE = 1024 * MIB
"""Unpacked bytes of a file that has to be in memory as a whole: a workbook, an R or Stata file."""
LINE = MIB
"""Characters of a line. The longest line of the datasets known has some ten thousand."""
ADVICE = "import a smaller part of it"


def check_size(path: Path, limit: int = FILE) -> None:
    """Raises DatasetError for a file that is missing, empty, no file, or over the limit."""
    try:
        size = path.stat().st_size
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise DatasetError(what, source=str(path), advice="check the path") from error
    if not path.is_file():
        raise DatasetError("is no file", source=str(path), advice="give the dataset's file")
    if not size:
        raise DatasetError("the file is empty", source=str(path), advice="get it anew")
    if size > limit:
        raise too_large(path, limit)


def check_packed(path: Path, limit: int = WHOLE) -> None:
    """Raises DatasetError for a ZIP archive (a workbook is one) that is broken or unpacks to more than the limit."""
    try:
        with ZipFile(path) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (BadZipFile, OSError) as error:
        raise broken(path, error) from error
    if size > limit:
        raise too_large(path, limit)


def too_large(path: Path, limit: int) -> DatasetError:
    """The error for more than `limit` bytes."""
    return DatasetError(f"holds over {limit // MIB:,} MiB", source=str(path), advice=ADVICE)


def broken(path: Path, error: Exception) -> DatasetError:
    """The error for a file that does not unpack or parse."""
    reason = " ".join(str(error).split()) or type(error).__name__
    return DatasetError(f"the file is damaged or cut off ({reason})", source=str(path), advice="get it anew")
