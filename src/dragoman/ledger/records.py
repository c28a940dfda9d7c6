"""All that the ledger has on one thing, each in a noun of its own: what `dragoman show` tells."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from dragoman.model import Dataset, Document, Event, Frozen, Judgement, Ruling, Statement, Tie


class Relation(StrEnum):
    """How a document is related to what is shown, the closest first."""

    copy = "near-duplicate"
    event = "same event"
    dyad = "same dyad"


class About(Frozen):
    """A document in short: what a list needs."""

    key: str
    source: str
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    headline: str | None = None

    @classmethod
    def of(cls, key: str, document: Document) -> About:
        """What of a document goes into a list."""
        return cls(key=key, **document.model_dump(include=set(cls.model_fields) - {"key"}))


class Related(Frozen):
    """A document that has to do with what is shown."""

    relation: Relation
    document: About


class Sighting(Frozen):
    """A document at an address: as which version of the page, read when, and which document stands there now."""

    address: str
    version: int
    read_at: str
    latest: str


class Reading(Frozen):
    """A coder that read a document: when, how many statements it found, and why none, where there is a reason."""

    coder: str
    coded_at: str
    statements: int
    note: str | None = None


class Kept(Frozen):
    """A statement as it stands in the ledger. `ruling` is a reviewer's last word; `coded` what the coder had said,
    where a reviewer corrected it.
    """

    key: str
    document: str
    statement: Statement
    ruling: Ruling | None = None
    coded: Statement | None = None


class DocumentRecord(Frozen):
    """A document, where it was found, who coded it, what was coded, which events it reports."""

    noun: Literal["document"] = "document"
    key: str
    document: Document
    read_at: str
    current: bool
    sightings: tuple[Sighting, ...]
    readings: tuple[Reading, ...]
    statements: tuple[Kept, ...]
    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...]
    related: tuple[Related, ...]


class StatementRecord(Frozen):
    """A statement, the document that it stands in, the event that it reports, and what reviewers said of it."""

    noun: Literal["statement"] = "statement"
    key: str
    kept: Kept
    document: About
    event: Event | None
    judgements: tuple[Judgement, ...]
    related: tuple[Related, ...]


class Report(Frozen):
    """One report of an event: the statement, and the document that it stands in."""

    kept: Kept
    document: About


class EventRecord(Frozen):
    """An event with its reports in order of publication, the ties that it makes, and what reviewers said."""

    noun: Literal["event"] = "event"
    key: str
    event: Event
    reports: tuple[Report, ...]
    ties: tuple[Tie, ...]
    judgements: tuple[Judgement, ...]
    others: tuple[Event, ...]
    """Other events of the same dyad, the latest ones."""
    related: tuple[Related, ...]


class TieRecord(Frozen):
    """A tie with its dataset; the ties that are one thing with it; what it comes from, where it was coded."""

    noun: Literal["tie"] = "tie"
    key: str
    tie: Tie
    dataset: Dataset
    group: tuple[Tie, ...]
    event: Event | None
    statement: Kept | None
    others: tuple[Tie, ...]
    """Other ties of the same dyad, the latest ones."""
    related: tuple[Related, ...]


class Import(Frozen):
    """What the ledger holds of a dataset: read from which file when, with the importer's own report."""

    dataset: Dataset
    file: str
    imported_at: str
    rows: int
    ties: int
    measures: int


class DatasetRecord(Frozen):
    """A dataset with how many ties it has in each layer, and what its import reported."""

    noun: Literal["dataset"] = "dataset"
    key: str
    held: Import
    layers: dict[str, int]
    report: dict[str, object]


Record = DocumentRecord | StatementRecord | EventRecord | TieRecord | DatasetRecord
