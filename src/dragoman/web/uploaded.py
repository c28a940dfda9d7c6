"""Files that are uploaded to be imported: kept in a folder of their own for as long as that takes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from fastapi import UploadFile

from dragoman.errors import SourceEmpty, SourceTooLarge

AT_ONCE = 20
"""Files of one dataset: the largest release has nine."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A folder with uploaded files: `path` is the one file, or the folder where there are several."""

    folder: Path
    names: tuple[str, ...]

    @property
    def path(self) -> Path:
        """What an importer is given."""
        return self.folder / self.names[0] if len(self.names) == 1 else self.folder

    def clear(self) -> None:
        """Take the files away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def told(self) -> str:
        """Where it came from, as the ledger names it."""
        return f"uploaded: {', '.join(self.names)}"


def keep(files: Sequence[UploadFile]) -> Uploaded:
    """Write the files to a new folder. Raises SourceEmpty and SourceTooLarge; nothing is unpacked or read here."""
    given = [file for file in files if file.filename]
    if not given:
        raise SourceEmpty("no file was chosen", advice="choose the file of the dataset, or all of its files")
    if len(given) > AT_ONCE:
        raise SourceTooLarge(f"{len(given)} files at once", advice=f"send {AT_ONCE} at most")
    folder = Path(tempfile.mkdtemp(prefix="dragoman-upload-"))
    names: list[str] = []
    for number, file in enumerate(given, 1):
        name = _name(file.filename or "", number, names)
        with (folder / name).open("wb") as out:
            shutil.copyfileobj(file.file, out)
        names.append(name)
    return Uploaded(folder, tuple(names))


def _name(given: str, number: int, taken: Sequence[str]) -> str:
    """A name without folders and without signs that mean something to a file system."""
    last = PurePath(given.replace("\\", "/")).name
    plain = "".join(c if c.isalnum() or c in "._- ()" else "_" for c in last).lstrip(".")[-LONGEST:]
    return plain if plain and plain not in taken else f"{number}-{plain or 'file'}"
