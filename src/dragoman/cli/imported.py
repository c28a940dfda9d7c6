"""How the report of an import is shown."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.datasets import Reading, Tally

WIDTH = 80


def as_text(reading: Reading, outcome: str) -> str:
    """The report for a reader, 80 columns wide, and what became of it."""
    dataset, tally = reading.dataset, reading.tally
    lines = [
        *textwrap.wrap(dataset.title, WIDTH),
        f"version {dataset.version}, {dataset.first_year}-{dataset.last_year}",
        "",
        f"{tally.rows:>9,}  rows read",
        f"{tally.ties:>9,}  ties",
        f"{tally.measures:>9,}  measures",
        *_counts("rows skipped", tally.skipped),
        *_counts("read out of the text of the rows", tally.explained),
        *_counts("names that stand for no state", Counter(_unmapped(tally))),
        "",
        *textwrap.wrap(dataset.credit, WIDTH),
    ]
    lines += textwrap.wrap(outcome, WIDTH)
    return "\n".join(lines) + "\n"


def as_json(readings: Sequence[Reading], outcomes: Sequence[str]) -> str:
    """The report for a program: dataset, counts and outcome; a list of such, where there are several."""
    told = zip(readings, outcomes, strict=True)
    reports = [
        {**reading.dataset.model_dump(), **reading.tally.report(), "outcome": outcome} for reading, outcome in told
    ]
    return json.dumps(reports[0] if len(reports) == 1 else reports, ensure_ascii=False, indent=2) + "\n"


def _counts(title: str, counts: Counter[str]) -> Iterator[str]:
    if not counts:
        return
    yield f"{sum(counts.values()):>9,}  {title}"
    for name, count in counts.most_common():
        first, rest = f"{count:>14,}  ", " " * 16
        yield from textwrap.wrap(name, WIDTH, initial_indent=first, subsequent_indent=rest)


def _unmapped(tally: Tally) -> dict[str, int]:
    return {f"{name}: {why}": count for (name, why), count in tally.unmapped.items()}
