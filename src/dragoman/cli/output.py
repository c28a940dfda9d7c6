"""Where a result goes: the screen, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from dragoman.errors import OutputError

ADVICE = "choose another file with -o"


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A new file beside `path` that takes its place at the end of the block, and is removed if the block fails.

    A pipe or device is written straight. Raises OutputError where the file cannot be written.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise OutputError("is a folder", source=str(path), advice=ADVICE)
            yield target
            return
        new = _beside(target)
        try:
            yield new
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        what = f"cannot be written ({error.strerror or error})"
        raise OutputError(what, source=str(path), advice=ADVICE) from error


@contextmanager
def written(path: Path | None) -> Iterator[TextIO]:
    """A UTF-8 text stream to `path`, replaced as a whole at the end, or to standard output where there is no path."""
    if path is None:
        yield screen()
        return
    with replaced(path) as new, new.open("w", encoding="utf-8", newline="") as stream:
        yield stream


@contextmanager
def written_bytes(path: Path | None) -> Iterator[BinaryIO]:
    """A stream of bytes to `path`, replaced as a whole at the end, or to standard output where there is no path."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with replaced(path) as new, new.open("wb") as stream:
        yield stream


def screen() -> TextIO:
    """Standard output in UTF-8, whatever the locale: JSON is UTF-8, and names are not ASCII."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure and (sys.stdout.encoding or "").lower() not in ("utf-8", "utf8"):
        reconfigure(encoding="utf-8")
    return sys.stdout


def _beside(target: Path) -> Path:
    """An empty file in the folder of `target`, with the permissions that `target` has or a new file would have."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".new")
    os.close(handle)
    new = Path(name)
    new.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
    return new


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
