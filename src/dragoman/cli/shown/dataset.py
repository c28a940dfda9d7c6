"""The record of a dataset as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.cli.columns import listed, wrapped
from dragoman.cli.shown.parts import fields, section
from dragoman.cli.silent import CODED
from dragoman.ledger.records import DatasetRecord
from dragoman.model import Dataset

COUNTED = {
    "skipped": "rows skipped",
    "explained": "read out of the text of the rows",
}
"""Counts in the report of an import, and what they are of."""


def dataset_lines(record: DatasetRecord) -> Iterator[str]:
    """What the ledger holds of it, under which terms, and what it cannot tell."""
    held, dataset = record.held, record.held.dataset
    yield from wrapped(dataset.title)
    yield f"dataset {dataset.name}"
    yield from fields(
        {
            "version": dataset.version if dataset.name != CODED else "",
            "years": years(dataset),
            "imported": held.imported_at if held.file else "",
            "file": held.file,
            "rows": f"{held.rows:,}" if held.file else "",
            "ties": f"{held.ties:,}",
            "of them": ", ".join(f"{layer.replace('_', ' ')} {count:,}" for layer, count in record.layers.items()),
            "measures": f"{held.measures:,}",
        }
    )
    yield from terms_lines(dataset)
    for name, title in COUNTED.items():
        yield from section(title.upper(), _counts(record.report.get(name)))
    unmapped = record.report.get("unmapped")
    names = [f"{one['name']}: {one['why']} ({one['count']})" for one in unmapped] if isinstance(unmapped, list) else []
    yield from section("NAMES THAT STAND FOR NO STATE", listed(names))


def terms_lines(dataset: Dataset) -> Iterator[str]:
    """Where its figures come from, under which terms, and what it cannot tell."""
    yield from section("CREDIT AND TERMS", [*wrapped(dataset.credit), *wrapped(dataset.terms)])
    yield from section("WHAT IT CANNOT TELL", listed(dataset.gaps))


def years(dataset: Dataset) -> str:
    """`1950-2024`; empty for what was coded from documents."""
    return "" if dataset.name == CODED else f"{dataset.first_year}-{dataset.last_year}"


def _counts(counts: object) -> Iterator[str]:
    if isinstance(counts, Mapping):
        yield from listed(f"{count:,}: {name}" for name, count in counts.items())
