"""CSL-JSON (citationstyles.org): the sources as Zotero, pandoc and LaTeX take them into a bibliography."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from dragoman.exports.dates import known
from dragoman.exports.values import plain
from dragoman.model import Dataset, Document

Item = dict[str, object]


def item_list(items: Iterable[Item]) -> Iterator[str]:
    """The file in pieces, an item a line."""
    yield "["
    comma = "\n"
    for item in items:
        yield comma + json.dumps(item, ensure_ascii=False)
        comma = ",\n"
    yield "\n]\n"


def document_item(document: Document, key: str | None = None) -> Item:
    """A document as an article of a newspaper. `key` is its key in the ledger, if it has one."""
    parts = known(document.published)
    url = document.source if document.source.startswith(("http://", "https://")) else None
    return _item({
        "id": f"document:{key or document.id}",
        "type": "article-newspaper",
        "title": document.headline or document.source,
        "author": [{"literal": plain(document.author)}] if document.author else None,
        "container-title": document.outlet,
        "issued": {"date-parts": [list(parts)]} if parts else None,
        "URL": url,
        "language": document.language,
    })  # fmt: skip


def dataset_item(dataset: Dataset) -> Item:
    """A dataset with the citation that it asks for, and its terms."""
    return _item({
        "id": f"dataset:{dataset.name}",
        "type": "dataset",
        "title": dataset.title,
        "version": dataset.version,
        "note": f"{dataset.credit} Terms: {dataset.terms}.",
    })  # fmt: skip


def _item(values: Item) -> Item:
    return {
        name: plain(value) if isinstance(value, str) else value for name, value in values.items() if value is not None
    }
