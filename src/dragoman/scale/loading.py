"""From a dataset to what the ledger takes in: documents with statements, and the copies of those as further reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.ledger.adding import Arrival
from dragoman.model import Coding, Statement
from dragoman.scale.columns import BODY, NUMBER, Cells, document_of, statement_of
from dragoman.scale.dataset import Dataset
from dragoman.scale.parts import rows_of

ROW = re.compile(r":\d+$")
"""How the source of a document ends that was a row of a table and had no address."""
LANGUAGE = re.compile(r"/language=([a-z]{2,3})/")


def arrivals(dataset: Dataset) -> Iterator[Arrival]:
    """What the dataset says, a document at a time; pages on which nothing was found stay where they are."""
    coders = dataset.made().coders
    stated = {cells["id"] for name in dataset.parts("documents") for cells in _stated(dataset, name)}
    for name in dataset.parts("documents"):
        language = LANGUAGE.findall(name)[-1]
        statements = _statements(dataset, name.replace("/documents/", "/statements/"))
        for cells in rows_of(dataset, name):
            if cells["statements"] or cells["copy_of"] in stated:
                yield _arrival({**cells, "language": language}, statements, coders[language])


def count(dataset: Dataset) -> int:
    """How many documents `arrivals` will give at most."""
    names = dataset.parts("documents")
    columns = ("statements", "copy_of")
    return sum(bool(c["statements"] or c["copy_of"]) for name in names for c in rows_of(dataset, name, columns))


def _stated(dataset: Dataset, name: str) -> Iterator[Cells]:
    return (cells for cells in rows_of(dataset, name, ("id", "statements")) if cells["statements"])


def _statements(dataset: Dataset, name: str) -> dict[int, list[Statement]]:
    """The statements of a part by the number of their document; none where nothing was coded in the part."""
    found: dict[int, list[Statement]] = {}
    if dataset.place[0].exists(name):
        for cells in rows_of(dataset, name, (NUMBER, BODY)):
            found.setdefault(cells[NUMBER], []).append(statement_of(cells[BODY]))
    return found


def _arrival(cells: Cells, statements: dict[int, list[Statement]], coder: str) -> Arrival:
    note = f"a copy of {cells['copy_of']}, which was coded" if cells["copy_of"] else cells["note"]
    coding = Coding(document=document_of(cells), statements=tuple(statements.get(cells["number"], ())), note=note)
    return Arrival(coding, address_of(cells["source"], cells["id"]), coder)


def address_of(source: str, id: str) -> str:
    """The address that `dragoman add` keeps such a document under."""
    if source.startswith(("http://", "https://")):
        return source.partition("#")[0]
    return f"{ROW.sub('', source)}#{id}" if ROW.search(source) else source
