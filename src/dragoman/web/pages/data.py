"""The datasets of the ledger with their years, terms and gaps, and import by upload."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from dragoman.datasets import STARTER, entries, readings
from dragoman.exports.forms import HOLDS, SUFFIXES, TableName
from dragoman.exports.forms import Form as Written
from dragoman.exports.rows import dataset_cells
from dragoman.ledger.imports import imports
from dragoman.ledger.ties import CODED
from dragoman.model import Layer
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At
from dragoman.web.desk import Reading as Seen
from dragoman.web.pages.works import IMPORT, TEST
from dragoman.web.reviewer import reviewer_of
from dragoman.web.taking import table
from dragoman.web.uploaded import Uploaded, keep
from dragoman.web.works import Doing
from dragoman.web.workshop.importing import ImportDataset

router = APIRouter()


@router.get("/data")
def show(desk: At, record: Seen, works: Doing) -> Response:
    """The page."""
    held = imports(record)
    return desk.page(
        "data.html",
        held=[one for name, one in held.items() if name != CODED.name],
        coded=held.get(CODED.name),
        known=entries(),
        works=works.of(IMPORT, TEST)[:3],
        tables=tuple(TableName),
        forms={form.value: suffix for suffix, form in SUFFIXES.items()},
        holds={form.value: [one.value for one in HOLDS[form]] for form in Written},
        layers=tuple(Layer),
    )


@router.get("/data.csv")
def take(desk: At) -> Response:
    """The datasets as the table `datasets` of docs/exports.md."""
    return table(desk.ledger, TableName.datasets, lambda record: map(dataset_cells, imports(record).values()))


@router.get("/data/known.csv")
def every() -> Response:
    """The datasets that can be imported."""
    columns = ("name", "title", "first_year", "last_year", "terms", "address")
    rows = ({name: getattr(entry, name) for name in columns} for entry in entries().values())
    return as_csv(rows, "known-datasets", columns)


@router.post("/data/import")
def bring(
    request: Request,
    works: Doing,
    name: Annotated[str, Form(max_length=80)],
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Import a dataset out of uploaded files, or what comes with the project; the page tells how far it has come.

    The files are checked to be that dataset first: a wrong one is refused at once.
    """
    if name != STARTER and name not in entries():
        raise HTTPException(400, f"{name}: no dataset of that name; the page lists them")
    request.state.about = name
    task = ImportDataset(name) if name == STARTER else _of_files(name, keep(files or ()))
    works.begin(IMPORT, name, reviewer_of(request), task)
    return RedirectResponse("/data", 303)


def _of_files(name: str, uploaded: Uploaded) -> ImportDataset:
    """The import of these files. Raises DatasetError, and the files go, where they are not that dataset."""
    try:
        readings(name, uploaded.path)
    except BaseException:
        uploaded.clear()
        raise
    return ImportDataset(name, uploaded.path, uploaded.folder, uploaded.told)
