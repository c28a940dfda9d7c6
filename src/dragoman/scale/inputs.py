"""What the sources of a command line stand for: files, folders, patterns and addresses become Inputs, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.errors import SourceMissing, SourceRefused
from dragoman.scale.orders import Holding, Input

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

HOLDINGS = (
    (Holding.warc, (".warc", ".warc.gz", ".warc.zst", ".warc.lz4")),
    (Holding.jsonl, (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".jsonl.bz2", ".jsonl.xz")),
    (Holding.csv, (".csv", ".csv.gz", ".csv.zst", ".csv.bz2", ".csv.xz", ".tsv", ".tsv.gz")),
    (Holding.parquet, (".parquet", ".pq")),
    (Holding.article, (".html", ".htm", ".xhtml", ".txt", ".md")),
)
"""By how a file's name ends."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.I)
WEB = ("http", "https")
PATTERN = re.compile(r"[*?]|\[[^\]]+\]")


def holding_of(name: str) -> Holding | None:
    """The kind of a file by its name; None where the name does not say."""
    low = urlsplit(name).path.lower() if is_remote(name) else name.lower()
    return next((holding for holding, suffixes in HOLDINGS if low.endswith(suffixes)), None)


def is_remote(source: str) -> bool:
    """Whether a source is an address and no path."""
    return SCHEME.match(source) is not None


def is_many(source: str) -> bool:
    """Whether a source may hold more than one article and is none of the rows that `code` reads line by line."""
    holding = holding_of(source)
    if holding in (Holding.warc, Holding.csv, Holding.parquet):
        return True
    scheme = SCHEME.match(source)
    if scheme:
        return scheme[1].lower() not in WEB or holding is Holding.jsonl
    return bool(holding is Holding.jsonl and not source.lower().endswith((".jsonl", ".ndjson"))) or (
        not Path(source).is_file() and (Path(source).is_dir() or PATTERN.search(source) is not None)
    )


def inputs(sources: Sequence[str], *, allow_private: bool = False) -> list[Input]:
    """The inputs that sources stand for, in order, each once.

    Raises SourceMissing where a source stands for nothing, SourceRefused where an address may not be read.
    """
    found: dict[str, Input] = {}
    for source in sources:
        for one in _of_source(source, allow_private=allow_private):
            found.setdefault(one.address, one)
    return list(found.values())


def _of_source(source: str, *, allow_private: bool) -> Iterator[Input]:
    scheme = SCHEME.match(source)
    if scheme and scheme[1].lower() in WEB:
        yield _of_web(source, allow_private=allow_private)
        return
    import fsspec

    try:
        files, path = fsspec.core.url_to_fs(source)
        names = _names(files, path)
        if not names:
            raise SourceMissing("stands for no file that can be read", source=source, advice="check the name")
        for name in names:
            yield _input(files, name, scheme)
    except (ImportError, ValueError) as error:
        advice = "install what it asks for: pip install 'dragoman[scale]' brings s3"
        raise SourceRefused(f"cannot be opened ({error})", source=source, advice=advice) from error
    except (OSError, RuntimeError) as error:
        raise SourceMissing(f"cannot be read ({error})", source=source, advice="check the name") from error


def _names(files: AbstractFileSystem, path: str) -> list[str]:
    """The files of a path: itself, all below a folder, all that a pattern fits; only those that can be read."""
    if files.isfile(path):
        return [path]
    below: Iterable[str] = files.find(path) if files.isdir(path) else []
    if not below and PATTERN.search(path):
        below = [name for name in files.glob(path) if files.isfile(name)]
    return sorted(str(name) for name in below if holding_of(str(name)))


def _input(files: AbstractFileSystem, name: str, scheme: re.Match[str] | None) -> Input:
    address = files.unstrip_protocol(name) if scheme else str(Path(name).resolve())
    return Input(address=address, holding=holding_of(name) or Holding.article, size=files.size(name))


def _of_web(source: str, *, allow_private: bool) -> Input:
    """An address of the web; its host is checked here, once, as for an article."""
    from dragoman.sources.address import resolve

    parts = urlsplit(source)
    if not parts.hostname:
        raise SourceMissing("names no host", source=source, advice="check the address")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    resolve(parts.hostname, port, allow_private=allow_private, source=source)
    return Input(address=source, holding=holding_of(source) or Holding.article)
