"""Writes what a selection finds in a format: which format holds what, and how its parts come together."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from dragoman.actors import codes
from dragoman.exports import csl, ftm, geojson
from dragoman.exports.forms import TABLES, Form, TableName, What
from dragoman.exports.gexf import write_gexf
from dragoman.exports.graphml import write_graphml
from dragoman.exports.holdings import Holdings
from dragoman.exports.reports import ReportedEvent
from dragoman.exports.rows import (
    Cells,
    claim_cells,
    dataset_cells,
    document_cells,
    event_cells,
    measure_cells,
    tie_cells,
)
from dragoman.exports.tables import CsvRows, parquet_rows
from dragoman.ledger.ties import CODED
from dragoman.model import Dataset, Measure, Tie
from dragoman.schema import flat_rows


class Export:
    """What one file is made of; it counts what it hands on, and notes from which datasets that comes.

    `each` is called with every row.
    """

    def __init__(self, holdings: Holdings, what: What, each: Callable[[], None] = lambda: None) -> None:
        self.each = each
        self.holdings = holdings
        self.what = what
        self.rows = 0
        self.names: set[str] = set()

    def write(self, form: Form, stream: BinaryIO) -> None:
        """Write the file. Everything is read and written a row at a time."""
        if form in TABLES:
            self._table(form, stream)
        elif form is Form.gexf:
            write_gexf(stream, self.ties, self.holdings.datasets().values())
        elif form is Form.graphml:
            write_graphml(stream, self.ties, self.holdings.datasets().values())
        else:
            pieces = {Form.ftm: self._entities, Form.geojson: self._features, Form.csl: self._items}[form]
            for piece in pieces():
                stream.write(piece.encode("utf-8"))

    def datasets(self) -> Iterator[Dataset]:
        """The datasets of the rows that were handed on so far."""
        return (dataset for name, dataset in self.holdings.datasets().items() if name in self.names)

    def ties(self) -> Iterator[Tie]:
        """The ties, where they are asked for."""
        if TableName.ties in self.what:
            for tie in self.holdings.ties():
                self._count(tie.dataset)
                yield tie

    def events(self) -> Iterator[ReportedEvent]:
        """The events, where they are asked for."""
        if TableName.events in self.what:
            for event in self.holdings.events():
                self._count()
                yield event

    def measures(self) -> Iterator[Measure]:
        """The measures."""
        for measure in self.holdings.measures():
            self._count(measure.dataset)
            yield measure

    def _count(self, dataset: str | None = None) -> None:
        self.rows += 1
        self.each()
        if dataset is not None:
            self.names.add(dataset)

    def _table(self, form: Form, stream: BinaryIO) -> None:
        table = self.what[0]
        if form is Form.parquet:
            with parquet_rows(stream, table) as rows:
                for cells in self._cells(table):
                    rows.add(cells)
            return
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        lines = CsvRows(text, table)
        for cells in self._cells(table):
            lines.add(cells)
        text.detach()

    def _cells(self, table: TableName) -> Iterable[Cells]:
        if table is TableName.events:
            return map(event_cells, self.events())
        if table is TableName.ties:
            return map(tie_cells, self.ties())
        if table is TableName.measures:
            return map(measure_cells, self.measures())
        if table is TableName.documents:
            return self._document_cells()
        if table is TableName.claims:
            return self._claim_cells()
        return self._dataset_cells() if table is TableName.datasets else self._statement_cells()

    def _document_cells(self) -> Iterator[Cells]:
        for key, document in self.holdings.chosen_documents():
            self._count()
            yield document_cells(key, document)

    def _dataset_cells(self) -> Iterator[Cells]:
        for held in self.holdings.imports():
            self._count(held.dataset.name)
            yield dataset_cells(held)

    def _claim_cells(self) -> Iterator[Cells]:
        for claim in self.holdings.claims():
            self._count()
            yield claim_cells(claim)

    def _statement_cells(self) -> Iterator[Cells]:
        for coding in self.holdings.statements():
            self._count()
            yield from flat_rows(coding, codes)

    def _entities(self) -> Iterator[str]:
        actors: set[str] = set()
        articles: dict[str, None] = {}
        datasets = self.holdings.datasets()
        for reported in self.events():
            actors.update(party.actor for party in reported.event.parties)
            articles.update(dict.fromkeys(reported.documents))
            yield ftm.line(ftm.event_entity(reported))
        for tie in self.ties():
            actors.update((tie.source, tie.target))
            yield ftm.line(ftm.tie_entity(tie, datasets.get(tie.dataset)))
        yield from (ftm.line(ftm.actor_entity(code)) for code in sorted(actors))
        for key, document in self.holdings.documents(articles):
            yield ftm.line(ftm.document_entity(document, key))

    def _features(self) -> Iterator[str]:
        features = chain(map(geojson.event_feature, self.events()), map(geojson.tie_feature, self.ties()))
        return geojson.feature_collection(features, self.datasets())

    def _items(self) -> Iterator[str]:
        return csl.item_list(chain(self._articles(), self._cited()))

    def _articles(self) -> Iterator[csl.Item]:
        articles = dict.fromkeys(key for reported in self.events() for key in reported.documents)
        for key, document in self.holdings.documents(articles):
            yield csl.document_item(document, key)

    def _cited(self) -> Iterator[csl.Item]:
        """The datasets of the ties; what was coded from documents has these for its sources."""
        for _ in self.ties():
            pass
        return (csl.dataset_item(dataset) for dataset in self.datasets() if dataset.name != CODED.name)
