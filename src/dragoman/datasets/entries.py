"""What the project knows of each dataset, from `data/NAME.yaml`; an entry that is wrong is told by file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationError

from dragoman.errors import DatasetError
from dragoman.model import Dataset, Frozen, Measure, Tie
from dragoman.schema.located import read_located

if TYPE_CHECKING:
    from dragoman.datasets.reading import Reading

FOLDER = files("dragoman.datasets") / "data"
Kind = Literal["csv", "xlsx", "rda", "dta", "parquet"]
Importer = Callable[["Reading"], Iterator[Tie | Measure]]


class Layout(Frozen):
    """What a file must look like to be read.

    `kind` is the kind of file, `also` are others in which the same table comes. `columns` are those that it must have,
    `more` those that are read where they are there, each with what it means. `header` is how the line of column names
    begins, where other lines stand before it; `names` gives the columns by position, for a file without such a line,
    and `begins` is a pattern of how its first line begins. `ends` is what ends each line beside the columns;
    `continued`: a row that is too short goes on in the next line (text with a line break that is not quoted). `missing`
    are the texts that stand for no value, `thousands` is what parts the thousands of figures. `part` names the sheet of
    a workbook (`*` stands for anything) or the table in an R file. `file` is a pattern of file names, for datasets that
    come as a folder; `required`: without such a file the rest cannot be read.
    """

    kind: Kind = "csv"
    also: tuple[Kind, ...] = ()
    file: str = "*"
    required: bool = False
    encodings: tuple[str, ...] = ("utf-8",)
    delimiter: str = ","
    quoted: bool = True
    header: str | None = None
    names: tuple[str, ...] = ()
    begins: str | None = None
    ends: str = ""
    continued: bool = False
    missing: tuple[str, ...] = ("",)
    thousands: str = ""
    part: str | None = None
    columns: dict[str, str]
    more: dict[str, str] = Field(default_factory=dict)


class Entry(Frozen):
    """A dataset: what `model.Dataset` asks, where to get it, its layouts, and what its ties and measures hold.

    `importer` is the module that reads it. `details` explains `Tie.details`, `measures` the names of measures.
    `systematic` are those of its `layers` in which it aims at every case, so that its silence is an answer;
    `only` are the actors of whom one is in every tie, where it is confined to some.
    `years_in_file`: every release has other years, so those of an import are what was read; otherwise an import has
    the years of the entry. `version_in_file` is a pattern whose first group is the version, looked for in the lines
    before the header.
    """

    name: str
    importer: str
    title: str
    version: str
    address: str
    terms: str
    credit: str
    first_year: int
    last_year: int
    years_in_file: bool = False
    version_in_file: str | None = None
    gaps: tuple[str, ...]
    layers: tuple[str, ...] = ()
    systematic: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    layouts: dict[str, Layout]
    details: dict[str, str] = Field(default_factory=dict)
    measures: dict[str, str] = Field(default_factory=dict)

    def dataset(self) -> Dataset:
        """As it is known before a file is read."""
        shared = self.model_dump(include=set(Dataset.model_fields))
        return Dataset(**shared)

    def read(self, reading: Reading) -> Iterator[Tie | Measure]:
        """Run the importer."""
        importer: Importer = import_module(f"dragoman.datasets.{self.importer}").read
        return importer(reading)


@cache
def entries() -> dict[str, Entry]:
    """Every dataset by its name, in the order of names. Raises CodebookError for an entry that breaks the rules."""
    with as_file(FOLDER) as folder:
        found = [load_entry(path) for path in sorted(folder.glob("*.yaml"))]
    return {entry.name: entry for entry in found}


def entry(name: str) -> Entry:
    """The dataset of this name. Raises DatasetError."""
    known = entries().get(name)
    if known is None:
        raise DatasetError(f"there is no dataset `{name}`", advice=f"it is one of: {', '.join(entries())}")
    return known


def load_entry(path: Path) -> Entry:
    """Read one entry. Raises CodebookError with file and line."""
    file = read_located(path)
    try:
        entry = Entry.model_validate(file.content)
    except ValidationError as error:
        first = error.errors()[0]
        raise file.error(first["msg"], [*first["loc"]], "correct the entry (docs/datasets.md says how)") from error
    if entry.name != path.stem:
        raise file.error(f"the file is named {path.stem}, not {entry.name}", ["name"], "name both alike")
    return entry
