"""What comes with the project: the starter record and excerpts, read by the importers of their datasets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from dragoman.datasets.entries import entry
from dragoman.datasets.reading import Reading, open_dataset
from dragoman.datasets.shape import tables
from dragoman.errors import DatasetError
from dragoman.model import Frozen, Measure, Tie
from dragoman.schema.load import checked
from dragoman.schema.located import read_located

FOLDER = Path(__file__).parent / "data" / "starter"
STARTER = "starter"
"""The name under which all of it is imported at once."""


class Packaged(Frozen):
    """A dataset in the package. `version` and `terms` replace those of its entry, `gaps` come before its own.

    `only` are the actors that an excerpt is cut to.
    """

    name: str
    path: str
    version: str | None = None
    terms: str | None = None
    gaps: tuple[str, ...] = ()
    only: tuple[str, ...] = ()

    def open(self) -> Reading:
        """Make it ready. Raises DatasetError where a file in the package is not what it should be."""
        base = entry(self.name)
        own = {name: text for name, text in (("version", self.version), ("terms", self.terms)) if text}
        pattern = None if self.version else base.version_in_file
        known = base.model_copy(update={**own, "version_in_file": pattern, "gaps": (*self.gaps, *base.gaps)})
        return Reading(known, tables(known, FOLDER / self.path))


@cache
def packaged() -> tuple[Packaged, ...]:
    """The datasets in the package whose file is there (an excerpt may be deleted). Raises CodebookError."""
    found = checked(read_located(FOLDER / "packaged.yaml"), TypeAdapter(tuple[Packaged, ...]))
    return tuple(item for item in found if (FOLDER / item.path).exists())


def readings(name: str, path: Path | None) -> tuple[Reading, ...]:
    """What `name` stands for: the dataset in this file or, without one, all that comes with the project.

    Raises DatasetError where there is no such dataset, no file is given for another one, or it is the wrong one.
    """
    if path is not None:
        return (open_dataset(name, path),)
    if name != STARTER:
        raise DatasetError(f"no file of `{entry(name).name}` is given", advice=f"dragoman import {name} FILE")
    return tuple(item.open() for item in packaged())


def starter_items() -> Iterator[Tie | Measure]:
    """The ties and measures of all that is in the package, without a ledger."""
    for item in packaged():
        yield from item.open()


def starter_ties() -> Iterator[Tie]:
    """The ties of all that is in the package, without a ledger."""
    return (item for item in starter_items() if isinstance(item, Tie))
