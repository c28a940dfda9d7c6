"""Is this the file? Checked before a row is read; what it is not, and what it looks like, goes into the error."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.datasets.entries import Entry, Layout, entries
from dragoman.datasets.forms import SHOWN, kind_of
from dragoman.datasets.frames import frame_head
from dragoman.datasets.limits import check_size
from dragoman.datasets.sheets import sheet_head
from dragoman.datasets.text import Head, text_head
from dragoman.errors import DatasetError

HEADS = {"csv": text_head, "xlsx": sheet_head, "rda": frame_head, "dta": frame_head, "parquet": frame_head}
QUICK = ("csv", "parquet")
"""Kinds whose head costs nothing: a wrong file of such a kind is tried as every other dataset."""


@dataclass(slots=True, frozen=True)
class Table:
    """A file that fits a layout of its dataset."""

    path: Path
    name: str
    layout: Layout
    head: Head


def tables(entry: Entry, path: Path) -> list[Table]:
    """The tables of a dataset: one for a file, some for a folder. Raises DatasetError where they are not those."""
    if path.is_dir():
        return _of_folder(entry, path)
    check_size(path)
    needed = {layout.file for layout in entry.layouts.values() if layout.required}
    if len(needed) > 1:
        files = " and ".join(sorted(needed))
        raise DatasetError("one file is not enough", source=str(path), advice=f"give the folder with {files}")
    if any(layout.part for layout in entry.layouts.values()):
        return _parts(entry, path)
    return [_fitting(entry, path, entry.layouts)]


def _parts(entry: Entry, path: Path) -> list[Table]:
    """The sheets of a workbook (or tables of an R file) that the layouts name: those that are required, and more."""
    found: list[Table] = []
    for name, layout in entry.layouts.items():
        head, lack = _tried(path, layout)
        if head is not None and not lack.what:
            found.append(Table(path, name, _as_is(path, layout), head))
        elif layout.required or len(entry.layouts) == 1:
            raise DatasetError(lack.what, source=str(path), advice=_advice(entry, path))
    if not found:
        return [_fitting(entry, path, entry.layouts)]
    return found


def _of_folder(entry: Entry, folder: Path) -> list[Table]:
    found: list[Table] = []
    for layout in entry.layouts.values():
        files = sorted(file for file in folder.glob(layout.file) if file.is_file())
        if layout.required and not files:
            raise DatasetError(f"no file `{layout.file}` in the folder", source=str(folder), advice=_where(entry))
        for file in files:
            if any(table.path == file for table in found):
                continue
            check_size(file)
            alike = {other: given for other, given in entry.layouts.items() if given.file == layout.file}
            found.append(_fitting(entry, file, alike))
    if not found:
        raise DatasetError("nothing of this dataset in the folder", source=str(folder), advice=_where(entry))
    return found


def _fitting(entry: Entry, path: Path, layouts: dict[str, Layout]) -> Table:
    """The file as the first of the layouts that it fits. Raises the error of the one it comes closest to."""
    best: tuple[float, str] = (2.0, "")
    for name, layout in layouts.items():
        head, lack = _tried(path, layout)
        if head is not None and not lack.what:
            return Table(path, name, _as_is(path, layout), head)
        best = min(best, (lack.share, lack.what))
    raise DatasetError(best[1], source=str(path), advice=_advice(entry, path))


@dataclass(slots=True, frozen=True)
class Lack:
    """Why a file does not fit a layout, and which share of it is missing (1: all of it)."""

    what: str = ""
    share: float = 0.0


def _as_is(path: Path, layout: Layout) -> Layout:
    """The layout with the kind that the file has, of those in which the table comes."""
    kind = kind_of(path)
    return layout.model_copy(update={"kind": kind}) if kind in layout.also else layout


def _tried(path: Path, layout: Layout) -> tuple[Head | None, Lack]:
    kind = kind_of(path)
    layout = _as_is(path, layout)
    if kind != layout.kind:
        return None, Lack(f"is {SHOWN[kind]}, not {SHOWN[layout.kind]}", 1.5)
    try:
        head = HEADS[layout.kind](path, layout)
    except DatasetError as error:
        return None, Lack(error.what, 1.0)
    missing = [name for name in layout.columns if name not in head.columns]
    if not missing:
        return head, Lack()
    shown = ", ".join(f"`{name}`" for name in missing[:4]) + (" …" if len(missing) > 4 else "")
    return head, Lack(f"has no column {shown}", len(missing) / len(layout.columns))


def _advice(entry: Entry, path: Path) -> str:
    other = looks_like(path, entry.name)
    if other:
        return f"this looks like {other}: dragoman import {other} {path.name}"
    return _where(entry)


def _where(entry: Entry) -> str:
    return f"`dragoman datasets {entry.name}` tells which file it is and where to get it"


def looks_like(path: Path, but: str = "") -> str | None:
    """The name of a dataset whose shape the file has."""
    if kind_of(path) not in QUICK:
        return None
    for name, entry in entries().items():
        layouts = (layout for layout in entry.layouts.values() if not layout.names)
        if name != but and any(not _tried(path, layout)[1].what for layout in layouts):
            return name
    return None
