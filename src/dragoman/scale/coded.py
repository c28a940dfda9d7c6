"""Coding: the documents of an order that wait become a part of the dataset, each text coded once."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import ExitStack

from dragoman.coding import code as code_document
from dragoman.coding import coder
from dragoman.model import Coding, Document
from dragoman.scale.columns import (
    CODED,
    FAULTS,
    Cells,
    document_of,
    fault_cells,
    stated,
    statement_cells,
)  # fmt: skip
from dragoman.scale.dataset import DONE, SCREENED, Dataset
from dragoman.scale.faults import Fault
from dragoman.scale.memory import keep, peak
from dragoman.scale.orders import Done, Order, Report
from dragoman.scale.parts import Parted, part, rows_of
from dragoman.scale.stages import Stage, Tally

EVERY = 1.0
"""Seconds between two reports."""


def code(order: Order, report: Report) -> Done:
    """Work off an order: documents, statements and faults are written, then the record that the part is whole."""
    dataset = Dataset(order.dataset)
    screened = dataset.records(SCREENED)[order.key]
    faults = list(screened.faults)
    reached: Counter[Stage] = Counter()
    statements = 0
    began = told = time.monotonic()
    with ExitStack() as stack:
        documents = Parted(stack, dataset, "documents", order.key, CODED)
        found = Parted(stack, dataset, "statements", order.key, stated())
        for cells in rows_of(dataset, dataset.path(SCREENED, f"{order.key}.parquet")):
            coding, row = _coded(cells, order.copies.get(str(cells["number"])), faults)
            documents.add(str(cells["language"]), row)
            for statement in statement_cells(coding, int(cells["number"])):
                found.add(str(cells["language"]), statement)
            statements += len(coding.statements)
            reached.update([Stage.original] * (row["copy_of"] is None) + [Stage.stated] * bool(coding.statements))
            if time.monotonic() - told > EVERY:
                told = time.monotonic()
                report(Tally(reached=dict(reached), statements=statements, seconds=told - began))
    if faults:
        with part(dataset, FAULTS, "faults", f"{order.key}.parquet") as rows:
            for fault in faults:
                rows.add(fault_cells(fault))
    more = len(faults) - len(screened.faults)
    tally = Tally(reached=dict(reached), statements=statements, faults=more, seconds=time.monotonic() - began)
    done = Done(key=order.key, inputs=order.inputs, tally=screened.tally + tally, faults=tuple(faults), peak=peak())
    dataset.record(DONE, done)
    return done.model_copy(update={"tally": tally, "faults": tuple(faults[len(screened.faults) :])})


def _coded(cells: Cells, copy_of: str | None, faults: list[Fault]) -> tuple[Coding, Cells]:
    """A document's coding and its row; a copy is not coded."""
    document = document_of(cells)
    row = {**cells, "copy_of": copy_of, "coder": None, "statements": 0, "note": None}
    if copy_of is not None:
        return Coding(document=document), row
    coding = _coding(document, faults)
    keep(f"models of {document.language}")
    name = coder(str(document.language), frames_alone=True).name
    return coding, {**row, "coder": name, "statements": len(coding.statements), "note": coding.note}


def _coding(document: Document, faults: list[Fault]) -> Coding:
    try:
        return code_document(document, frames_alone=True)
    except Exception as error:
        # One text in a million that the coder fails at must not cost the others.
        what = f"cannot be coded ({type(error).__name__}: {error})"
        faults.append(Fault(source=document.source, offset=None, what=what, advice="please report the text"))
        return Coding(document=document, note=what)
