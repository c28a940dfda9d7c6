"""The dataset: a folder of Parquet files, here or in a store of objects, that grows a part at a time.

    dataset.json                             format and coders
    documents/language=ru/<part>.parquet     every document that was read in full, with its text
    statements/language=ru/<part>.parquet    one row a statement
    faults/<part>.parquet                    what could not be read
    _done/<part>.json                        written last: the part is whole
    _screened/<part>.parquet, .json          documents that wait to be coded

A file appears whole or not at all, and a part counts when its record in `_done` is there. What is interrupted leaves
files without a record; the part is made again and they are replaced.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dragoman.errors import OutputError
from dragoman.model import Frozen
from dragoman.scale.orders import Done

FORMAT = 1
DONE, SCREENED = "_done", "_screened"
TABLES = ("documents", "statements", "faults")
NEW = ".new"
"""How files end that are not whole yet; their names begin with a dot, so that no reader takes them for a part."""


class Made(Frozen):
    """What a dataset is, in `dataset.json`. `coders` are the coders by language."""

    format: int
    coders: dict[str, str]


class Dataset:
    """A dataset at a path or an fsspec address."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")

    @cached_property
    def place(self) -> tuple[Any, str]:
        """The file system and the path in it."""
        import fsspec

        try:
            files, root = fsspec.core.url_to_fs(self.address)
        except (ImportError, ValueError) as error:
            raise OutputError(f"cannot be opened ({error})", source=self.address, advice="check the address") from error
        return files, str(root)

    @property
    def local(self) -> bool:
        """Whether it lies on this machine."""
        return "file" in self.place[0].protocol

    def path(self, *parts: str) -> str:
        """A path in it, for its file system."""
        return "/".join((self.place[1], *parts))

    def prepare(self, coders: Mapping[str, str]) -> None:
        """Make it, or see that it was made by the same coders and can go on.

        Raises OutputError where the folder holds something else, or other coders' work.
        """
        files, root = self.place
        if files.exists(self.path("dataset.json")):
            made = self.made()
            if made.format != FORMAT or made.coders != dict(coders):
                told = ", ".join(sorted(made.coders.values()))
                raise OutputError(f"made by {told}", source=self.address, advice="choose another folder with -o")
        elif files.isfile(root) or (files.isdir(root) and files.ls(root)):
            what = "is there and no dataset of statements"
            raise OutputError(what, source=self.address, advice="choose a new or empty folder with -o")
        else:
            self.put_text(Made(format=FORMAT, coders=dict(coders)).model_dump_json(indent=1), "dataset.json")
        if self.local:
            for left in Path(root).rglob(f".*{NEW}"):
                left.unlink(missing_ok=True)

    def made(self) -> Made:
        """What it is. Raises OutputError where it is no dataset."""
        try:
            return Made.model_validate_json(self.place[0].cat_file(self.path("dataset.json")))
        except (OSError, ValidationError) as error:
            what = "no dataset of statements"
            raise OutputError(what, source=self.address, advice="give a folder that `dragoman code -o` made") from error

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Held by the one process that gives out orders. Raises OutputError where another one holds it.

        In a store of objects nothing can be locked: there it is for the user to start one run alone.
        """
        if not self.local or os.name != "posix":
            yield
            return
        import fcntl

        with Path(self.path("_lock")).open("w") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                what = "another run is writing it"
                raise OutputError(what, source=self.address, advice="wait for it or stop it") from error
            yield

    @contextmanager
    def written(self, *parts: str) -> Iterator[Path]:
        """A file on this machine to write; at the end of the block it stands in its place, whole."""
        target = self.path(*parts)
        folder = Path(target).parent if self.local else None
        try:
            if folder:
                folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=folder, prefix=f".{parts[-1]}.", suffix=NEW)
            os.close(handle)
            new = Path(name)
            try:
                yield new
                self._place(new, target)
            finally:
                new.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(
                f"cannot be written ({error})", source=self.address, advice="choose another -o"
            ) from error

    def _place(self, new: Path, target: str) -> None:
        if self.local:
            with new.open("rb") as stream:
                os.fsync(stream.fileno())
            new.chmod(0o644)
            new.replace(target)
            return
        self.place[0].put_file(str(new), target)

    def put_text(self, text: str, *parts: str) -> None:
        """Write a small file."""
        with self.written(*parts) as new:
            new.write_text(text, encoding="utf-8")

    def record(self, state: str, done: Done) -> None:
        """Say that a part is done or screened."""
        self.put_text(done.model_dump_json(), state, f"{done.key}.json")

    def records(self, state: str) -> dict[str, Done]:
        """The parts that are done or screened, by key."""
        names = self.listed(state, "*.json")
        found = (Done.model_validate_json(self.place[0].cat_file(name)) for name in sorted(names))
        return {one.key: one for one in found}

    def parts(self, table: str) -> list[str]:
        """The files of a table that belong to parts that are done, as paths of the file system."""
        whole = {Path(name).stem for name in self.listed(DONE, "*.json")}
        return sorted(name for name in self.listed(table, "**", "*.parquet") if Path(name).stem in whole)

    def listed(self, *pattern: str) -> list[str]:
        """The files that match a pattern now: a store's listing is remembered, and other processes write to it too."""
        files = self.place[0]
        files.invalidate_cache()
        return [str(name) for name in files.glob(self.path(*pattern))]

    def forget(self, key: str) -> None:
        """Take a part out, its record first."""
        self.remove(self.path(DONE, f"{key}.json"))
        for table in TABLES:
            for name in self.listed(table, "**", f"{key}.parquet"):
                self.remove(name)
        self.forget_screened(key)

    def forget_screened(self, key: str) -> None:
        """Take out what waited to be coded."""
        for suffix in ("json", "parquet"):
            self.remove(self.path(SCREENED, f"{key}.{suffix}"))

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with suppress(FileNotFoundError):
            self.place[0].rm_file(name)
