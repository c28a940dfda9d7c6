"""Opens an input as a stream of bytes, wherever it lies."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from dragoman.errors import SourceMissing
from dragoman.scale.inputs import is_remote

BLOCK = 8 * 1024 * 1024
"""Bytes that are asked of a server at once."""


class Unreachable(SourceMissing):
    """A server that stopped answering in the middle of a file: the file is no worse for it and is read again later."""


@contextmanager
def stream(address: str, *, unpacked: bool = False) -> Iterator[BinaryIO]:
    """The bytes of an input, that one can go back and forth in; `unpacked` undoes the compression its name tells of.

    Raises SourceMissing where a file is not there, Unreachable where a server fails.
    """
    import fsspec

    remote = is_remote(address)
    try:
        if remote:
            files, path = fsspec.core.url_to_fs(address)
            opened = files.open(path, "rb", block_size=BLOCK)
        else:
            opened = fsspec.open(address, "rb", compression="infer" if unpacked else None).open()
    except FileNotFoundError as error:
        raise SourceMissing("no such file", source=address, advice="check the name") from error
    except Exception as error:
        # fsspec and the clients beneath it promise no common error; whatever they raise, nothing could be opened.
        kind = Unreachable if remote else SourceMissing
        what = f"cannot be opened ({type(error).__name__}: {error})"
        raise kind(what, source=address, advice="check the address") from error
    with opened:
        yield unpack(Remote(opened, address), address, unpacked=unpacked) if remote else cast(BinaryIO, opened)


def unpack(raw: Remote, address: str, *, unpacked: bool) -> BinaryIO:
    """A remote stream, buffered; decompressed by its name where that is asked for."""
    from fsspec.compression import compr
    from fsspec.utils import infer_compression

    buffered = io.BufferedReader(raw, BLOCK // 8)
    name = infer_compression(address) if unpacked else None
    return cast(BinaryIO, compr[name](buffered, mode="rb") if name else buffered)


class Remote(io.RawIOBase):
    """A file on a server; whatever goes wrong while it is read is told as Unreachable, and not as a broken file."""

    def __init__(self, opened: Any, address: str) -> None:
        self.opened, self.address = opened, address

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always: the server is asked for ranges."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        return int(self.opened.seek(offset, whence))

    def tell(self) -> int:
        """The place."""
        return int(self.opened.tell())

    def readinto(self, buffer: Any) -> int:
        """Read on."""
        try:
            data = self.opened.read(len(buffer))
        except Exception as error:
            what = f"stopped answering ({type(error).__name__}: {error})"
            raise Unreachable(what, source=self.address, advice="run the same command again") from error
        buffer[: len(data)] = data
        return len(data)
