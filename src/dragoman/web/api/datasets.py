"""What was imported: years, terms, credit lines, and what it cannot tell."""

from __future__ import annotations

from fastapi import APIRouter

from dragoman.ledger.imports import imports
from dragoman.ledger.keys import Thing, find
from dragoman.ledger.recall import recall
from dragoman.ledger.records import DatasetRecord, Import
from dragoman.web.api.asked import Key
from dragoman.web.desk import Reading

router = APIRouter(prefix="/datasets")


@router.get("", summary="The datasets of the ledger")
def every(record: Reading) -> tuple[Import, ...]:
    """Also `coded`, which holds what was read from the documents."""
    return tuple(imports(record).values())


@router.get("/{key}", summary="A dataset")
def one(record: Reading, key: Key) -> DatasetRecord:
    """With how many ties it has in each layer, and what its import reported."""
    found = recall(record, find(record, key, Thing.dataset).key)
    assert isinstance(found, DatasetRecord)
    return found
