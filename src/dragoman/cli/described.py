"""How datasets are described."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.datasets import Entry, Layout
    from dragoman.ledger.records import Import

WIDTH = 80
KINDS = {"csv": "text", "xlsx": "Excel", "rda": "R", "dta": "Stata", "parquet": "Parquet"}


def as_json(entries: Sequence[Entry], held: Mapping[str, Import]) -> str:
    """Everything that the project knows of them, and under `held` what the ledger has: null where it has nothing."""
    found = [
        {
            **entry.model_dump(mode="json"),
            "held": held[entry.name].model_dump(mode="json") if entry.name in held else None,
        }
        for entry in entries
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def listed(entries: Sequence[Entry], held: Mapping[str, Import]) -> str:
    """One after the other: name and years, title, terms, what the ledger has."""
    return "\n".join(line for entry in entries for line in _short(entry, held.get(entry.name))) + "\n"


def told(entry: Entry, held: Mapping[str, Import]) -> str:
    """All about one."""
    lines = [
        *textwrap.wrap(entry.title, WIDTH),
        f"{entry.name}, version {entry.version}, {_years(entry)}",
        *_section("In the ledger", [_held(held[entry.name]) if entry.name in held else "nothing of it"]),
        *_section("Where to get it", [entry.address]),
        *_section("Terms", [entry.terms]),
        *_section("Credit line", [entry.credit]),
        *_section("What it cannot tell", entry.gaps),
    ]
    for name, layout in entry.layouts.items():
        lines += _layout(name, layout, alone=len(entry.layouts) == 1)
    lines += _meanings("Details of a tie", entry.details)
    lines += _meanings("Measures", entry.measures)
    return "\n".join(lines) + "\n"


def _years(entry: Entry) -> str:
    return f"{entry.first_year}-{entry.last_year}" + (" (as the file has them)" if entry.years_in_file else "")


def _short(entry: Entry, held: Import | None) -> Iterator[str]:
    yield f"{entry.name:<24}{_years(entry)}"
    for text in (entry.title, entry.terms):
        yield from _wrapped(text, "  ")
    if held is not None:
        yield from _wrapped(f"In the ledger: {_held(held)}", "  ")
    yield ""


def _held(held: Import) -> str:
    dataset = held.dataset
    years = f"{dataset.first_year}-{dataset.last_year}"
    counts = f"{held.ties:,} ties, {held.measures:,} measures of {held.rows:,} rows"
    return f"version {dataset.version}, {years}; {counts}; imported {held.imported_at[:10]} from {held.file}"


def _layout(name: str, layout: Layout, *, alone: bool) -> Iterator[str]:
    kinds = " or ".join(KINDS[kind] for kind in (layout.kind, *layout.also))
    what = f"a table in {kinds}" + (f", sheet or table `{layout.part}`" if layout.part else "")
    what += f", {' or '.join(layout.encodings)}" if layout.kind == "csv" else ""
    yield ""
    heading = f"The file: {what}" if alone else f"File `{name}` ({layout.file}): {what}"
    yield from textwrap.wrap(heading, WIDTH, subsequent_indent="  ")
    yield from _named(layout.columns)
    if layout.more:
        yield "  and, if they are there:"
        yield from _named(layout.more)


def _meanings(title: str, named: Mapping[str, str]) -> Iterator[str]:
    if named:
        yield ""
        yield title
        yield from _named(named)


def _named(named: Mapping[str, str]) -> Iterator[str]:
    for name, meaning in named.items():
        yield from textwrap.wrap(f"{name}: {meaning}", WIDTH, initial_indent="  ", subsequent_indent="      ")


def _section(title: str, texts: Sequence[str]) -> Iterator[str]:
    yield ""
    yield title
    for text in texts:
        yield from _wrapped(text, "  ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
