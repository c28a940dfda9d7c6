"""Files and standard input, with errors that a user can act on."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import SourceMissing, SourceRefused
from dragoman.sources.limits import Limits

CHUNK = 1 << 20


def opened(source: str | Path) -> BinaryIO:
    """The file, or standard input for `-`, open for reading bytes. Raises SourceMissing, SourceRefused."""
    name = str(source)
    if name == "-":
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except FileNotFoundError as error:
        raise SourceMissing("no such file", source=name, advice="check the name") from error
    except IsADirectoryError as error:
        raise SourceMissing("a folder, not a file", source=name, advice="give the files in it") from error
    except PermissionError as error:
        raise SourceRefused("reading it is not permitted", source=name, advice="change its permissions") from error
    except (OSError, ValueError) as error:
        raise SourceMissing(f"cannot be opened ({error})", source=name, advice="check the name") from error


def contents(source: str | Path, limits: Limits) -> bytes:
    """All bytes of the file or of standard input. Raises SourceTooLarge at the limit, and as `opened`."""
    name = str(source)
    stream, body = opened(source), bytearray()
    try:
        if name != "-":
            limits.check(os.fstat(stream.fileno()).st_size, name)
        while chunk := stream.read(CHUNK):
            body += chunk
            limits.check(len(body), name)
    except OSError as error:
        raise SourceMissing(f"cannot be read ({error})", source=name, advice="check the file") from error
    finally:
        if name != "-":
            stream.close()
    return bytes(body)
